import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { schema } from './schema'
import { yamlSyntax } from './yaml-syntax'

test('a document that no reader takes; the others stand', () => {
  const { findings } = findingsIn(
    '#- /a.yaml\nkind: ServiceEntry\nmetadata: { name: [a }\n---\nkind: Service\nmetadata: { name: b }\n',
    'yaml-syntax',
  )
  expect(findings.length).toBeGreaterThan(0)
  expect(findings[0]?.finding.message).toMatch(/^kubectl cannot read this YAML/)
})

test('a healthy file', () => void checkRule(yamlSyntax, '#- /a.yaml\nkind: Service\nmetadata: { name: b }\n'))

const ENTRY = `kind: ServiceEntry
metadata: { name: a, namespace: b }
spec: { hosts: [a.example.com], exportTo: ["."], ports: [{ number: "443", name: tls, protocol: TLS }], resolution: DNS }
`

test('a number in quotes', () => {
  checkRule(
    schema,
    `#- /a.yaml\n${ENTRY}#                                                                  ^^^^^ error schema: …\n`,
  )
})

test('the same in a patch is not judged', () => {
  expect(
    findingsIn(`#- /kustomization.yaml\nresources: []\npatches: [{ path: a.yaml }]\n#- /a.yaml\n${ENTRY}`, 'schema')
      .findings,
  ).toEqual([])
})
