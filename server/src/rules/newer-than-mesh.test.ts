import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsIn, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { newerThanMesh } from './newer-than-mesh'

const wildcard = (finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: wild, namespace: shop }
spec:
  hosts: ["*.example.com"]
  resolution: DYNAMIC_DNS # looked up by the sidecar
${finding}
  ports: [{ number: 443, name: tls, protocol: TLS }]
`
const call = { host: 'a.example.com', port: 443, protocol: 'tls' }
const caller = { namespace: 'shop', labels: {} }

const outcome = (text: string, istioVersion: string) =>
  findingsIn(text, 'newer-than-mesh', { istioVersion }).test.mesh.engine.verdict(caller, call).outcome

test('DYNAMIC_DNS before sidecars had it', () => {
  const finding =
    '#             ^^^^^^^^^^^ warning newer-than-mesh: Resolution DYNAMIC_DNS for sidecars needs Istio 1.30, and this mesh has 1.29. There only waypoints …'
  checkRule(newerThanMesh, wildcard(finding), { istioVersion: '1.29' })
  checkRule(newerThanMesh, wildcard(), { istioVersion: '1.30' })
  expect([outcome(wildcard(), '1.27'), outcome(wildcard(), '1.29')]).toEqual(['blocked', 'blocked'])
  expect([outcome(wildcard(), '1.30'), outcome(wildcard(), '1.32')]).toEqual(['registered', 'registered'])
})

test('NONE does the same, and trusts what the application resolved', async () => {
  expect(await fixTitles('newer-than-mesh', wildcard(), { istioVersion: '1.29' })).toEqual(['Write NONE'])
  const { test } = await checkFix('newer-than-mesh', wildcard(), 0, { istioVersion: '1.29' })
  expect(test.text('/entry.yaml')).toContain('  resolution: NONE # looked up by the sidecar\n')
  expect(test.mesh.engine.verdict(caller, call).outcome).toBe('registered')
})

const sidecar = (finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: infra }
spec: { exportTo: ["*"], hosts: [a.example.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
#- /sidecar.yaml
kind: Sidecar
metadata: { name: most, namespace: shop }
spec:
  egress:
  - hosts: ["*/*", ~infra/*, ~/*]
${finding}
`

test('an exclusion in a Sidecar, which an older webhook refuses with all the rest', () => {
  const text = sidecar().replace(', ~/*', '')
  const finding = '#                  ^^^^^^^^ warning newer-than-mesh: The exclusion ~infra/* needs Istio 1.31, …'
  checkRule(newerThanMesh, sidecar(finding).replace(', ~/*', ''), { istioVersion: '1.30' })
  expect([outcome(text, '1.30'), outcome(text, '1.31')]).toEqual(['registered', 'blocked'])
})

const meshWith = (rest: string, finding = '') => `
#- /mesh.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
${rest}
${finding}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: a, namespace: infra }
spec: { exportTo: ["*"], hosts: [a.example.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`

test('a mode that an older istiod cannot read', async () => {
  const mode = '    outboundTrafficPolicy: { mode: ALLOW_ANY_DYNAMIC_DNS }'
  const finding =
    '#                                  ^^^^^^^^^^^^^^^^^^^^^ warning newer-than-mesh: The mode ALLOW_ANY_DYNAMIC_DNS needs Istio 1.31, …falls back to its defaults. Write ALLOW_ANY, …'
  checkRule(newerThanMesh, meshWith(mode, finding), { istioVersion: '1.28' })
  const policy = (istioVersion: string) =>
    findingsIn(meshWith(mode), 'newer-than-mesh', { istioVersion }).test.mesh.engine.policyFor(caller)
  expect(policy('1.30')).toMatchObject({ mode: 'ALLOW_ANY', from: 'default' })
  expect(policy('1.31')).toMatchObject({ mode: 'ALLOW_ANY_DYNAMIC_DNS', from: 'mesh' })
  const { test } = await checkFix('newer-than-mesh', meshWith(mode), 0, { istioVersion: '1.28' })
  expect(test.text('/mesh.yaml')).toContain('{ mode: ALLOW_ANY }')
})

test('a cap on visibility that an older istiod does not know', () => {
  const cap = `    outboundTrafficPolicy: { mode: REGISTRY_ONLY }
    serviceEntryVisibility: { applyToSidecars: true, defaultVisibility: NAMESPACE }`
  expect([outcome(meshWith(cap), '1.30'), outcome(meshWith(cap), '1.31')]).toEqual(['registered', 'blocked'])
  const { findings } = findingsIn(meshWith(cap), 'newer-than-mesh', { istioVersion: '1.30' })
  expect(findings.map(({ finding }) => finding.data)).toEqual([
    { needs: '1.31', istioVersion: '1.30', effect: 'ignored' },
  ])
})

test('addresses by themselves from 1.25 on', () => {
  const mesh = REGISTRY_ONLY.replace(
    'meshConfig: {',
    'meshConfig: { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } },',
  )
  const entry = (name: string) => `
#- /${name}.yaml
kind: ServiceEntry
metadata: { name: ${name}, namespace: shop }
spec: { hosts: [${name}.example.com], ports: [{ number: 5432, name: tcp, protocol: TCP }], resolution: DNS }
`
  const db = { host: 'b.example.com', port: 5432, protocol: 'tcp' }
  const becomes = (istioVersion: string) =>
    findingsIn(mesh + entry('a') + entry('b'), 'x', { istioVersion }).test.mesh.engine.verdict(caller, db).outcome
  expect([becomes('1.24'), becomes('1.25')]).toEqual(['captured', 'registered'])
})

test('an apiVersion that older CRDs do not have', async () => {
  const { findings } = findingsIn(sidecar(), 'newer-than-mesh', { istioVersion: '1.21' })
  expect(findings.map(({ finding }) => finding.data?.needs)).toEqual(['1.22', '1.22', '1.31'])
  const entryOnly = meshWith('    rootNamespace: istio-system')
  const { test } = await checkFix('newer-than-mesh', entryOnly, 0, { istioVersion: '1.20' })
  expect(test.text('/entry.yaml')).toContain('apiVersion: networking.istio.io/v1beta1\n')
})
