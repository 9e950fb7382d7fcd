import { describe, expect, test } from 'vitest'
import { findingsOf, fixTitles } from '../../testing/check'
import { REGISTRY_ONLY, readFixture, TestMesh } from '../../testing/fixture'
import { fixAll } from './fix-all'

const caller = (value: string) => `#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY_URL, value: "${value}" }] }] } } }
`

/** The file at `/entry.yaml`, or under another name, after everything was fixed. */
async function fixed(entryText: string, value: string, path = '/entry.yaml'): Promise<string | undefined> {
  const test = new TestMesh(readFixture(REGISTRY_ONLY + caller(value)).files)
  test.setText(`file:///mesh${path}`, entryText)
  const fix = await fixAll(
    findingsOf(test).map(({ finding }) => finding),
    test.read,
  )
  if (fix) test.apply(fix)
  expect(findingsOf(test).filter(({ finding }) => finding.severity === 'error')).toEqual([])
  return test.text(path)
}

const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: pay, namespace: pay}
spec:
    hosts:
        -   api.stripe.com
    exportTo: # ours
        -   '.'
    ports:
        -   number: 443
            name: tls
            protocol: TLS
    resolution: DNS
`

describe('files keep their look', () => {
  test('deep indentation, quotes and comments', async () => {
    expect(await fixed(entry, 'https://api.stripe.com:8443')).toBe(
      entry
        .replace("-   '.'\n", "-   '.'\n        - 'shop'\n")
        .replace(
          'protocol: TLS\n',
          'protocol: TLS\n        - number: 8443\n          name: tls-8443\n          protocol: TLS\n',
        ),
    )
  })

  test('CRLF', async () => {
    const text = await fixed(entry.replaceAll('\n', '\r\n'), 'https://api.stripe.com')
    expect(text).toContain("-   '.'\r\n        - 'shop'\r\n")
  })

  test('JSON', async () => {
    const json = {
      apiVersion: 'networking.istio.io/v1',
      kind: 'ServiceEntry',
      metadata: { name: 'pay', namespace: 'pay' },
      spec: {
        hosts: ['api.stripe.com'],
        exportTo: ['.'],
        ports: [{ number: 443, name: 'tls', protocol: 'TLS' }],
        resolution: 'DNS',
      },
    }
    const text = await fixed(JSON.stringify(json, null, 2), 'https://api.stripe.com:8443', '/entry.json')
    expect(JSON.parse(text ?? '').spec).toMatchObject({
      exportTo: ['.', 'shop'],
      ports: [{ number: 443 }, { number: 8443, name: 'tls-8443', protocol: 'TLS' }],
    })
  })

  test('an item of a List, in a file with others', async () => {
    const list = `apiVersion: v1
kind: List
items:
- apiVersion: networking.istio.io/v1
  kind: ServiceEntry
  metadata: { name: pay, namespace: pay }
  spec: { hosts: [api.stripe.com], exportTo: [.], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
- apiVersion: v1
  kind: Namespace
  metadata: { name: pay }
`
    expect(await fixed(list, 'https://api.stripe.com')).toBe(list.replace('exportTo: [.]', 'exportTo: [., shop]'))
  })

  test('a Helm template, where its literal part is what has to change', async () => {
    const template = entry
      .replace('    resolution', '    # {{ .Values.note }}\n    resolution')
      .replace('name: pay,', 'name: pay, labels: { a: "{{ .Values.a }}" },')
    expect(await fixed(template, 'https://api.stripe.com', '/chart/templates/entry.yaml')).toBe(
      template.replace("-   '.'\n", "-   '.'\n        - 'shop'\n"),
    )
  })
})

test('what an anchor shares with others is left alone', async () => {
  const test = new TestMesh(readFixture(REGISTRY_ONLY + caller('https://api.stripe.com')).files)
  test.setText(
    'file:///mesh/entry.yaml',
    `${entry.replace("exportTo: # ours\n        -   '.'", "exportTo: &own ['.']").replace('name: pay,', 'name: pay, annotations: { x: a },')}---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: other, namespace: pay }
spec: { hosts: [other.example.com], exportTo: ['.'], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }
`,
  )
  const [found] = findingsOf(test).filter(({ finding }) => finding.code === 'not-exported')
  const titles = ((await found?.finding.fixes?.(test.read)) ?? []).map(({ title }) => title)
  expect(titles).toEqual(['Create ServiceEntry for api.stripe.com in namespace shop'])
})

test('a workload of a Helm chart gets its entry as a template of the chart', async () => {
  const text = `${REGISTRY_ONLY}#- /chart/templates/app.yaml
kind: Deployment
metadata: { name: "{{ .Release.Name }}-cart" }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: PAY_URL, value: "https://api.stripe.com" }] }] } } }
`
  expect(await fixTitles('blocked-host', text)).toContain(
    '* Create ServiceEntry for api.stripe.com in namespace default',
  )
  const test = new TestMesh(readFixture(text).files)
  const fix = await fixAll(
    findingsOf(test).map(({ finding }) => finding),
    test.read,
  )
  if (fix) test.apply(fix)
  expect(test.text('/chart/templates/serviceentry-api.stripe.com.yaml')).not.toContain('namespace')
  expect(findingsOf(test).map(({ finding }) => finding.code)).toEqual([])
})
