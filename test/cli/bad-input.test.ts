import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { app, folder, MESH, run } from './command'

const BLOCKED = { 'mesh.yaml': MESH, 'app.yaml': app('shop', 'db.example.com:5432') }

/** The diagnostics of `check`, as `file code`. */
function check(path: string): readonly string[] {
  const { stdout, stderr, code } = run(['check', path, '--format', 'json', '--fail-on', 'never'])
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout).diagnostics.map((each: { file: string; code: string }) => `${each.file} ${each.code}`)
}

test.each([
  ['a missing folder', ['check', 'no/such/folder'], /no\/such\/folder does not exist\. Name a folder/],
  ['an unknown option', ['check', '--formt', 'json'], /no option --formt; did you mean --format/],
  ['an unknown value', ['check', '--format', 'jsn'], /--format "jsn" is not known; did you mean json/],
  ['an option without its value', ['check', '--config'], /--config needs a value/],
  ['an unknown command', ['chek'], /no command "chek"; did you mean check/],
  ['a missing config file', ['check', 'examples/online-shop', '--config', 'none.yaml'], /none\.yaml does not exist/],
  ['explain without a call', ['explain', '--from', 'shop'], /explain needs a call/],
  ['explain of no call', ['explain', '--from', 'shop', 'db.example.com'], /"db\.example\.com" is no HOST:PORT/],
  ['explain without a caller', ['explain', 'db.example.com:1'], /--from NAMESPACE/],
  ['a missing calls file', ['explain', 'examples/online-shop', '--calls', 'none.yaml'], /none\.yaml cannot be read/],
  ['registry without a namespace', ['registry'], /--namespace/],
  ['labels that are none', ['registry', '--namespace', 'a', '--labels', 'x'], /--labels "x" is no label/],
  ['an unknown rule', ['rules', 'blocked-hots'], /did you mean blocked-host/],
  ['lsp without a way to speak', ['lsp'], /--stdio/],
])('%s is one clear line and exit code 2', (_what, args, line) => {
  const { code, stdout, stderr } = run(args)
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(line)
})

test('bad settings are refused with their place and the mend', () => {
  const made = folder({ ...BLOCKED, '.istio-egress.yaml': '# ours\nvisibilty: namespace\n' })
  const { code, stderr } = run(['check', made])
  expect(code).toBe(2)
  expect(stderr).toMatch(/\.istio-egress\.yaml:2: .*visibilty.*visibility/)
})

test('a bad list of calls is refused with its line', () => {
  const made = folder({ ...BLOCKED, 'calls.yaml': '- { id: a, host: x.example.com, port: 70000 }\n' })
  const { code, stderr } = run(['explain', made, '--calls', join(made, 'calls.yaml')])
  expect(code).toBe(2)
  expect(stderr).toMatch(/calls\.yaml:1: .*port/)
})

test('broken, binary and huge files cost nobody else anything', () => {
  const made = folder({
    ...BLOCKED,
    'broken.yaml': 'apiVersion: v1\nkind: Service\nmetadata: { name: a\n',
    'binary.yaml': new Uint8Array([97, 112, 105, 86, 101, 114, 115, 105, 111, 110, 0, 1, 2]),
    'huge.yaml': new Uint8Array(20 * 1024 * 1024).fill(97),
    'other.yaml': '- just\n- a: list\n',
    'conflict.yaml': '<<<<<<< HEAD\napiVersion: v1\n=======\nkind: x\n>>>>>>> b\n',
  })
  const found = check(made)
  expect(found).toContain('app.yaml blocked-host')
  expect(found).toContain('broken.yaml yaml-syntax')
  expect(found).toContain('binary.yaml yaml-syntax')
  expect(found).toContain('huge.yaml yaml-syntax')
  expect(found.filter((each) => each.startsWith('other.yaml'))).toEqual([])
})

test('UTF-16 and a byte order mark are read, and columns are right', () => {
  const text = `\uFEFF${app('shop', 'db.example.com:5432')}`
  const made = folder({ 'mesh.yaml': MESH, 'utf16.yaml': Buffer.from(text, 'utf16le'), 'bom.yaml': text })
  const { stdout } = run(['hosts', made, '--format', 'json'])
  const rows: readonly { file: string; line: number; column: number }[] = JSON.parse(stdout).destinations
  expect(rows.map(({ file, line, column }) => [file, line, column])).toEqual([
    ['bom.yaml', 14, 22],
    ['utf16.yaml', 14, 22],
  ])
})

test('a loop of symbolic links ends', () => {
  const made = folder(BLOCKED)
  symlinkSync(made, join(made, 'loop'))
  symlinkSync(join(made, 'b'), join(made, 'a'))
  symlinkSync(join(made, 'a'), join(made, 'b'))
  expect(check(made)).toContain('app.yaml blocked-host')
})
