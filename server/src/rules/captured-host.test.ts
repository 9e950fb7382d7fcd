import { expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { capturedHost } from './captured-host'

const files = (port: number, value: string, finding = '') => `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: db, namespace: shop }
spec: { hosts: [db.example.com], exportTo: ["."], ports: [{ number: ${port}, name: tcp, protocol: TCP }], resolution: DNS }
${finding === '' ? '' : '#                                                                   ^^^^ warning port-capture'}
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: OTHER_URL, value: "${value}" }] }] } } }
${finding}`

test('a TCP entry without addresses takes its whole port', () => {
  checkRule(
    capturedHost,
    files(
      5432,
      'postgres://other.example.com:5432/x',
      '#                                                                                               ^^^^^^^^^^^^^^^^^ error captured-host: other.example.com:5432 from namespace shop reaches the server of another host. ServiceEntry shop/db takes every connection on port 5432…Give ServiceEntry shop/db the addresses of its host…',
    ),
  )
})

test('two such hosts have no sound fix', async () => {
  expect(await fixTitles('captured-host', files(5432, 'postgres://other.example.com:5432/x'))).toEqual([])
})

test('TLS beside it is told apart by its name, once it is declared', async () => {
  const { fix } = await checkFix('captured-host', files(443, 'https://api.stripe.com'))
  expect(fix.title).toBe('Create ServiceEntry for api.stripe.com in namespace shop')
})

test('a name of the cluster that no file declares is not judged', () =>
  void checkRule(capturedHost, files(5432, 'postgres://postgres:5432/x')))
