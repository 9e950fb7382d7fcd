import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { run } from '../cli/command'

const root = resolve(__dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const PROGRAM = '    node dist/istio-egress.js '
const commands = readme
  .split('\n')
  .filter((line) => line.startsWith(PROGRAM))
  .map((line) => line.slice(PROGRAM.length))

test('the README shows commands', () => expect(commands.length).toBeGreaterThan(5))

test.each(commands)('istio-egress %s', (command) => {
  const { code, stdout } = run(command.split(' '), root)
  expect(code).toBe(0)
  expect(stdout.length).toBeGreaterThan(100)
})

test('every page that the README links to is there', () => {
  for (const [, target = ''] of readme.matchAll(/\]\(([^)#:]+)\)/g)) {
    expect(() => readFileSync(join(root, target)), target).not.toThrow(/ENOENT/)
  }
})
