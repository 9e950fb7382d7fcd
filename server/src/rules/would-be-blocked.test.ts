import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { wouldBeBlocked } from './would-be-blocked'

const app = (finding: string) => `
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com/v1" }] }] } } }
${finding}`

test('a preview of REGISTRY_ONLY where nothing sets a policy', () => {
  checkRule(
    wouldBeBlocked,
    app(
      '#                                                                                      ^^^^^^^^^^^^^^ warning would-be-blocked: api.stripe.com:443 would be blocked in namespace shop under REGISTRY_ONLY. …',
    ),
    { assume: 'REGISTRY_ONLY' },
  )
})

test('without the assumption nothing is said', () => void checkRule(wouldBeBlocked, app('')))

test('a policy that is set gives the real code', () => {
  const text = app(
    '#- /s.yaml\nkind: Sidecar\nmetadata: { name: default, namespace: shop }\nspec: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } }\n',
  )
  expect(findingsIn(text, 'blocked-host', { assume: 'REGISTRY_ONLY' }).findings).toHaveLength(1)
})
