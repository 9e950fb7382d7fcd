import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { portCapture } from './port-capture'

const entry = (name: string, host: string, spec: string, finding = '') => `
#- /${name}.yaml
kind: ServiceEntry
metadata: { name: ${name}, namespace: shop }
spec: { ${spec}, hosts: [${host}] }
${finding}`

const app = (value: string) => `
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: OTHER_URL, value: "${value}" }] }] } } }
`
const TCP = 'ports: [{ number: 5432, name: tcp, protocol: TCP }], resolution: DNS'
const CARETS = '#                         ^^^^ warning port-capture: '

test('of two TCP hosts on one port the first takes the connections of the second', () => {
  checkRule(
    portCapture,
    REGISTRY_ONLY +
      entry(
        'a',
        'a.example.com',
        TCP,
        `${CARETS}Port 5432 of ServiceEntry shop/a also takes what is meant for b.example.com. …ServiceEntry shop/b is never reached in namespace shop. Write the host's addresses…Which entry comes first is decided by age, …`,
      ) +
      entry('b', 'b.example.com', TCP),
  )
})

test.each([
  ['with addresses of its own', TCP, TCP.replace('resolution: DNS', 'addresses: [192.0.2.1], resolution: NONE')],
  ['on another port', TCP, TCP.replace('5432', '5433')],
  ['as TLS, which names the host', TCP, TCP.replace('protocol: TCP', 'protocol: TLS')],
])('nothing is taken from one %s', (_, a, b) => {
  checkRule(portCapture, REGISTRY_ONLY + entry('a', 'a.example.com', a) + entry('b', 'b.example.com', b))
})

test('an entry of another namespace comes first there, so it loses nothing', () => {
  const other = entry('b', 'b.example.com', `exportTo: ["."], ${TCP}`).replace('namespace: shop', 'namespace: pay')
  checkRule(portCapture, REGISTRY_ONLY + entry('a', 'a.example.com', TCP) + other)
})

test('with DNS capture each host has an address of its own', () => {
  const mesh = REGISTRY_ONLY.replace(
    'meshConfig: {',
    'meshConfig: { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } },',
  )
  const both = entry('a', 'a.example.com', TCP) + entry('b', 'b.example.com', TCP)
  expect(findingsIn(mesh + both, 'port-capture').findings).toEqual([])
  // Before 1.25 the mesh had to ask for addresses.
  expect(findingsIn(mesh + both, 'port-capture', { istioVersion: '1.24' }).findings).toHaveLength(1)
})

test('the callers that it hits are named, and what an unset protocol could say', () => {
  const files =
    REGISTRY_ONLY +
    entry('a', 'a.example.com', TCP.replace(', protocol: TCP', '')) +
    app('postgres://b.example.com:5432/x')
  const { test: mesh, findings } = findingsIn(files, 'port-capture')
  expect(findings.map(({ finding }) => finding.message)).toEqual([
    expect.stringMatching(/meant for b\.example\.com\. .* Hit: Deployment shop\/cart, .*Say what port 5432 speaks/),
  ])
  expect(findings[0]?.finding.related?.map(({ at }) => at.name)).toEqual(['cart'])
  // A caller that leaves, or calls something else, is forgotten although the entry's own file is as it was.
  const { revision } = mesh.mesh
  mesh.setText('file:///mesh/app.yaml', mesh.text('/app.yaml')?.replace('b.example.com', 'a.example.com') ?? '')
  expect(mesh.mesh.revision).toBeGreaterThan(revision)
  const [own] = mesh.mesh.resources.serviceEntries
  expect(mesh.mesh.capturedBy({ uri: own?.uri ?? '', key: own?.resource.key ?? '', namespace: 'shop' }, 5432)).toEqual(
    [],
  )
})

test('several hosts of one entry are meant to be one; with NONE a call still goes where it was meant to', () => {
  const none = TCP.replace('DNS', 'NONE')
  checkRule(portCapture, REGISTRY_ONLY + entry('a', 'a.example.com, b.example.com', none))
  const { findings } = findingsIn(
    REGISTRY_ONLY + entry('a', 'a.example.com', none) + app('postgres://b.example.com:5432/x'),
    'port-capture',
  )
  expect(findings.map(({ finding }) => finding.message)).toEqual([
    expect.stringContaining('with resolution NONE they still go to the address that was called'),
  ])
})

test('entries that only different overlays bring together do not meet', () => {
  const overlay = (name: string) => `
#- /${name}/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources: [entry.yaml]
${entry('entry', `${name}.example.com`, TCP).replace('#- /entry', `#- /${name}/entry`)}`
  checkRule(portCapture, REGISTRY_ONLY + overlay('dev') + overlay('prod'))
})
