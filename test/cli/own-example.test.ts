import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { app, folder, MESH, run } from './command'

/** The PostgreSQL of the user's own example, declared in `frontend`. */
const database = (exportTo: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db, namespace: frontend }
spec:
  hosts: [db.example.com]
  ports: [{ number: 5432, name: tcp-postgres, protocol: TCP }]
  resolution: DNS
  location: MESH_EXTERNAL
${exportTo}`

function example(exportTo: string, settings = '') {
  const files = { 'mesh.yaml': MESH, 'db.yaml': database(exportTo), 'app.yaml': app('default', 'db.example.com:5432') }
  return folder(settings === '' ? files : { ...files, '.istio-egress.yaml': settings })
}

function codesAt(made: string, ...more: readonly string[]): readonly string[] {
  const { stdout } = run(['check', made, '--format', 'json', '--fail-on', 'never', ...more])
  const found: readonly { file: string; code: string }[] = JSON.parse(stdout).diagnostics
  return found.filter(({ file }) => file === 'app.yaml').map(({ code }) => code)
}

function verdict(made: string, ...more: readonly string[]): string {
  const { stdout } = run(['explain', made, '--from', 'default', 'db.example.com:5432', '--format', 'json', ...more])
  return JSON.parse(stdout).calls[0].verdict
}

test('without exportTo, default reaches the database and is told that it is borrowed', () => {
  const made = example('')
  expect(verdict(made)).toBe('registered')
  expect(codesAt(made)).toEqual(['borrowed-entry'])
})

test('kept to frontend, it is not exported to default; the fix opens it there', () => {
  const made = example('  exportTo: ["."] # ours alone\n')
  expect(verdict(made)).toBe('blocked')
  expect(codesAt(made)).toEqual(['not-exported'])
  expect(run(['check', made]).code).toBe(1)
  expect(run(['check', made, '--fix', '--fail-on', 'never']).code).toBe(0)
  expect(verdict(made)).toBe('registered')
  expect(codesAt(made)).toEqual([])
  expect(readFileSync(join(made, 'db.yaml'), 'utf8')).toContain('# ours alone')
})

test('under visibility: namespace an entry without exportTo counts for frontend alone', () => {
  const made = example('', 'visibility: namespace\n')
  expect(verdict(made)).toBe('blocked')
  expect(codesAt(made)).toEqual(['not-exported'])
  expect(codesAt(example(''), '--visibility', 'namespace')).toEqual(['not-exported'])
  run(['check', made, '--fix'])
  expect(verdict(made)).toBe('registered')
})
