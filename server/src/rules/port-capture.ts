import type { ServiceEntry } from '../istio/service-entry'
import type { JudgedCall, Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { codeOf } from './call-trouble'
import { callersText, listText, namespacesText, refText, sentences } from './call-words'
import { mayMeet, type ResourceInFile, resourcesIn } from './placed-in'
import type { Finding, RelatedPlace, Rule } from './rule'

/** An entry whose port takes connections that are meant for other hosts: the other side of `captured-host`. */
export const portCapture: Rule = {
  code: 'port-capture',
  summary:
    'A TCP port (or one without `protocol`) of a ServiceEntry without `addresses` takes the traffic of other hosts.',
  severity: 'warning',
  istio: ['IST0134'],
  fixable: false,
  *check(file, mesh) {
    for (const entry of resourcesIn('ServiceEntry', file, mesh)) {
      for (const [index, { number }] of entry.resource.ports.entries()) {
        const found = entry.placed.map((placed) => hitsOf(placed, number, mesh)).find(isHit)
        if (found) yield findingOf(entry, index, found)
      }
    }
  },
}

/** What one port of an entry takes away. */
interface Hits {
  readonly placed: Placed<ServiceEntry>
  /** Calls of these files that end at the entry. */
  readonly calls: readonly JudgedCall[]
  /** Hosts that are declared, and never reached from where they are. */
  readonly declared: ReturnType<Mesh['engine']['declarations']['takenHosts']>
}

function hitsOf(placed: Placed<ServiceEntry>, port: number, mesh: Mesh): Hits {
  const ref = refOf(placed)
  const { declarations } = mesh.engine
  if (!declarations.takenPorts(ref).includes(port)) return { placed, calls: [], declared: [] }
  const calls = mesh
    .capturedBy(ref, port)
    .filter(({ call, external }) => codeOf(call, external, mesh) === 'captured-host')
    .map(({ call }) => call)
  return {
    placed,
    calls,
    declared: declarations.takenHosts(ref, port).filter(({ entry }) => mayMeet(placed, entry, mesh)),
  }
}

function isHit({ calls, declared }: Hits): boolean {
  return calls.length > 0 || declared.length > 0
}

function findingOf(entry: ResourceInFile<ServiceEntry>, index: number, hits: Hits): Finding {
  const { resource, place } = entry
  const port = resource.ports[index]
  const number = port?.number ?? 0
  const name = refText(refOf(hits.placed))
  const hosts = [
    ...new Set([...hits.calls.map(({ destination }) => destination.host), ...hits.declared.map(({ host }) => host)]),
  ].sort()
  return {
    range: place(`spec.ports[${index}].number`),
    message: sentences(
      `Port ${number} of ${name} also takes what is meant for ${hosts.length > MANY ? `${hosts.slice(0, 2).join(', ')} and many more` : listText(hosts)}`,
      'Plain TCP carries no host name, and the entry has no addresses, so Envoy sends it every connection to the port that nothing more exact matches',
      ...consequences(hits, listText(resource.hosts)),
      advice(port?.protocol ?? '', number),
      hits.calls.length === 0 && hits.declared.every(({ ambiguous }) => ambiguous)
        ? 'Which entry comes first is decided by age, which these files do not tell; here the order of names is taken'
        : undefined,
    ),
    related: relatedPlaces(hits),
    data: {
      port: number,
      hosts,
      callers: hits.calls.map(({ namespace, workload, destination }) => ({
        namespace,
        workload: workload ? `${workload.kind}/${workload.name}` : null,
        host: destination.host,
      })),
    },
  }
}

function consequences({ calls, declared, placed }: Hits, own: string): readonly string[] {
  const said: string[] = []
  const passesOn = placed.resource.resolution === 'NONE'
  if (calls.length > 0) {
    const where = passesOn
      ? `are handled as those to ${own}, though with resolution NONE they still go to the address that was called`
      : `arrive at ${own}`
    said.push(`Hit: ${callersText(calls) ?? `calls from ${namespacesText(calls)}`}, whose connections ${where}`)
  }
  const [first, ...more] = declared
  if (first) {
    const others = more.length > 0 ? ` (and ${more.length < MANY ? more.length : 'many'} more)` : ''
    said.push(
      `${refText(first.entry)}${others} is never ${passesOn ? 'used' : 'reached'} in namespace ${first.namespace}`,
    )
  }
  return said
}

function advice(protocol: string, port: number): string {
  const ways = `write the host's addresses into the entry, keep it by exportTo to the namespaces that need it, or switch DNS capture on, which gives each such host an address of its own`
  if (protocol !== '') return ways.charAt(0).toUpperCase() + ways.slice(1)
  return `Say what port ${port} speaks: with TLS or HTTP the name of the host decides. If it is plain TCP, ${ways}`
}

/** From here on nobody counts, and not all of them are gathered. */
const MANY = 7

/** More than this many places say nothing new. */
const MAX_RELATED = 4

function relatedPlaces({ calls, declared }: Hits): readonly RelatedPlace[] {
  const places = new Map<string, RelatedPlace>()
  for (const { workload, destination } of calls) {
    if (workload)
      places.set(`${workload.uri} ${workload.key}`, {
        at: workload,
        message: `${refText(workload)} calls ${destination.host}.`,
      })
  }
  for (const { entry, host } of declared) {
    places.set(`${entry.uri} ${entry.key}`, { at: entry, message: `${refText(entry)} declares ${host}.` })
  }
  return [...places.values()].slice(0, MAX_RELATED)
}
