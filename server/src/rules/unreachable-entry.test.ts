import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { unreachableEntry } from './unreachable-entry'

const entry = (exportTo: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: infra }
spec: { exportTo: [${exportTo}], hosts: [api.stripe.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
${finding}
`
const sidecar = (namespace: string, hosts: string, selector = '') => `
#- /${namespace}-sidecar.yaml
kind: Sidecar
metadata: { name: all, namespace: ${namespace} }
spec: { ${selector}egress: [{ hosts: [${hosts}] }] }
`

test('exported to nobody', () => {
  checkRule(
    unreachableEntry,
    entry(
      '"~"',
      '#                  ^^^ information unreachable-entry: ServiceEntry infra/stripe is exported to nobody. exportTo says "~"…',
    ),
  )
})

test('in no scope of any Sidecar', () => {
  const root = sidecar('istio-system', '"./*", "istio-system/*"')
  checkRule(
    unreachableEntry,
    entry(
      '"*"',
      "#                                ^^^^^^^^^^^^^^ information unreachable-entry: ServiceEntry infra/stripe is in no Sidecar's scope. …Add infra/api.stripe.com to the egress hosts…",
    ) +
      root +
      sidecar('infra', '"istio-system/*"') +
      sidecar('shop', '"./*"'),
  )
})

test.each([
  ['its own namespace has no Sidecar', ''],
  ['the root Sidecar has it by `./*` of its own namespace', sidecar('istio-system', '"./*"')],
  ['some namespace imports it', sidecar('istio-system', '"istio-system/*"') + sidecar('shop', '"infra/*"')],
  [
    'somebody imports a VirtualService that sends to it',
    `${sidecar('istio-system', '"istio-system/*"')}${sidecar('shop', '"shop/pay.shop.example"')}
#- /route.yaml
kind: VirtualService
metadata: { name: pay, namespace: shop }
spec: { hosts: [pay.shop.example], http: [{ route: [{ destination: { host: api.stripe.com } }] }] }
`,
  ],
  [
    'some workload imports it',
    sidecar('istio-system', '"istio-system/*"') +
      sidecar('shop', '"*/api.stripe.com"', 'workloadSelector: { labels: { app: a } }, '),
  ],
])('reached: %s', (_, sidecars) => void checkRule(unreachableEntry, entry('"*"') + sidecars))

test('a mesh that caps visibility leaves nobody', () => {
  const capped = entry('shop').replace(
    'meshConfig: {',
    'meshConfig: { serviceEntryVisibility: { applyToSidecars: true, defaultVisibility: NAMESPACE },',
  )
  expect(findingsIn(capped, 'unreachable-entry').findings.map(({ finding }) => finding.message)).toEqual([
    expect.stringContaining('serviceEntryVisibility'),
  ])
})
