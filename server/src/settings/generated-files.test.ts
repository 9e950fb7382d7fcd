import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

test('what `npm run generate` writes is committed as it would write it', () => {
  expect(() => execFileSync(process.execPath, ['scripts/schema-generate.mjs', '--check'], { cwd: ROOT })).not.toThrow()
})

test('no generated validator compiles or evaluates anything at run time', () => {
  for (const stem of ['service-entry', 'sidecar', 'settings']) {
    const code = readFileSync(join(ROOT, `schemas/generated/${stem}.validator.mjs`), 'utf8')
    expect(code).not.toMatch(/\beval\(|new Function|\bFunction\(|[^_]require\("|^\s*import /m)
  }
})
