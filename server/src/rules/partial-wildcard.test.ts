import { expect, test } from 'vitest'
import { checkFix, checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { partialWildcard } from './partial-wildcard'

const files = (protocol: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: wild, namespace: shop }
spec:
  hosts:
  - "*example.com" # all of them
${finding}
  ports: [{ number: 443, name: p, protocol: ${protocol} }]
  resolution: NONE
#- /other.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: pay }
spec: { hosts: [api.stripe.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`

test('on a TLS port it takes every TLS host of the port with it', () => {
  checkRule(
    partialWildcard,
    files(
      'TLS',
      '#   ^^^^^^^^^^^^^^ warning partial-wildcard: *example.com on the TLS port 443 makes Envoy refuse the whole listener of the port. …whoever sees ServiceEntry shop/wild loses every TLS host on port 443, api.stripe.com among them. Write *.example.com…',
    ),
  )
  const { test: mesh } = findingsIn(files('TLS'), 'partial-wildcard')
  const call = { host: 'api.stripe.com', port: 443, protocol: 'tls' }
  expect(mesh.mesh.engine.verdict({ namespace: 'pay', labels: {} }, call).outcome).toBe('blocked')
})

test('HTTP does not mind', () => void checkRule(partialWildcard, files('HTTP')))

test('whole labels mend it', async () => {
  const { test, fix } = await checkFix('partial-wildcard', files('TLS'))
  expect(fix.preferred).toBe(false)
  expect(test.text('/entry.yaml')).toContain('  - "*.example.com" # all of them\n')
})
