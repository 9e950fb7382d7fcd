import { describe, expect, test } from 'vitest'
import { checkFix, findingsIn, findingsOf, fixTitles } from '../../testing/check'
import { type FixtureOptions, REGISTRY_ONLY } from '../../testing/fixture'
import { fixAll } from './fix-all'

const app = (path: string, namespace: string | undefined, ...values: string[]) => `#- ${path}
kind: Deployment
metadata: { name: cart${namespace === undefined ? '' : `, namespace: ${namespace}`} }
spec: { template: { spec: { containers: [{ name: c, env: [${values.map((value, i) => `{ name: U${i}_URL, value: "${value}" }`).join(', ')}] }] } } }
`

const create = (text: string, options?: FixtureOptions) => checkFix('blocked-host', REGISTRY_ONLY + text, 0, options)

describe('what the entry says', () => {
  const entry = async (value: string, options?: FixtureOptions) => {
    const { test } = await create(app('/a/app.yaml', 'shop', value), options)
    const path = test.paths().find((each) => each.includes('serviceentry'))
    return path && test.text(path)
  }

  test('HTTPS', async () => {
    expect(await entry('https://api.stripe.com/v1')).toBe(`apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: api-stripe-com
  namespace: shop
spec:
  hosts:
    - api.stripe.com
  ports:
    - number: 443
      name: tls-443
      protocol: TLS
  location: MESH_EXTERNAL
  resolution: DNS
  exportTo:
    - "."
`)
  })

  test.each([
    ['http://api.example.com', 80, 'HTTP'],
    ['http://api.example.com:8080', 8080, 'HTTP'],
    ['grpc://api.example.com:50051', 50051, 'GRPC'],
    ['postgres://u@db.example.com/x', 5432, 'TCP'],
    ['mysql://u@db.example.com:3307/x', 3307, 'TCP'],
    ['rediss://cache.example.com:6380', 6380, 'TLS'],
    ['amqps://mq.example.com', 5671, 'TLS'],
  ])('%s', async (value, number, protocol) => {
    const text = await entry(value)
    expect(text).toContain(
      `number: ${number}\n      name: ${protocol.toLowerCase()}-${number}\n      protocol: ${protocol}\n`,
    )
    expect(text).toContain('resolution: DNS\n')
  })

  test.each([
    ['https://203.0.113.7/x', 443, 'TCP'],
    ['http://203.0.113.7:8080/x', 8080, 'HTTP'],
  ])('an address: %s', async (value, number, protocol) => {
    const text = await entry(value)
    expect(text).toContain('  hosts:\n    - ip-203-0-113-7.internal\n  addresses:\n    - 203.0.113.7\n')
    expect(text).toContain(`number: ${number}\n      name: ${protocol.toLowerCase()}-${number}\n`)
    expect(text).toContain('resolution: STATIC\n  endpoints:\n    - address: 203.0.113.7\n')
  })

  test('exportTo as the setting says, and the older version where Istio is old', async () => {
    const text = await entry('https://api.stripe.com', { generateExportTo: ['*'], istioVersion: '1.20' })
    expect(text).toContain('apiVersion: networking.istio.io/v1beta1\n')
    expect(text).toContain('exportTo:\n    - "*"\n')
  })

  test('a name that is taken, and a host that is too long for a name', async () => {
    const taken = `#- /e.yaml
kind: ServiceEntry
metadata: { name: api-stripe-com, namespace: shop }
spec: { hosts: [other.example.com], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`
    const { test } = await create(taken + app('/a/app.yaml', 'shop', 'https://api.stripe.com'))
    expect(test.text('/e.yaml')).toContain('name: api-stripe-com-2\n')
    const long = `${'a'.repeat(40)}.${'b'.repeat(40)}.example.com`
    expect(await entry(`https://${long}`)).toContain(`name: ${'a'.repeat(40)}-${'b'.repeat(22)}\n`)
  })
})

