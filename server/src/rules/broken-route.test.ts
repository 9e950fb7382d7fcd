import { test } from 'vitest'
import { checkRule } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { brokenRoute } from './broken-route'

test('a VirtualService that sends the call to a host that nobody declares', () => {
  checkRule(
    brokenRoute,
    `${REGISTRY_ONLY}
#- /entry.yaml
kind: ServiceEntry
metadata: { name: api, namespace: shop }
spec: { hosts: [api.example.com], exportTo: ["."], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }
---
kind: VirtualService
metadata: { name: api, namespace: shop }
spec: { hosts: [api.example.com], http: [{ route: [{ destination: { host: gone.example.com } }] }] }
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY, value: "http://api.example.com" }] }] } } }
#                                                                                     ^^^^^^^^^^^^^^^ error broken-route: api.example.com:80 fails in namespace shop: its route leads nowhere. VirtualService shop/api sends it to gone.example.com…HTTP 503…Mend the route in VirtualService shop/api…
`,
  )
})
