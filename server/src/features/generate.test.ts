import { expect, test } from 'vitest'
import { REGISTRY_ONLY, readFixture, TestMesh } from '../testing/fixture'
import { generateEntries } from './generate'

const FILES = `#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [
  { name: A_URL, value: "https://api.stripe.com" },
  { name: B_URL, value: "postgres://a.example.com/x" },
  { name: C_URL, value: "postgres://b.example.com/x" },
  { name: D_URL, value: "https://hidden.example.com" },
  { name: E_URL, value: "https://hidden.example.com:8443" }] }] } } }
#- /entry.yaml
kind: ServiceEntry
metadata: { name: hidden, namespace: data }
spec: { hosts: [hidden.example.com], exportTo: ["data", "shop"], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`

test('what is missing, and what a new entry cannot open', async () => {
  const { mesh, read } = new TestMesh(readFixture(REGISTRY_ONLY + FILES).files)
  const { entries, notFixable } = await generateEntries(mesh, read)
  expect(entries).toMatchObject([
    { namespace: 'shop', name: 'api-stripe-com', hosts: ['api.stripe.com'], file: 'serviceentry-api.stripe.com.yaml' },
  ])
  expect(entries[0]?.yaml).toContain('kind: ServiceEntry\n')
  expect(notFixable.map(({ host, port, reason }) => [host, port, reason])).toEqual([
    ['a.example.com', 5432, expect.stringContaining('by address only')],
    ['b.example.com', 5432, expect.stringContaining('by address only')],
    ['hidden.example.com', 8443, 'ServiceEntry data/hidden declares the host already; add the port to it.'],
  ])
  expect(notFixable[0]).toMatchObject({
    file: 'app.yaml',
    line: 6,
    namespace: 'shop',
    workload: 'Deployment/cart',
    via: 'env',
  })
})

test('where no policy is set, what only passes by default is missing, too', async () => {
  const { mesh, read } = new TestMesh(readFixture(FILES).files)
  expect((await generateEntries(mesh, read)).entries.map(({ name }) => name)).toContain('api-stripe-com')
  expect((await generateEntries(mesh, read, { namespace: 'other' })).entries).toEqual([])
})
