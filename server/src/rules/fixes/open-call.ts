import type { EgressVerdict } from '../../egress/egress-verdict'
import { hostCovers, serviceHost } from '../../istio/host-name'
import type { ServiceEntry } from '../../istio/service-entry'
import type { SidecarEgressListener } from '../../istio/sidecar'
import type { JudgedCall } from '../../mesh/mesh'
import type { PlacedRef } from '../../registry/placed'
import { refText } from '../call-words'
import type { ChangeResource, Draft } from './draft'
import { entryPort, isAccepted, lacksAddresses } from './entry-facts'
import { entryProtocol } from './entry-protocol'
import { type Concern, concernOf } from './touched'

/** The annotation by which a Kubernetes Service says who may see it. */
export const EXPORT_ANNOTATION = 'networking.istio.io/exportTo'

/** Where the control plane lives unless the mesh configuration says otherwise. */
const ROOT_NAMESPACE = 'istio-system'

/** More changes than this for one call are no small fix any more. */
const MAX_STEPS = 4

/**
 * Changes a draft, step by step and each time by what the verdict names, until the call is registered.
 * @param declare adds a declaration where none is there; false where it cannot
 * @returns false where a step has no sound answer; the draft is then half-done, so call this inside `draft.attempt`
 */
export async function openCall(draft: Draft, call: JudgedCall, declare: () => Promise<boolean>): Promise<boolean> {
  for (let step = 0; step < MAX_STEPS; step++) {
    const verdict = draft.verdict(call)
    // Where only the age of objects decides, nobody knows whether the call is open.
    if (verdict.outcome === 'registered') return !verdict.ambiguous
    if (!(await takeStep(draft, call, verdict, declare))) return false
  }
  return isOpen(draft, call)
}

/** True if the call reaches its host, whichever of equally old objects Istio takes. */
export function isOpen(draft: Draft, call: JudgedCall): boolean {
  const { outcome, ambiguous } = draft.verdict(call)
  return outcome === 'registered' && !ambiguous
}

async function takeStep(
  draft: Draft,
  call: JudgedCall,
  verdict: EgressVerdict,
  declare: () => Promise<boolean>,
): Promise<boolean> {
  const own = draft.createdFor(call.destination.host, call.namespace)
  // Where a new entry already declares the call, only a Sidecar can stand in its way.
  if (own && declaresCall(draft, call, own)) return importHost(draft, call, verdict, own)
  const [nearest] = verdict.nearMisses
  switch (verdict.cause) {
    case 'not-exported':
      if (!nearest) return false
      // An entry that this very draft made for another namespace is no reason to lean on it.
      return draft.isCreated(nearest) ? declare() : widenExport(draft, nearest, call.namespace)
    case 'outside-sidecar-scope':
      return nearest !== undefined && importHost(draft, call, verdict, nearest)
    case 'port-not-registered':
      if (!nearest) return false
      return declaresCall(draft, call, nearest)
        ? importHost(draft, call, verdict, nearest)
        : addPort(draft, call, nearest) || (isUnderWildcard(draft, call, nearest) && declare())
    case 'protocol-mismatch':
      if (!nearest) return false
      return declaresCall(draft, call, nearest)
        ? importHost(draft, call, verdict, nearest)
        : changeProtocol(draft, call, nearest) || (isUnderWildcard(draft, call, nearest) && declare())
    case 'undeclared':
      return declare()
    case 'captured':
      // A declaration of its own tells TLS and HTTP apart by name; TCP hosts on one port cannot be.
      return nearest === undefined && declare()
    default:
      return false
  }
}

/** Adds one namespace to the `exportTo` of an entry, or to the annotation of a Service. */
function widenExport(draft: Draft, ref: PlacedRef, namespace: string): boolean {
  const note = `Export ${refText(ref)} to namespace ${namespace}`
  const added = ref.namespace === namespace ? '.' : namespace
  if (ref.kind === 'Service') {
    const said = draft.serviceOf(ref)?.resource.annotations[EXPORT_ANNOTATION] ?? '.'
    if (/[~*]/.test(said)) return false
    const value = `${said},${added}`
    draft.change(
      ref,
      (resource) => ({ ...resource, annotations: { ...resource.annotations, [EXPORT_ANNOTATION]: value } }),
      note,
      [namespace],
    )
    return true
  }
  const entry = draft.entryOf(ref)?.resource
  if (!entry) return false
  const exportTo = [...(entry.exportTo ?? ['.']), added]
  // `~` hides an entry on purpose and stands alone; nobody's namespace can be put beside it.
  if (exportTo.includes('~') || exportTo.includes('*') || !isAccepted({ ...entry, exportTo })) return false
  draft.change(ref, entryChange({ exportTo }), note, [namespace])
  return true
}

/**
 * True if the entry already declares exactly what is called: then a Sidecar's listener with a port of its own has
 * imported that port alone.
 */
function declaresCall(draft: Draft, { destination }: JudgedCall, ref: PlacedRef): boolean {
  const { port, protocol } = destination
  const wanted = entryProtocol(protocol, port)
  const ports = draft.entryOf(ref)?.resource.ports ?? []
  return ports.some((each) => each.number === port && entryProtocol(each.protocol, port) === wanted)
}