describe('where it stands', () => {
  const entries = (path: string, ...names: string[]) => `#- ${path}
${names
  .map(
    (name) => `kind: ServiceEntry
metadata: { name: ${name}, namespace: shop }
spec: { hosts: [${name}.example.com], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`,
  )
  .join('---\n')}`

  test('beside the workload, under a name of its own', async () => {
    const { test, fix } = await create(app('/apps/cart/app.yaml', 'shop', 'https://api.stripe.com'))
    expect(test.paths()).toContain('/apps/cart/serviceentry-api.stripe.com.yaml')
    expect(fix).toMatchObject({ title: 'Create ServiceEntry for api.stripe.com in namespace shop', preferred: true })
  })

  test('at the end of the file that has most entries of the namespace', async () => {
    const { test } = await create(
      entries('/x/a.yaml', 'a') + entries('/x/bc.yaml', 'b', 'c') + app('/app.yaml', 'shop', 'https://api.stripe.com'),
    )
    expect(test.text('/x/bc.yaml')).toMatch(
      /resolution: DNS \}\n---\napiVersion: networking.istio.io\/v1\nkind: ServiceEntry\n/,
    )
    expect(test.paths()).toHaveLength(4)
  })

  test('in a new file of the folder that has most, where each file has one', async () => {
    const { test } = await create(
      entries('/x/a.yaml', 'a') + entries('/x/b.yaml', 'b') + app('/app.yaml', 'shop', 'https://api.stripe.com'),
    )
    expect(test.paths()).toContain('/x/serviceentry-api.stripe.com.yaml')
  })

  test('a new file is listed in the kustomization of its folder', async () => {
    const { test } = await create(`#- /base/kustomization.yaml
namespace: shop
resources:
- app.yaml # the app
# end
${app('/base/app.yaml', undefined, 'https://api.stripe.com')}`)
    expect(test.text('/base/kustomization.yaml')).toBe(
      'namespace: shop\nresources:\n- app.yaml # the app\n- serviceentry-api.stripe.com.yaml\n# end\n',
    )
    expect(test.text('/base/serviceentry-api.stripe.com.yaml')).toContain('  namespace: shop\n')
  })

  test('a base of several overlays gets one entry, without a namespace', async () => {
    const { test } = await create(`#- /base/kustomization.yaml
resources: [app.yaml]
${app('/base/app.yaml', undefined, 'https://api.stripe.com')}#- /dev/kustomization.yaml
namespace: dev
resources: [../base]
#- /prod/kustomization.yaml
namespace: prod
resources: [../base]
`)
    expect(test.text('/base/kustomization.yaml')).toBe('resources: [app.yaml, serviceentry-api.stripe.com.yaml]\n')
    expect(test.text('/base/serviceentry-api.stripe.com.yaml')).not.toContain('namespace:')
  })

  test('a file that a kustomization elsewhere lists: that one lists the new file, too', async () => {
    const { test } = await create(`#- /kustomization.yaml
namespace: shop
resources: [apps/app.yaml]
${app('/apps/app.yaml', undefined, 'https://api.stripe.com')}`)
    expect(test.text('/kustomization.yaml')).toBe(
      'namespace: shop\nresources: [apps/app.yaml, apps/serviceentry-api.stripe.com.yaml]\n',
    )
  })

  test('no namespace is written where none is named', async () => {
    const { test } = await create(app('/app.yaml', undefined, 'https://api.stripe.com'))
    expect(test.text('/serviceentry-api.stripe.com.yaml')).not.toContain('namespace')
  })

  test('line ends of the file are kept', async () => {
    const text = entries('/x/a.yaml', 'a') + app('/app.yaml', 'shop', 'https://api.stripe.com')
    const { findings, test } = findingsIn(REGISTRY_ONLY + text, 'blocked-host')
    const uri = 'file:///mesh/x/a.yaml'
    test.setText(uri, (test.text('/x/a.yaml') ?? '').replaceAll('\n', '\r\n'))
    const [fix] = (await findings[0]?.finding.fixes?.(test.read)) ?? []
    if (fix) test.apply(fix)
    expect(test.text('/x/a.yaml')).toMatch(/---\r\napiVersion/)
    expect(test.text('/x/a.yaml')?.replaceAll('\r\n', '')).not.toContain('\n')
  })
})

