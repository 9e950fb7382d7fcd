import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { portsSplit } from './ports-split'

const entry = (namespace: string, name: string, port: number, rest = '', finding = '') => `
#- /${namespace}-${name}.yaml
kind: ServiceEntry
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  hosts: [api.example.com]
  ports:
  - number: ${port}
${finding}
    name: tls
    protocol: TLS
  resolution: DNS
${rest}`

test('for others only the first namespace counts, and ports of another are not added', () => {
  checkRule(
    portsSplit,
    REGISTRY_ONLY +
      entry('a', 'api', 443) +
      entry(
        'b',
        'api',
        8443,
        '',
        '#           ^^^^ warning ports-split: Port 8443 of api.example.com cannot be reached from namespaces without an entry of their own, although ServiceEntry b/api declares it. …ServiceEntry a/api comes first…',
      ),
  )
})

test('the engine says the same of a call', () => {
  const { test: mesh } = findingsIn(REGISTRY_ONLY + entry('a', 'api', 443) + entry('b', 'api', 8443), 'ports-split')
  const verdict = (namespace: string) =>
    mesh.mesh.engine.verdict({ namespace, labels: {} }, { host: 'api.example.com', port: 8443, protocol: 'tls' })
  expect(verdict('shop')).toMatchObject({ outcome: 'blocked', cause: 'port-not-registered' })
  expect(verdict('b').outcome).toBe('registered')
})

test.each([
  ['the same port', entry('b', 'api', 443)],
  ['one that is kept to its namespace', entry('b', 'api', 8443, '  exportTo: ["."]')],
  ['two of one namespace that join', entry('a', 'more', 8443)],
])('nothing is split by %s', (_, other) => {
  checkRule(portsSplit, REGISTRY_ONLY + entry('a', 'api', 443) + other)
})

test('in one namespace entries that differ do not join', () => {
  const text = REGISTRY_ONLY + entry('a', 'api', 443) + entry('a', 'more', 8443, '  exportTo: ["*"]')
  expect(findingsIn(text, 'ports-split').findings.map(({ finding }) => finding.message)).toEqual([
    expect.stringContaining('entries join their ports only if resolution'),
  ])
})
