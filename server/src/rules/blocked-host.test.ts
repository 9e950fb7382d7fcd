import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { blockedHost } from './blocked-host'

test('a URL that nobody declares', () => {
  checkRule(
    blockedHost,
    `${REGISTRY_ONLY}
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com/v1" }] }] } } }
#                                                                                      ^^^^^^^^^^^^^^ error blocked-host: api.stripe.com:443 is blocked in namespace shop (REGISTRY_ONLY). No ServiceEntry or Service declares api.stripe.com, and the policy is REGISTRY_ONLY, set by IstioOperator istio-system/mesh. For Deployment shop/cart: the connection is closed during the TLS handshake. Declare it with a ServiceEntry in shop (port 443, protocol TLS).
`,
  )
})

test('under ALLOW_ANY, behind an entry, or inside the cluster nothing is said', () => {
  checkRule(
    blockedHost,
    `${REGISTRY_ONLY}
#- /apps.yaml
kind: Deployment
metadata: { name: declared, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com/v1" }] }] } } }
---
kind: ServiceEntry
metadata: { name: stripe, namespace: shop }
spec: { hosts: [api.stripe.com], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
---
kind: Sidecar
metadata: { name: default, namespace: free }
spec: { outboundTrafficPolicy: { mode: ALLOW_ANY } }
---
kind: Deployment
metadata: { name: free, namespace: free }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.other.com/v1" }] }] } } }
---
kind: Deployment
metadata: { name: inside, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: CACHE_URL, value: "redis://redis:6379" }] }] } } }
`,
  )
})

test('a workload without a namespace is one severity lower and says why', () => {
  checkRule(
    blockedHost,
    `${REGISTRY_ONLY}
#- /app.yaml
kind: Deployment
metadata: { name: cart }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com/v1" }] }] } } }
#                                                                                      ^^^^^^^^^^^^^^ warning blocked-host: …Nothing here names a namespace; default is assumed.
`,
  )
})

test('several callers of one ConfigMap are one finding that names them', () => {
  const { findings } = findingsIn(
    `${REGISTRY_ONLY}
#- /app.yaml
kind: ConfigMap
metadata: { name: conf, namespace: shop }
data: { PAY_URL: "https://api.stripe.com" }
${['a', 'b', 'c']
  .map(
    (name) => `---
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, envFrom: [{ configMapRef: { name: conf } }] }] } } }
`,
  )
  .join('')}`,
    'blocked-host',
  )
  expect(findings).toHaveLength(1)
  expect(findings[0]?.finding.message).toContain('Deployment shop/a, Deployment shop/b and 1 more: ')
  expect(findings[0]?.finding.data).toMatchObject({
    host: 'api.stripe.com',
    port: 443,
    namespaces: ['shop'],
    workloads: ['Deployment/a', 'Deployment/b', 'Deployment/c'],
    verdict: 'blocked',
    cause: 'undeclared',
  })
})

test('a slip of the pen is pointed at', () => {
  checkRule(
    blockedHost,
    `${REGISTRY_ONLY}
#- /app.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: shop }
spec: { hosts: [api.stripe.com, "*.example.com"], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: NONE }
---
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [
  { name: PAY, value: "https://api.stirpe.com" },
#                              ^^^^^^^^^^^^^^ error blocked-host: …Is api.stripe.com meant? That one is declared.…
  { name: SITE, value: "https://example.com" }] }] } } }
#                               ^^^^^^^^^^^ error blocked-host: …The declared wildcard *.example.com covers names below example.com, never example.com itself.…
`,
  )
})

test('overlays that disagree are left alone, those that agree are named together', () => {
  const files = (prodSidecar: string) => `${REGISTRY_ONLY}
#- /base/kustomization.yaml
resources: [app.yaml]
#- /base/app.yaml
kind: Deployment
metadata: { name: cart }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com" }] }] } } }
#- /dev/kustomization.yaml
namespace: dev
resources: [../base]
#- /prod/kustomization.yaml
namespace: prod
resources: [../base]
${prodSidecar}`
  const agreeing = findingsIn(files(''), 'blocked-host').findings
  expect(agreeing.map(({ finding }) => finding.message)).toEqual([
    expect.stringContaining('is blocked in namespaces dev and prod (REGISTRY_ONLY).'),
  ])
  const open = `#- /sidecar.yaml
kind: Sidecar
metadata: { name: default, namespace: prod }
spec: { outboundTrafficPolicy: { mode: ALLOW_ANY } }
`
  expect(findingsIn(files(open), 'blocked-host').findings).toEqual([])
})
