import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { protocolMismatch } from './protocol-mismatch'

const files = (protocol: string, values: readonly string[], finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: shop }
spec: { hosts: [api.stripe.com], exportTo: ["."], ports: [{ number: 443, name: web, protocol: ${protocol} }], resolution: DNS }
${values
  .map(
    (value, i) => `#- /app${i}.yaml
kind: Deployment
metadata: { name: cart${i}, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "${value}" }] }] } } }
`,
  )
  .join('')}${finding}`

test('TLS to a port that is declared as HTTP', () => {
  checkRule(
    protocolMismatch,
    files(
      'HTTP',
      ['https://api.stripe.com'],
      '#                                                                                      ^^^^^^^^^^^^^^ error protocol-mismatch: …declares port 443 as HTTP, but the call sends TLS…Declare port 443 in ServiceEntry shop/stripe as TLS, or change the URL so that the application speaks what is declared.',
    ),
  )
})

test('the declaration is changed where nobody needs the old one', async () => {
  const { test, fix } = await checkFix('protocol-mismatch', files('HTTP', ['https://api.stripe.com']))
  expect(fix.title).toBe('Declare port 443 of ServiceEntry shop/stripe as TLS')
  expect(test.text('/entry.yaml')).toContain('ports: [{ number: 443, name: web, protocol: TLS }]')
})

test('nothing is offered where somebody does', async () => {
  const text = files('HTTP', ['https://api.stripe.com:8080', 'http://api.stripe.com:8080']).replace('443', '8080')
  expect(await fixTitles('protocol-mismatch', text)).toEqual([])
})
