import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')

test('what `npm run generate` writes is committed as it would write it', () => {
  expect(() => execFileSync(process.execPath, ['scripts/schema-generate.mjs', '--check'], { cwd: ROOT })).not.toThrow()
})

test('the generated validators work where code from text is forbidden, as in a browser worker', () => {
  const script = `
    import { validators } from './schemas/generated/validators.mjs'
    import { createValidator } from './schemas/generated/settings.validator.mjs'
    const entry = validators.ServiceEntry()
    const object = { apiVersion: 'networking.istio.io/v1', kind: 'ServiceEntry', spec: { hosts: ['a.com'] } }
    console.log(entry.validate(object), entry.validate({ ...object, spec: {} }), entry.validate.errors[0].keyword)
    console.log(validators.Sidecar().validate({ ...object, kind: 'Sidecar' }), createValidator().validate({ helm: 1 }))`
  const flags = ['--disallow-code-generation-from-strings', '--input-type=module', '--eval', script]
  expect(execFileSync(process.execPath, flags, { cwd: ROOT, encoding: 'utf8' })).toBe(
    'true false required\nfalse false\n',
  )
})

test("nothing of ajv's compiler is in the generated validators", () => {
  for (const stem of ['service-entry', 'sidecar', 'settings']) {
    const code = readFileSync(join(ROOT, `schemas/generated/${stem}.validator.mjs`), 'utf8')
    expect(code).not.toMatch(/new Function|[^_]require\("|^\s*import |ajv\/dist\/(?:compile|core|vocabularies)/m)
  }
})
