import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { resourcesOf } from '../kubernetes/resources-of'
import { checkedKinds, checkStructure } from '../schema/check-structure'
import type { JsonSchema } from '../schema/validator'
import { readYaml } from '../yaml/reader'
import { documentedPaths, fieldDoc, fieldDocumentation } from './field-docs'
import { documentedSchema } from './field-docs-schema'

interface Field {
  readonly path: string
  readonly schema: JsonSchema
}

/** Every field of a schema, with `[]` for the items of lists. */
function fieldsOf(schema: JsonSchema, above = ''): readonly Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const path = above === '' ? name : `${above}.${name}`
    return [{ path, schema: child }, ...fieldsOf(child.items ?? child, child.items ? `${path}[]` : path)]
  })
}

const steps = (path: string) =>
  path.split('.').flatMap((part) => (part.endsWith('[]') ? [part.slice(0, -2), 0] : [part]))
const isSentence = (text: string) => /^[A-Z0-9`'"].*\.$/s.test(text) && text.split(/\s+/).length >= 4

describe.each(checkedKinds)('%s', (kind) => {
  const fields = fieldsOf(documentedSchema(kind) ?? {})

  test('every field is documented, and nothing that is no field', () => {
    expect([...documentedPaths(kind)].sort()).toEqual(fields.map(({ path }) => path).sort())
    expect(fields.length).toBeGreaterThan(25)
  })

  test.each(fields.map(({ path, schema }) => [path, schema] as const))('%s', (path, schema) => {
    const doc = fieldDoc(kind, steps(path))?.doc
    expect(isSentence(doc?.text ?? ''), doc?.text).toBe(true)
    expect(isSentence(doc?.egress ?? ''), doc?.egress).toBe(true)
    expect(doc?.default).toMatch(/\.$/)
    expect(doc?.example).toMatch(/^[a-zA-Z0-9]+:/)
    if (schema.enum) expect(Object.keys(doc?.values ?? {})).toEqual(schema.enum)
  })

  test('every example fits the schema', () => {
    for (const { path } of fields) {
      const example: unknown = parse(fieldDoc(kind, steps(path))?.doc.example ?? '')
      const above = steps(path).slice(0, -1)
      const object = above.reduceRight(
        (value, step) => (typeof step === 'number' ? [value] : { [step]: value }),
        example,
      )
      const text = JSON.stringify({ apiVersion: 'networking.istio.io/v1', kind, ...(object as object) })
      const errors = resourcesOf(readYaml(text)).flatMap(({ node }) => checkStructure(kind, node))
      // The example is a part of an object, so that what stands around it is missing.
      expect(
        errors.filter(({ message }) => !message.includes(' lacks ')).map(({ message }) => message),
        path,
      ).toEqual([])
    }
  })

  test('the schema that editors get has the same words', () => {
    for (const { path, schema } of fields)
      expect(schema.markdownDescription, path).toBe(fieldDocumentation(kind, steps(path)))
  })
})

test('a field shows what it does, its values, its default, egress and an example', () => {
  expect(fieldDocumentation('ServiceEntry', ['spec', 'location'])).toBe(
    `**\`spec.location\`**

Whether the hosts are part of the mesh. It decides about mutual TLS, telemetry and policies towards them.

- \`MESH_EXTERNAL\`: The service is outside, such as a public API; the proxy does not expect one at the other end.
- \`MESH_INTERNAL\`: The service belongs to the mesh, such as a virtual machine with its own proxy.

Default: \`MESH_EXTERNAL\`.

Egress: Both open the host alike; a wrong \`MESH_INTERNAL\` lets calls fail for their mutual TLS instead.

\`\`\`yaml
location: MESH_EXTERNAL
\`\`\``,
  )
})

test('items of a list and names of a person give what holds them', () => {
  expect(fieldDocumentation('ServiceEntry', ['spec', 'hosts', 3])).toBe(
    fieldDocumentation('ServiceEntry', ['spec', 'hosts']),
  )
  expect(fieldDocumentation('ServiceEntry', ['spec', 'endpoints', 0, 'ports', 'tls'])).toContain(
    'spec.endpoints[].ports',
  )
  expect(fieldDocumentation('Sidecar', ['spec', 'workloadSelector', 'labels', 'app'])).toContain(
    'workloadSelector.labels',
  )
  expect(fieldDocumentation('ServiceEntry', ['spec', 'ports', 0, 'number'])).toContain('**`spec.ports[].number`**')
})

test('a mesh configuration has its documentation wherever it stands', () => {
  const own = fieldDocumentation('MeshConfig', ['outboundTrafficPolicy', 'mode'])
  expect(own).toContain('REGISTRY_ONLY')
  expect(fieldDocumentation('IstioOperator', ['spec', 'meshConfig', 'outboundTrafficPolicy', 'mode'])).toBe(own)
  expect(fieldDocumentation('IstioOperator', ['spec', 'values', 'meshConfig', 'outboundTrafficPolicy', 'mode'])).toBe(
    own,
  )
  for (const path of documentedPaths('MeshConfig')) {
    const doc = fieldDoc('MeshConfig', path.split('.'))?.doc
    expect(isSentence(doc?.text ?? '') && isSentence(doc?.egress ?? ''), path).toBe(true)
  }
})

test('what is no field has no documentation', () => {
  expect(fieldDocumentation('ServiceEntry', ['spec', 'nothing'])).toBeUndefined()
  expect(fieldDocumentation('ServiceEntry', ['constructor'])).toBeUndefined()
  expect(fieldDocumentation('Service', ['spec', 'ports'])).toBeUndefined()
  expect(fieldDocumentation('constructor', ['name'])).toBeUndefined()
})
