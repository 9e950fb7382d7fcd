import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { borrowedEntry } from './borrowed-entry'

const files = (exportTo: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata:
  name: stripe
  namespace: pay
spec:
  hosts:
  - api.stripe.com # theirs
${exportTo}  ports:
  - { number: 443, name: tls, protocol: TLS }
  resolution: DNS
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "https://api.stripe.com" }] }] } } }
${finding}`

test('an entry of another namespace that says nothing of its users', () => {
  checkRule(
    borrowedEntry,
    files(
      '',
      "#                                                                                      ^^^^^^^^^^^^^^ information borrowed-entry: api.stripe.com:443 works in namespace shop only by another namespace's entry. ServiceEntry pay/stripe leaves exportTo out…",
    ),
  )
})

test.each(['  exportTo: ["*"]\n', '  exportTo: [".", shop]\n'])(
  'one that says %j is no loan',
  (exportTo) => void checkRule(borrowedEntry, files(exportTo)),
)

test('the lender names the borrower, or the borrower declares the host itself', async () => {
  expect(await fixTitles('borrowed-entry', files(''))).toEqual([
    'Write exportTo: [".", "shop"] in ServiceEntry pay/stripe',
    'Create ServiceEntry for api.stripe.com in namespace shop',
  ])
  const { test } = await checkFix('borrowed-entry', files(''))
  expect(test.text('/entry.yaml')).toContain('  - api.stripe.com # theirs\n  exportTo:\n  - "."\n  - shop\n  ports:\n')
  await checkFix('borrowed-entry', files(''), 1)
})
