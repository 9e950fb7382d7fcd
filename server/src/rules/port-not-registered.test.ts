import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { portNotRegistered } from './port-not-registered'

const files = (entry: string, value: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
${entry}
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "${value}" }] }] } } }
${finding}`

const ENTRY = `kind: ServiceEntry
metadata: { name: stripe, namespace: pay }
spec:
  hosts: [api.stripe.com]
  exportTo: ["*"]
  ports:
  - name: tls
    number: 443
    protocol: TLS
  # the rest
  resolution: DNS
`

test('another port of a declared host', () => {
  checkRule(
    portNotRegistered,
    files(
      ENTRY,
      'https://api.stripe.com:8443',
      '#                                                                                      ^^^^^^^^^^^^^^ error port-not-registered: api.stripe.com:8443 is blocked in namespace shop: port not declared. ServiceEntry pay/stripe declares it on 443 (TLS), not on port 8443, …Add port 8443 to ServiceEntry pay/stripe, or call a port that is declared.',
    ),
  )
})

test('the port is added to the entry, in the style of its ports', async () => {
  const { test, fix } = await checkFix('port-not-registered', files(ENTRY, 'https://api.stripe.com:8443'))
  expect(fix.title).toBe('Add port 8443 (TLS) to ServiceEntry pay/stripe')
  expect(fix.preferred).toBe(true)
  expect(test.text('/entry.yaml')).toContain(
    '    protocol: TLS\n  - name: tls-8443\n    number: 8443\n    protocol: TLS\n  # the rest\n',
  )
})

test('a TCP port is no way for an entry with several hosts', async () => {
  const entry = ENTRY.replace('[api.stripe.com]', '[api.stripe.com, files.stripe.com]')
  expect(await fixTitles('port-not-registered', files(entry, 'tcp://api.stripe.com:5432'))).toEqual([])
})

test('a Service is not changed', async () => {
  const service = `kind: Service
metadata: { name: users, namespace: shop }
spec: { clusterIP: 10.0.0.1, ports: [{ port: 80, name: http, targetPort: 8080 }] }`
  const finding =
    '#                                                                                     ^^^^^ error port-not-registered: users:8080 is blocked…its targetPort cannot be called.'
  checkRule(portNotRegistered, files(service, 'http://users:8080', finding))
  expect(await fixTitles('port-not-registered', files(service, 'http://users:8080'))).toEqual([])
})
