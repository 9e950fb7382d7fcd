import { describe, expect, test } from 'vitest'
import { findingsOf } from '../testing/check'
import { type FixtureOptions, REGISTRY_ONLY, readFixture, TestMesh } from '../testing/fixture'

/** What becomes of the call, and the codes of all findings that warn or err. */
function resultOf(text: string, options: FixtureOptions = {}) {
  const test = new TestMesh(readFixture(text).files, options)
  const calls = [...test.mesh.allDestinations()].flatMap(({ calls }) => calls)
  const findings = findingsOf(test).filter(({ finding }) => ['error', 'warning'].includes(finding.severity))
  return {
    outcomes: calls.map(({ outcome }) => outcome),
    reasons: calls.map(({ bypass, doubt }) => bypass ?? doubt),
    codes: findings.map(({ finding }) => finding.code),
  }
}

const app = (pod = '', url = 'https://api.stripe.com', spec = '') => `
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { ${pod} }, spec: { ${spec}containers: [{ name: c, env: [{ name: API, value: "${url}" }] }] } } }
`
const annotated = (pairs: string) => app(`annotations: { ${pairs} }`)
const namespace = (labels: string) => `
#- /namespace.yaml
kind: Namespace
metadata: { name: shop, labels: { ${labels} } }
`

test('without anything of the kind the call is blocked', () => {
  expect(resultOf(REGISTRY_ONLY + app())).toEqual({
    outcomes: ['blocked'],
    reasons: [undefined],
    codes: ['blocked-host'],
  })
})

describe('calls that do not pass the sidecar have no finding', () => {
  test.each([
    ['an excluded port', annotated('traffic.sidecar.istio.io/excludeOutboundPorts: "443"')],
    ['nothing included', annotated('traffic.sidecar.istio.io/includeOutboundIPRanges: ""')],
    ['no injection', annotated('sidecar.istio.io/inject: "false"')],
    ['interception mode NONE', annotated('sidecar.istio.io/interceptionMode: NONE')],
    ['the network of the node', app('', undefined, 'hostNetwork: true, ')],
    ['the user of the sidecar', app('', undefined, 'securityContext: { runAsUser: 1337 }, ')],
    ['an ambient namespace', app() + namespace('istio.io/dataplane-mode: ambient')],
    ['a namespace without injection', app() + namespace('istio-injection: disabled')],
    [
      'an excluded range',
      annotated('traffic.sidecar.istio.io/excludeOutboundIPRanges: 203.0.113.0/24').replace(
        'api.stripe.com',
        '203.0.113.7',
      ),
    ],
  ])('%s', (_, files) => {
    const { outcomes, codes, reasons } = resultOf(REGISTRY_ONLY + files)
    expect({ outcomes, codes }).toEqual({ outcomes: ['bypassed'], codes: [] })
    expect(reasons[0]).toMatch(/\.$/)
  })
})

describe('where the files cannot tell, nothing is reported', () => {
  test.each([
    ['a name, and ranges that are excluded', annotated('traffic.sidecar.istio.io/excludeOutboundIPRanges: 10.0.0.0/8')],
    [
      'a name, and ranges that alone are included',
      annotated('traffic.sidecar.istio.io/includeOutboundIPRanges: 10.0.0.0/8'),
    ],
  ])('%s', (_, files) => {
    const { outcomes, codes, reasons } = resultOf(REGISTRY_ONLY + files)
    expect({ outcomes, codes }).toEqual({ outcomes: ['unknown'], codes: [] })
    expect(reasons[0]).toContain('where the name leads is not in the files')
  })

  test('what works by the registry works all the same', () => {
    const entry = `
#- /entry.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: shop }
spec: { hosts: [api.stripe.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`
    const files = annotated('traffic.sidecar.istio.io/excludeOutboundIPRanges: 10.0.0.0/8')
    expect(resultOf(REGISTRY_ONLY + entry + files).outcomes).toEqual(['registered'])
  })
})

describe('what the mesh says for all pods', () => {
  const operator = (values: string, config = '') => `
#- /mesh.yaml
kind: IstioOperator
metadata: { name: mesh, namespace: istio-system }
spec: { meshConfig: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } ${config}}, values: { global: { proxy: { ${values} } } } }
`
  test.each([
    ['ports of the chart', operator('excludeOutboundPorts: "443"'), 'bypassed'],
    ['ranges of the chart', operator('includeIPRanges: 10.96.0.0/12'), 'unknown'],
    ["the chart's own default", operator('includeIPRanges: "*", excludeIPRanges: ""'), 'blocked'],
    ['interception mode', operator('', ', defaultConfig: { interceptionMode: NONE }'), 'bypassed'],
  ])('%s', (_, mesh, outcome) => expect(resultOf(mesh + app()).outcomes).toEqual([outcome]))

  test('a pod that says it itself', () => {
    const own = annotated('traffic.sidecar.istio.io/includeOutboundIPRanges: "*"')
    expect(resultOf(operator('includeIPRanges: 10.96.0.0/12') + own).outcomes).toEqual(['blocked'])
  })
})

describe('several control planes', () => {
  const configMap = (name: string, mode: string) => `
#- /${name}.yaml
apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: istio-system }
data: { mesh: "outboundTrafficPolicy: { mode: ${mode} }" }
`
  const both = configMap('istio-1-30', 'ALLOW_ANY') + configMap('istio-1-31', 'REGISTRY_ONLY')

  test('a pod of another revision than the one that is judged', () => {
    const { outcomes, reasons, codes } = resultOf(both + app() + namespace('istio.io/rev: 1-30'))
    expect({ outcomes, codes }).toEqual({ outcomes: ['unknown'], codes: [] })
    expect(reasons[0]).toContain('revision 1-30')
  })

  test('one of the revision that is', () => {
    expect(resultOf(both + app() + namespace('istio.io/rev: 1-31')).outcomes).toEqual(['blocked'])
  })
})

test('a route of the Gateway API may serve what a VirtualService breaks', () => {
  const files = `${REGISTRY_ONLY}
#- /service.yaml
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
#- /route.yaml
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec: { hosts: [reviews], http: [{ route: [{ destination: { host: gone.example.com } }] }] }
`
  const route = `
#- /gamma.yaml
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: reviews, namespace: shop }
spec:
  parentRefs: [{ group: "", kind: Service, name: reviews, port: 80 }]
  rules: [{ backendRefs: [{ name: reviews, port: 80 }] }]
#- /service-v2.yaml
kind: Service
metadata: { name: other, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
`
  const call = app('', 'http://reviews:80/')
  expect(resultOf(files + call)).toMatchObject({ outcomes: ['error'], codes: ['broken-route'] })
  expect(resultOf(files + route + call)).toMatchObject({ outcomes: ['unknown'], codes: [] })
  // What nobody registered, no such route opens.
  expect(resultOf(files + route + app()).outcomes).toEqual(['blocked'])
})

test('a Service of several clusters is not taken for an external host', () => {
  expect(resultOf(REGISTRY_ONLY + app('', 'http://reviews.prod.svc.clusterset.local')).codes).toEqual([])
})
