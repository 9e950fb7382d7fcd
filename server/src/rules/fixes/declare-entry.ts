import type { JudgedCall } from '../../mesh/mesh'
import type { CallTrouble } from '../call-trouble'
import { namespacesOf } from '../call-words'
import type { Draft } from './draft'
import { entryPort, isAccepted, newEntry } from './entry-facts'
import { entryProtocol } from './entry-protocol'
import { findTarget } from './entry-target'

/**
 * Adds a ServiceEntry for a destination to a draft, or its port to the one that the draft already added for the host.
 * The entry lives in the namespaces of the callers.
 * @returns false where no such entry can be declared: no port is known, istiod would refuse it, or no file can hold it
 */
export async function declareEntry(trouble: CallTrouble, draft: Draft, exportTo: readonly string[]): Promise<boolean> {
  const { fact } = trouble.destination
  const port = fact.port ?? likelyPort(fact.protocol)
  if (port === undefined) return false
  const protocol = entryProtocol(fact.protocol, port)
  const namespaces = namespacesOf(trouble.calls)
  const known = namespaces[0] === undefined ? undefined : draft.createdFor(fact.host, namespaces[0])
  if (known) {
    const ports = draft.entryOf(known)?.resource.ports ?? []
    if (ports.some(({ number }) => number === port)) return false
    const added = entryPort(
      port,
      protocol,
      ports.map(({ name }) => name),
    )
    draft.change(
      known,
      (resource) => ('resolution' in resource ? { ...resource, ports: [...resource.ports, added] } : resource),
      '',
    )
    const changed = draft.entryOf(known)?.resource
    return changed !== undefined && isAccepted(changed)
  }
  if (isAddressTaken(draft, fact.host, port, namespaces)) return false
  const taken = namesIn(draft, namespaces)
  const { istioVersion } = draft.mesh.setup.options
  const entry = newEntry({
    host: fact.host,
    port,
    protocol,
    exportTo,
    istioVersion,
    isTaken: (name) => taken.has(name),
  })
  if (!entry) return false
  const target = await findTarget(draft.mesh, placeRequest(trouble, draft, namespaces), draft.read)
  if (!target) return false
  draft.addEntry(entry, target, noteOf(fact.host, namespaces, exportTo))
  return true
}

/** An address has one meaning on each port: a second entry for it would only rival the first. */
function isAddressTaken(draft: Draft, host: string, port: number, namespaces: readonly string[]): boolean {
  return draft.resources.serviceEntries.some(
    ({ namespace, resource }) =>
      namespaces.includes(namespace) &&
      resource.addresses.includes(host) &&
      resource.ports.some(({ number }) => number === port),
  )
}

/** Where nothing says the port, the usual one of the protocol; TLS is what most hosts speak. */
function likelyPort(protocol: string | null): number | undefined {
  if (protocol === null) return 443
  const known = entryProtocol(protocol, null)
  return known === 'TLS' ? 443 : known === 'HTTP' ? 80 : undefined
}

function noteOf(host: string, namespaces: readonly string[], exportTo: readonly string[]): string {
  const where = `in ${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${namespaces.join(', ')}`
  return exportTo.includes('*')
    ? `Create ServiceEntry for ${host} for the whole mesh, ${where}`
    : `Create ServiceEntry for ${host} ${where}`
}

function placeRequest({ calls, destination }: CallTrouble, draft: Draft, namespaces: readonly string[]) {
  const planned = new Set(draft.created.map(({ target }) => target.uri))
  return {
    namespaces,
    assumed: calls.every((call) => isGuessed(call, draft)),
    overlays: new Set(calls.flatMap(({ overlay }) => overlay ?? [])),
    beside: calls[0].workload?.uri ?? destination.uri,
    fileName:
      `serviceentry-${destination.fact.host.replace(/^\*\./, 'wildcard.').replaceAll(/[^a-z0-9.-]+/gi, '-')}`.slice(
        0,
        200,
      ),
    isPlanned: (uri: string) => planned.has(uri),
  }
}

/** True if nothing names the caller's namespace: `default` is then our word, not the files'. */
function isGuessed(call: JudgedCall, draft: Draft): boolean {
  if (call.namespace !== 'default' || call.overlay !== undefined) return false
  const { uri } = call.workload ?? call
  const head = draft.mesh.files
    .get(uri)
    ?.facts.resources.find(({ key }) => key === (call.workload?.key ?? call.destination.resource))
  return draft.mesh
    .placementsOfFile(uri)
    .every(({ namespace, fallbackNamespace }) => (namespace ?? head?.namespace ?? fallbackNamespace) === undefined)
}

/** The names of ServiceEntries in the given namespaces, as they stand there and as their files write them. */
function namesIn(draft: Draft, namespaces: readonly string[]): ReadonlySet<string> {
  return new Set(
    draft.resources.serviceEntries.flatMap(({ namespace, resource }) => {
      if (!namespaces.includes(namespace)) return []
      return [resource.name, resource.key.split('/').at(-1)?.split('#')[0] ?? resource.name]
    }),
  )
}
