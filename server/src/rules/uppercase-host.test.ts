import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { uppercaseHost } from './uppercase-host'

const files = (protocol: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec:
  hosts:
  - other.example.com
  - API.Example.com # as the brand writes it
${finding}
  exportTo: ["."]
  ports: [{ number: 80, name: p, protocol: ${protocol} }]
  resolution: DNS
`

test('HTTP never reaches a host with capital letters', () => {
  checkRule(
    uppercaseHost,
    files(
      'HTTP',
      '#   ^^^^^^^^^^^^^^^ warning uppercase-host: HTTP calls to API.Example.com:80 never work: Envoy answers 503. …Write api.example.com.',
    ),
  )
})

test('TLS does', () => void checkRule(uppercaseHost, files('TLS')))

test('the fix writes it in lower case', async () => {
  expect(await fixTitles('uppercase-host', files('HTTP'))).toEqual(['* Write api.example.com'])
  const { test } = await checkFix('uppercase-host', files('HTTP'))
  expect(test.text('/entry.yaml')).toContain('  - api.example.com # as the brand writes it\n')
})

test('an entry that has the host in lower case, too, works', () => {
  checkRule(uppercaseHost, files('HTTP').replace('other.example.com', 'api.example.com'))
})

test('no fix where the change would take the host of another entry', async () => {
  const other = `
#- /other.yaml
kind: ServiceEntry
metadata: { name: other, namespace: infra }
spec: { hosts: [api.example.com], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: API, value: "https://api.example.com" }] }] } } }
`
  expect(await fixTitles('uppercase-host', files('HTTP') + other)).toEqual([])
})
