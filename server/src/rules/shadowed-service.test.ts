import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { shadowedService } from './shadowed-service'

const files = (namespace: string, entryPort: number, finding = '') => `${REGISTRY_ONLY}
#- /service.yaml
kind: Service
metadata: { name: reviews, namespace: infra }
spec: { ports: [{ name: http, port: 80 }, { name: http-admin, port: 8080 }] }
#- /entry.yaml
kind: ServiceEntry
metadata: { name: reviews, namespace: ${namespace} }
spec:
  hosts:
  - reviews.infra.svc.cluster.local
${finding}
  ports: [{ number: ${entryPort}, name: http, protocol: HTTP }]
  resolution: STATIC
  endpoints: [{ address: 192.0.2.1 }]
`

test('in its own namespace an entry takes the place of the Service', () => {
  checkRule(
    shadowedService,
    files(
      'shop',
      80,
      '#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning shadowed-service: ServiceEntry shop/reviews takes the place of Service infra/reviews in namespace shop. …calls to port 8080 of the Service are left to the outbound policy there. …',
    ),
  )
})

test('the engine says the same of calls', () => {
  const { test: mesh } = findingsIn(files('shop', 80), 'shadowed-service')
  const verdict = (namespace: string, port: number) =>
    mesh.mesh.engine.verdict(
      { namespace, labels: {} },
      { host: 'reviews.infra.svc.cluster.local', port, protocol: 'http' },
    )
  expect(verdict('shop', 80).entry?.kind).toBe('ServiceEntry')
  expect(verdict('shop', 8080).outcome).toBe('blocked')
  expect(verdict('pay', 8080).entry?.kind).toBe('Service')
})

test('beside the Service it may add servers, not ports', () => {
  checkRule(shadowedService, files('infra', 80))
  expect(findingsIn(files('infra', 9090), 'shadowed-service').findings.map(({ finding }) => finding.message)).toEqual([
    expect.stringContaining('which wins: port 9090 of the entry never work'),
  ])
})

test('a Service that the namespace may not see is not missed', () => {
  const hidden = files('shop', 80).replace(
    'namespace: infra }',
    'namespace: infra, annotations: { networking.istio.io/exportTo: "." } }',
  )
  checkRule(shadowedService, hidden)
})
