import { expect, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { outsideSidecarScope } from './outside-sidecar-scope'

const files = (sidecar: string, value: string, finding = '') => `${REGISTRY_ONLY}
#- /entries.yaml
kind: ServiceEntry
metadata: { name: stripe, namespace: pay }
spec: { hosts: ["*.stripe.com"], exportTo: ["*"], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: NONE }
---
kind: Service
metadata: { name: users, namespace: accounts }
spec: { clusterIP: 10.0.0.1, ports: [{ port: 8080, name: http }] }
#- /sidecar.yaml
${sidecar}
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "${value}" }] }] } } }
${finding}`

const SIDECAR = `kind: Sidecar
metadata:
  name: default
  namespace: shop
spec:
  egress:
  - hosts:
    # our own things
    - "./*" # all of them
    - istio-system/*
`

test('an entry that the Sidecar does not import', () => {
  checkRule(
    outsideSidecarScope,
    files(
      SIDECAR,
      'https://api.stripe.com',
      '#                                                                                      ^^^^^^^^^^^^^^ error outside-sidecar-scope: api.stripe.com:443 is blocked in namespace shop: its Sidecar does not import it. ServiceEntry pay/stripe declares it, but Sidecar shop/default does not import it, …Add the host of ServiceEntry pay/stripe to the egress hosts of Sidecar shop/default.',
    ),
  )
})

test('a Service inside the cluster', () => {
  checkRule(
    outsideSidecarScope,
    files(
      SIDECAR,
      'http://users.accounts:8080',
      '#                                                                                     ^^^^^^^^^^^^^^ error outside-sidecar-scope: users.accounts:8080 is blocked…Service accounts/users declares it…',
    ),
  )
})

test('the fix imports the whole declared host', async () => {
  const { test } = await checkFix('outside-sidecar-scope', files(SIDECAR, 'https://api.stripe.com'))
  expect(test.text('/sidecar.yaml')).toContain('    - istio-system/*\n    - pay/*.stripe.com\n')
})

test('a Service is imported by its full name', async () => {
  const { test } = await checkFix('outside-sidecar-scope', files(SIDECAR, 'http://users.accounts:8080'))
  expect(test.text('/sidecar.yaml')).toContain('    - accounts/users.accounts.svc.cluster.local\n')
})

test('the listener of the port is taken, before the one for all ports', async () => {
  const sidecar = `kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
    - port: { number: 443, name: tls, protocol: TLS }
      hosts: ["./*"]
    - hosts: ["./*"]
`
  const { test } = await checkFix('outside-sidecar-scope', files(sidecar, 'https://api.stripe.com'))
  expect(test.text('/sidecar.yaml')).toContain(
    'protocol: TLS }\n      hosts: ["./*", "pay/*.stripe.com"]\n    - hosts: ["./*"]\n',
  )
})

test('where no listener fits, one for all ports is added', async () => {
  const sidecar = `kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: ["./*"]
`
  const { test } = await checkFix('outside-sidecar-scope', files(sidecar, 'https://api.stripe.com'))
  expect(test.text('/sidecar.yaml')).toContain('      hosts: ["./*"]\n    - hosts:\n        - pay/*.stripe.com\n')
})