/** Adds the port that is called to the entry that declares the host. */
function addPort(draft: Draft, { destination }: JudgedCall, ref: PlacedRef): boolean {
  const entry = draft.entryOf(ref)?.resource
  const { port } = destination
  if (!entry || port === null) return false
  const protocol = entryProtocol(destination.protocol, port)
  const ports = [
    ...entry.ports,
    entryPort(
      port,
      protocol,
      entry.ports.map(({ name }) => name),
    ),
  ]
  if (!isAccepted({ ...entry, ports }) || newlyLacksAddresses(entry, ports)) return false
  draft.change(ref, entryChange({ ports }), `Add port ${port} (${protocol}) to ${refText(ref)}`)
  return true
}

/** Declares the port that is called for the protocol that the call speaks. */
function changeProtocol(draft: Draft, { destination }: JudgedCall, ref: PlacedRef): boolean {
  const entry = draft.entryOf(ref)?.resource
  const { port } = destination
  if (!entry?.ports.some(({ number }) => number === port)) return false
  const protocol = entryProtocol(destination.protocol, port)
  const ports = entry.ports.map((each) => (each.number === port ? { ...each, protocol } : each))
  if (!isAccepted({ ...entry, ports }) || newlyLacksAddresses(entry, ports)) return false
  draft.change(ref, entryChange({ ports }), `Declare port ${port} of ${refText(ref)} as ${protocol}`)
  return true
}

/** An entry that istiod takes without a warning must not get one. */
function newlyLacksAddresses(entry: ServiceEntry, ports: ServiceEntry['ports']): boolean {
  return lacksAddresses({ ...entry, ports }) && !lacksAddresses(entry)
}

/** The nearest declaration only covers the host by a wildcard: one for the very host then serves its own ports beside it. */
function isUnderWildcard(draft: Draft, { destination: { host } }: JudgedCall, ref: PlacedRef): boolean {
  const entry = draft.entryOf(ref)?.resource
  return entry !== undefined && !entry.hosts.includes(host)
}

/** Adds `namespace/host` to the listener of the Sidecar in force that serves the call's port. */
function importHost(draft: Draft, call: JudgedCall, { sidecar: ref }: EgressVerdict, declared: PlacedRef): boolean {
  const sidecar = ref && draft.sidecarOf(ref)?.resource
  if (!ref || !sidecar?.egress) return false
  const host = declaredHost(draft, call, declared)
  if (host === undefined) return false
  // A Sidecar of several overlays says `./` for the namespace that each of them gives it.
  const homes = new Set(
    draft.resources.sidecars.flatMap((each) =>
      each.uri === ref.uri && each.resource.key === ref.key ? [each.namespace] : [],
    ),
  )
  const own = homes.size > 1 && declared.namespace === call.namespace
  // Istiod takes `./` for the Sidecar's own namespace and warns of the same host twice, although it is the caller's.
  const isSaid =
    homes.has(declared.namespace) && sidecar.egress.some(({ hosts }) => hosts.some((each) => each.startsWith('./')))
  const from = own ? '.' : isSaid && declared.namespace !== call.namespace ? '*' : declared.namespace
  const wanted = `${from}/${host}`
  const egress = withImport(sidecar.egress, call.destination.port, wanted)
  if (!egress) return false
  const change: ChangeResource = (resource) => ({ ...resource, egress })
  // A Sidecar of the root namespace also counts where there is none.
  const reach = homes.has(call.namespace) && !isRoot(draft, call.namespace) ? [...homes] : 'everywhere'
  draft.change(ref, change, `Import ${wanted} in ${refText(ref)}`, reach, importConcern(draft, call, declared))
  return true
}

function isRoot({ resources }: Draft, namespace: string): boolean {
  return (
    resources.meshConfigs.some(({ resource }) => resource.rootNamespace === namespace) || namespace === ROOT_NAMESPACE
  )
}

/** An import brings a host in; as the first one of a listener with a port, it also closes that port to the listeners behind. */
function importConcern(draft: Draft, { destination: { port } }: JudgedCall, declared: PlacedRef): Concern | undefined {
  const entry = draft.entryOf(declared)?.resource
  if (!entry) return undefined
  const { hosts, ports } = concernOf(entry, draft.lonerPorts())
  const isClosing = draft.resources.sidecars.some(({ resource }) =>
    resource.egress?.some((each) => each.port?.number === port),
  )
  return { hosts, ports: isClosing && port !== null ? [...ports, port] : ports }
}

/** The listener of the call's port, else the one for all ports, else a new one for all ports. */
function withImport(
  egress: readonly SidecarEgressListener[],
  port: number | null,
  host: string,
): readonly SidecarEgressListener[] | undefined {
  const exact = egress.findIndex((listener) => listener.port?.number === port && listener.captureMode !== 'NONE')
  const index = exact !== -1 ? exact : egress.findIndex((listener) => listener.port === undefined)
  const listener = egress[index]
  if (!listener) return [...egress, { port: undefined, bind: undefined, captureMode: undefined, hosts: [host] }]
  if (listener.hosts.includes(host)) return undefined
  return egress.with(index, { ...listener, hosts: [...listener.hosts, host] })
}

/** The host as its declaration names it: an import has to cover all of a wildcard. */
function declaredHost(draft: Draft, call: JudgedCall, ref: PlacedRef): string | undefined {
  const service = draft.serviceOf(ref)
  if (service) return serviceHost(service.resource.name, service.namespace)
  const hosts = draft.entryOf(ref)?.resource.hosts ?? []
  const { host } = call.destination
  return hosts.find((each) => each === host) ?? hosts.find((each) => hostCovers(each, host)) ?? hosts[0]
}

function entryChange(change: Partial<Pick<ServiceEntry, 'exportTo' | 'ports'>>): ChangeResource {
  return (resource) => ({ ...resource, ...change })
}
