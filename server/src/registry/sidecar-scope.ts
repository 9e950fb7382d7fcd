import { equalLabels, type Labels } from '../istio/label-selector'
import type { Sidecar, SidecarEgressListener } from '../istio/sidecar'
import { sortPlacedByAge, type TieOrder } from './ages'
import { type ImportedListener, importListener } from './egress-listener'
import type { MeshResources } from './mesh-resources'
import { selects } from './mesh-settings'
import type { Placed } from './placed'
import type { RegistryService } from './registry-service'
import { countingPlaced, isVisibleTo, type ServiceRegistry } from './service-registry'
import { destinationsOf, type VirtualServicesVisibleTo } from './virtual-service-index'

/** What one workload may see of the registry. */
export interface SidecarScope {
  /** The caller's. */
  readonly namespace: string
  /** The Sidecar in force; undefined: none, everything visible is imported. */
  readonly sidecar: Placed<Sidecar> | undefined
  readonly listeners: readonly ImportedListener[]
  /** The service of a host for which clusters exist, those that VirtualServices pull in included. */
  serviceOf(host: string): RegistryService | undefined
}

/**
 * Which Sidecar is in force for a workload: of its namespace one that selects it, then one for all (only the oldest is
 * used), then the one for all of the root namespace (semantics 2.3).
 */
export type SidecarFor = (namespace: string, labels: Labels) => Placed<Sidecar> | undefined

export function indexSidecars(resources: MeshResources, { settings }: ServiceRegistry, ties: TieOrder): SidecarFor {
  const sorted = sortPlacedByAge(countingPlaced(resources.sidecars, settings), ties)
  const inOrder = [
    ...sorted.filter(({ resource }) => resource.workloadSelector),
    ...sorted.filter(({ resource }) => !resource.workloadSelector),
  ]
  const ofRoot = inOrder.find(
    ({ namespace, resource }) => namespace === settings.rootNamespace && !resource.workloadSelector,
  )
  return (namespace, labels) =>
    inOrder.find((placed) => placed.namespace === namespace && selects(placed.resource.workloadSelector, labels)) ??
    ofRoot
}

const EVERYTHING: readonly SidecarEgressListener[] = [
  { port: undefined, bind: undefined, captureMode: undefined, hosts: ['*/*'] },
]

/** Computes what a namespace sees through a Sidecar. */
export function createSidecarScope(
  namespace: string,
  sidecar: Placed<Sidecar> | undefined,
  registry: ServiceRegistry,
  virtualServices: VirtualServicesVisibleTo,
): SidecarScope {
  const visible = virtualServices(namespace)
  const listeners = (sidecar?.resource.egress ?? EVERYTHING).map((listener) =>
    importListener(listener, namespace, registry, visible),
  )
  const known = new Map<string, RegistryService | undefined>()
  const destinations = listeners.map((listener) => destinationsThrough(listener, namespace))
  return {
    namespace,
    sidecar,
    listeners,
    serviceOf: (host) => {
      if (!known.has(host)) known.set(host, serviceOfHost(host, namespace, listeners, destinations, registry))
      return known.get(host)
    },
  }
}

type Destinations = () => ReadonlyMap<string, readonly ReadonlySet<number>[]>

/** Which hosts, and which ports of them, the VirtualServices of a listener send to. */
function destinationsThrough(listener: ImportedListener, namespace: string): Destinations {
  let found: Map<string, ReadonlySet<number>[]> | undefined
  return () => {
    if (found) return found
    found = new Map()
    for (const virtualService of listener.virtualServices) {
      for (const [host, ports] of destinationsOf(virtualService, namespace)) {
        const list = found.get(host)
        if (list) list.push(ports)
        else found.set(host, [ports])
      }
    }
    return found
  }
}

/** What a listener imports comes first, then what its VirtualServices send to. */
function serviceOfHost(
  host: string,
  namespace: string,
  listeners: readonly ImportedListener[],
  destinations: readonly Destinations[],
  registry: ServiceRegistry,
): RegistryService | undefined {
  let service: RegistryService | undefined
  for (const [index, listener] of listeners.entries()) {
    for (const imported of listener.pick(registry.allOf(host))) service = joined(service, imported)
    for (const ports of destinations[index]?.().get(host) ?? []) {
      const destination = destinationService(host, namespace, registry)
      const wanted = listener.onlyPort === undefined ? ports : new Set([listener.onlyPort])
      const trimmed = destination && withPorts(destination, wanted)
      if (trimmed) service = joined(service, trimmed)
    }
  }
  return service
}

/** The destination as the own namespace declares it, else a Kubernetes Service, else the oldest visible entry. */
function destinationService(host: string, namespace: string, registry: ServiceRegistry): RegistryService | undefined {
  const candidates = registry.servicesOf(host)
  const own = candidates.get(namespace)
  if (own) return own
  const visible = [...candidates.values()].filter((service) => isVisibleTo(service, namespace))
  return (
    visible.find(({ isKubernetes }) => isKubernetes) ??
    visible.reduce<RegistryService | undefined>(
      (best, service) => (best && best.created <= service.created ? best : service),
      undefined,
    )
  )
}

/** The service with these ports only; 0 means all of them. undefined if it has none of them. */
function withPorts(service: RegistryService, ports: ReadonlySet<number>): RegistryService | undefined {
  if (ports.size === 0 || ports.has(0)) return service
  const kept = service.ports.filter(({ number }) => ports.has(number))
  if (kept.length === service.ports.length) return service
  return kept.length > 0 ? { ...service, ports: kept } : undefined
}

/** Of several services for a host the first stays, a Kubernetes one wins, and equal ones join their ports (semantics 4). */
function joined(existing: RegistryService | undefined, service: RegistryService): RegistryService {
  if (!existing || (!existing.isKubernetes && service.isKubernetes)) return service
  if (existing === service || (existing.isKubernetes && !service.isKubernetes)) return existing
  if (!canMerge(existing, service)) return existing
  const numbers = new Set(existing.ports.map(({ number }) => number))
  const added = service.ports.filter(({ number }) => !numbers.has(number))
  return added.length > 0 ? { ...existing, ports: [...existing.ports, ...added] } : existing
}

/** Entries of one namespace join only if they differ in nothing but ports. */
function canMerge(a: RegistryService, b: RegistryService): boolean {
  return (
    a.namespace === b.namespace &&
    a.resolution === b.resolution &&
    a.isKubernetes === b.isKubernetes &&
    equalLabels(a.labels, b.labels) &&
    equalLabels(a.selector, b.selector) &&
    equalExports(a, b)
  )
}

/** As written: leaving `exportTo` out is not the same as `["*"]` here. */
function equalExports(a: RegistryService, b: RegistryService): boolean {
  const left = new Set(statedExports(a))
  const right = new Set(statedExports(b))
  return left.size === right.size && [...right].every((value) => left.has(value))
}

function statedExports({ declaredBy: { resource }, exportTo }: RegistryService): readonly string[] {
  return resource.kind === 'ServiceEntry' ? (resource.exportTo ?? []) : exportTo
}
