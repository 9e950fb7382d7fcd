import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { unexportedDefault } from './unexported-default'

const files = (exportTo: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: pay }
${finding}
spec: { hosts: [api.stripe.com], ${exportTo}ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`

test('an entry that leaves exportTo out', () => {
  checkRule(
    unexportedDefault,
    files(
      '',
      '#                 ^^^^^^ hint unexported-default: ServiceEntry stripe leaves exportTo out, so every namespace of the mesh may use it. …',
    ),
  )
})

test('one that says it', () => void checkRule(unexportedDefault, files('exportTo: ["*"], ')))

test('it can be kept to itself, or opened on purpose', async () => {
  expect(await fixTitles('unexported-default', files(''))).toEqual([
    'Write exportTo: ["."] in ServiceEntry pay/stripe',
    'Write exportTo: ["*"] in ServiceEntry pay/stripe',
  ])
  const { test } = await checkFix('unexported-default', files(''))
  expect(test.text('/entry.yaml')).toContain('hosts: [api.stripe.com], exportTo: ["."], ports:')
})
