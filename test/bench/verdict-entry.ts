import { parseAllDocuments } from 'yaml'
import { createEgressEngine } from '../../server/src/egress/create-egress-engine'
import type { ServiceEntry } from '../../server/src/istio/service-entry'
import { indexFile } from '../../server/src/registry/index-file'
import { DEFAULT_MESH_OPTIONS, type MeshResources } from '../../server/src/registry/mesh-resources'
import type { Placed } from '../../server/src/registry/placed'

/*
 * Run by verdict-row.mjs with the number of entries and of namespaces; prints JSON: microseconds a verdict, and the heap
 * that a namespace keeps.
 */

const ENTRY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: partner
  namespace: shop
spec:
  hosts:
    - partner.example.com
  location: MESH_EXTERNAL
  ports:
    - number: 443
      name: tls
      protocol: TLS
    - number: 80
      name: http
      protocol: HTTP
  resolution: DNS
  exportTo:
    - "."
`

const [entries = 0, namespaces = 0] = process.argv.slice(2).map(Number)

function mesh(): MeshResources {
  const [fact] = indexFile('file:///entry.yaml', ENTRY).facts.resources
  const base = fact as ServiceEntry
  const serviceEntries: Placed<ServiceEntry>[] = Array.from({ length: entries }, (_, i) => {
    const namespace = `ns-${i % namespaces}`
    const uri = `file:///entry-${i}.yaml`
    const resource = {
      ...base,
      name: `entry-${i}`,
      namespace,
      key: `ServiceEntry/${namespace}/entry-${i}`,
      hosts: [`h${i}.example.com`],
    }
    // Every fifth is for the whole mesh.
    const exportTo = i % 5 === 0 ? undefined : base.exportTo
    return { resource: { ...resource, exportTo }, uri, namespace, assumedNamespace: false, overlay: undefined }
  })
  return {
    serviceEntries,
    services: [],
    sidecars: [],
    virtualServices: [],
    destinationRules: [],
    endpoints: [],
    meshConfigs: [],
    namespaces: [],
    workloads: [],
    configMaps: [],
  }
}

const microseconds = (work: () => void, times: number): number => {
  const started = performance.now()
  work()
  return ((performance.now() - started) * 1000) / times
}

function heap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

const resources = mesh()
for (let i = 0; i < 300; i++) parseAllDocuments(ENTRY)
const parse = microseconds(() => {
  for (let i = 0; i < 1000; i++) parseAllDocuments(ENTRY)
}, 1000)

const engine = createEgressEngine(resources, { ...DEFAULT_MESH_OPTIONS, outboundTrafficPolicy: 'REGISTRY_ONLY' })
const call = (host: string) => ({ host, port: 443, protocol: 'tls' })
const caller = (n: number) => ({ namespace: `ns-${n % namespaces}`, labels: {} })
const first = microseconds(() => engine.verdict(caller(0), call('h0.example.com')), 1)
const before = heap()
const cold = microseconds(() => {
  for (let n = 1; n < namespaces; n++) engine.verdict(caller(n), call(`h${n}.example.com`))
}, namespaces - 1)
const kept = (heap() - before) / (namespaces - 1)
const outcomes = new Map<string, number>()
const count = 5000
const ask = () => {
  for (let i = 0; i < count; i++) {
    // A host of the own namespace, one that another keeps to itself, one that nobody knows.
    const n = i % namespaces
    const host = [`h${n}.example.com`, `h${(n + 1) % namespaces}.example.com`, `unknown-${i % 50}.example.org`][i % 3]
    const { outcome } = engine.verdict(caller(n), call(host ?? ''))
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
}
const another = microseconds(ask, count)
const warm = microseconds(ask, count)
console.log(JSON.stringify({ parse, first, cold, another, warm, kept, outcomes: Object.fromEntries(outcomes) }))
