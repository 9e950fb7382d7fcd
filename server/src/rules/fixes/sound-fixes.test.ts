import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FoundIn, findingsOf } from '../../testing/check'
import { REGISTRY_ONLY, readFixture, TestMesh } from '../../testing/fixture'
import { readYaml } from '../../yaml/reader'
import { CALL_CODES } from '../call-trouble'
import { fixAll } from './fix-all'

const namespace = fc.constantFrom('shop', 'pay', 'data')
const host = fc.constantFrom('a.example.com', 'b.example.com', 'c.example.org', '203.0.113.7')
const url = fc.tuple(
  fc.constantFrom('https', 'http', 'postgres', 'rediss', 'grpc'),
  host,
  fc.constantFrom('', ':443', ':8080'),
)

const workload = fc.record({ namespace, urls: fc.array(url, { minLength: 1, maxLength: 3 }) })

const entry = fc.record({
  namespace,
  host: fc.constantFrom('a.example.com', 'b.example.com', '*.example.com'),
  exportTo: fc.constantFrom(
    '',
    'exportTo: ["."]',
    "exportTo: ['.', 'ops']",
    'exportTo: [shop]',
    'exportTo: ["~"]',
    'exportTo: ["*"]',
  ),
  port: fc.constantFrom('443 TLS', '443 HTTP', '80 HTTP', '5432 TCP', '443 TCP', '8080 HTTP'),
  block: fc.boolean(),
})

const sidecar = fc.record({
  namespace,
  hosts: fc.constantFrom('["./*"]', '["istio-system/*"]', "['./*', 'data/*']", '["*/*"]'),
  port: fc.constantFrom('', 'port: { number: 443, name: tls, protocol: TLS }, '),
})

type Parts = readonly [
  readonly Value<typeof workload>[],
  readonly Value<typeof entry>[],
  readonly Value<typeof sidecar>[],
]
type Value<A> = A extends fc.Arbitrary<infer V> ? V : never

function filesOf([workloads, entries, sidecars]: Parts): string {
  const parts = [REGISTRY_ONLY]
  workloads.forEach(({ namespace, urls }, i) => {
    const env = urls.map(
      ([scheme, name, port], n) => `            - { name: U${n}_URL, value: "${scheme}://${name}${port}/x" }`,
    )
    parts.push(`#- /apps/w${i}.yaml
kind: Deployment
metadata: { name: w${i}, namespace: ${namespace} }
spec:
  template:
    spec:
      containers:
        - name: c
          env: # what it calls
${env.join('\n')}
`)
  })
  entries.forEach(({ namespace, host, exportTo, port, block }, i) => {
    const [number = '', protocol = ''] = port.split(' ')
    const head = `#- /entries/e${i % 2}-${i}.yaml\nkind: ServiceEntry\nmetadata: { name: e${i}, namespace: ${namespace} } # entry ${i}\n`
    parts.push(
      block
        ? `${head}spec:\n  hosts:\n  - "${host}"\n${exportTo ? `  ${exportTo}\n` : ''}  ports:\n  - number: ${number}\n    name: p # port\n    protocol: ${protocol}\n  resolution: NONE\n`
        : `${head}spec: { hosts: ["${host}"], ${exportTo ? `${exportTo}, ` : ''}ports: [{number: ${number}, name: p, protocol: ${protocol}}], resolution: NONE }\n`,
    )
  })
  sidecars.forEach(({ namespace, hosts, port }, i) => {
    parts.push(`#- /sidecars/s${i}.yaml
kind: Sidecar
metadata: { name: default, namespace: ${namespace} }
spec:
  egress:
    - { ${port}hosts: ${hosts} }
`)
  })
  return parts.join('')
}

const mesh = fc
  .tuple(
    fc.array(workload, { minLength: 1, maxLength: 3 }),
    fc.array(entry, { maxLength: 3 }),
    fc.uniqueArray(sidecar, { maxLength: 2, selector: (each) => each.namespace }),
  )
  .map(filesOf)

/** The same meshes every time: a test that fails by chance helps nobody. More were run when the fixes were written. */
const RUNS = { numRuns: 60, seed: 20 }

const TROUBLE: ReadonlySet<string> = new Set(['error', 'warning'])

/** What is wrong: with calls, by the place of the host; with declarations, which fixes may move, by what is said of them. */
function troubles(found: readonly FoundIn[]): ReadonlyMap<string, string> {
  return new Map(
    found
      .filter(({ finding }) => TROUBLE.has(finding.severity))
      .map(({ uri, finding: { code, range, data } }) => {
        const isCall = CALL_CODES.some((each) => each === code)
        return [isCall ? `${uri} ${JSON.stringify(data?.host)} ${range.start}` : `${uri} ${code}`, code]
      }),
  )
}

/** A fix may repair other findings, too; but none is new, and none turns into a wrong server. */
function expectNoHarm(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const [id, code] of after) {
    expect(before.has(id)).toBe(true)
    if (code === 'captured-host' || code === 'broken-route') expect(before.get(id)).toBe(code)
  }
}

function expectReadable(test: TestMesh): void {
  for (const path of test.paths()) {
    expect(readYaml(test.text(path) ?? '').flatMap((document) => document.errors)).toEqual([])
  }
  expect(test.mesh.resources.serviceEntries.flatMap(({ resource }) => resource.rejections)).toEqual([])
}

/** Everything of the old text is still there, in its order: fixes only put text in or change a scalar. */
function expectKept(before: string, after: string): void {
  for (const comment of before.match(/#.*$/gm) ?? []) expect(after).toContain(comment)
  const lines = after.split('\n')
  const lost = before.split('\n').filter((line) => !lines.includes(line))
  expect(lost.length).toBeLessThanOrEqual(2)
}

test('every fix that is offered opens its call, harms none, and is gone afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(mesh, async (text) => {
      const { files } = readFixture(text)
      const found = findingsOf(new TestMesh(files)).filter(({ finding }) => TROUBLE.has(finding.severity))
      for (const { uri, finding } of found) {
        const fixes = (await finding.fixes?.(new TestMesh(files).read)) ?? []
        expect(fixes.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1)
        for (const fix of fixes) {
          const test = new TestMesh(files)
          test.apply(fix)
          const after = findingsOf(test)
          expectNoHarm(troubles(found), troubles(after))
          const still = after.filter((each) => each.uri === uri && each.finding.range.start === finding.range.start)
          expect(
            still.filter((each) => TROUBLE.has(each.finding.severity)).map((each) => each.finding.message),
          ).toEqual([])
          expectReadable(test)
          for (const change of fix.changes) {
            const path = change.uri.slice('file:///mesh'.length)
            if (change.kind === 'edit') expectKept(files.get(change.uri) ?? '', test.text(path) ?? '')
          }
        }
      }
    }),
    RUNS,
  )
})

test('fixing all at once does what it says, and once is enough', async () => {
  await fc.assert(
    fc.asyncProperty(mesh, async (text) => {
      const test = new TestMesh(readFixture(text).files)
      const before = findingsOf(test)
      const fix = await fixAll(
        before.map(({ finding }) => finding),
        test.read,
      )
      if (!fix) return
      test.apply(fix)
      const after = findingsOf(test)
      expectNoHarm(troubles(before), troubles(after))
      expect(troubles(after).size).toBeLessThan(troubles(before).size)
      expectReadable(test)
      expect(
        await fixAll(
          after.map(({ finding }) => finding),
          test.read,
        ),
      ).toBeUndefined()
    }),
    RUNS,
  )
})