describe('what else has to change, or forbids it', () => {
  test('a Sidecar that does not import the own namespace imports the new host', async () => {
    const { test, fix } = await create(`#- /sidecar.yaml
kind: Sidecar
metadata: { name: default, namespace: shop }
spec: { egress: [{ hosts: ["istio-system/*"] }] }
${app('/app.yaml', 'shop', 'https://api.stripe.com')}`)
    expect(test.text('/sidecar.yaml')).toContain('hosts: ["istio-system/*", "shop/api.stripe.com"]')
    expect(fix.title).toBe(
      'Create ServiceEntry for api.stripe.com in namespace shop and import shop/api.stripe.com in Sidecar shop/default',
    )
  })

  test('two TCP hosts on one port: neither gets an entry that takes the other', async () => {
    const text = REGISTRY_ONLY + app('/app.yaml', 'shop', 'postgres://a.example.com/x', 'postgres://b.example.com/x')
    const { findings, test } = findingsIn(text, 'blocked-host')
    expect(findings).toHaveLength(2)
    for (const { finding } of findings) {
      expect(await finding.fixes?.(test.read)).toEqual([])
      expect(finding.message).toContain('give each entry its addresses')
    }
  })

  test('with DNS capture each of them gets its own address, and its entry', async () => {
    const text = (
      REGISTRY_ONLY + app('/app.yaml', 'shop', 'postgres://a.example.com/x', 'postgres://b.example.com/x')
    ).replace(
      'mode: REGISTRY_ONLY }',
      'mode: REGISTRY_ONLY }, defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: "true" } }',
    )
    const { findings, test } = findingsIn(text, 'blocked-host')
    const fix = await fixAll(
      findings.map(({ finding }) => finding),
      test.read,
    )
    if (fix) test.apply(fix)
    expect(findingsOf(test)).toEqual([])
  })

  test('a host for the whole mesh only where names tell hosts apart', async () => {
    expect(await fixTitles('blocked-host', REGISTRY_ONLY + app('/app.yaml', 'shop', 'https://api.stripe.com'))).toEqual(
      [
        '* Create ServiceEntry for api.stripe.com in namespace shop',
        'Create ServiceEntry for api.stripe.com for the whole mesh, in namespace shop',
      ],
    )
    expect(
      await fixTitles('blocked-host', REGISTRY_ONLY + app('/app.yaml', 'shop', 'postgres://a.example.com/x')),
    ).toEqual(['* Create ServiceEntry for a.example.com in namespace shop'])
    await checkFix('blocked-host', REGISTRY_ONLY + app('/app.yaml', 'shop', 'https://api.stripe.com'), 1)
  })

  test('without a port nothing is done unseen', async () => {
    const titles = await fixTitles(
      'blocked-host',
      `${REGISTRY_ONLY}#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: API_HOST, value: api.stripe.com }] }] } } }
`,
    )
    expect(titles[0]).toBe('Create ServiceEntry for api.stripe.com in namespace shop')
  })
})

describe('all in a file', () => {
  test('hosts are merged, other fixes stand beside them, a second time nothing is left', async () => {
    const text = `${REGISTRY_ONLY}#- /entry.yaml
kind: ServiceEntry
metadata: { name: files, namespace: data }
spec: { hosts: [files.example.com], exportTo: ["."], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
${app(
  '/app.yaml',
  'shop',
  'https://api.stripe.com',
  'http://api.stripe.com',
  'https://api.stripe.com/again',
  'https://files.example.com',
  'https://files.example.com:8443',
  'postgres://db.example.com/x',
)}`
    const { test } = findingsIn(text, 'blocked-host')
    const fix = await fixAll(
      findingsOf(test).map(({ finding }) => finding),
      test.read,
    )
    expect(fix?.changes.map(({ kind, uri }) => `${kind} ${uri.slice('file:///mesh'.length)}`).sort()).toEqual([
      'create /serviceentry-api.stripe.com.yaml',
      'create /serviceentry-db.example.com.yaml',
      'edit /entry.yaml',
    ])
    if (fix) test.apply(fix)
    expect(test.text('/serviceentry-api.stripe.com.yaml')).toContain(
      '    - number: 443\n      name: tls-443\n      protocol: TLS\n    - number: 80\n      name: http-80\n      protocol: HTTP\n',
    )
    expect(test.text('/entry.yaml')).toContain(
      'exportTo: [".", "shop"], ports: [{ number: 443, name: tls, protocol: TLS }, { number: 8443, name: tls-8443, protocol: TLS }]',
    )
    expect(findingsOf(test)).toEqual([])
    expect(
      await fixAll(
        findingsOf(test).map(({ finding }) => finding),
        test.read,
      ),
    ).toBeUndefined()
  })

  test('each namespace gets an entry of its own', async () => {
    const text = `${REGISTRY_ONLY}${app('/a.yaml', 'shop', 'https://api.stripe.com')}${app('/b.yaml', 'pay', 'https://api.stripe.com')}`
    const { test, findings } = findingsIn(text, 'blocked-host')
    const fix = await fixAll(
      findings.map(({ finding }) => finding),
      test.read,
    )
    if (fix) test.apply(fix)
    expect(findingsOf(test)).toEqual([])
    const made = test.mesh.resources.serviceEntries.map(
      ({ namespace, resource }) => `${namespace} ${resource.exportTo}`,
    )
    expect(made.sort()).toEqual(['pay .', 'shop .'])
  })

  test('nothing to do', async () => {
    const { test, findings } = findingsIn(app('/app.yaml', 'shop', 'https://api.stripe.com'), 'blocked-host')
    expect(
      await fixAll(
        findings.map(({ finding }) => finding),
        test.read,
      ),
    ).toBeUndefined()
  })
})
