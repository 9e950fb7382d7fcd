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
  /** Of each host the service for which clusters exist, those that VirtualServices pull in included. */
  readonly services: ReadonlyMap<string, RegistryService>
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
  return { namespace, sidecar, listeners, services: servicesOfScope(namespace, listeners, registry) }
}

function servicesOfScope(
  namespace: string,
  listeners: readonly ImportedListener[],
  registry: ServiceRegistry,
): ReadonlyMap<string, RegistryService> {
  const services = new Map<string, RegistryService>()
  for (const listener of listeners) {
    for (const service of listener.services) addService(services, service)
    for (const virtualService of listener.virtualServices) {
      for (const [host, ports] of destinationsOf(virtualService, namespace)) {
        const service = destinationService(host, namespace, registry)
        if (!service) continue
        const trimmed =
          listener.onlyPort === undefined ? withPorts(service, ports) : withPorts(service, new Set([listener.onlyPort]))
        if (trimmed) addService(services, trimmed)
      }
    }
  }
  return services
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
function addService(services: Map<string, RegistryService>, service: RegistryService): void {
  const existing = services.get(service.host)
  if (!existing || (!existing.isKubernetes && service.isKubernetes)) {
    services.set(service.host, service)
    return
  }
  if (existing === service || (existing.isKubernetes && !service.isKubernetes)) return
  if (!canMerge(existing, service)) return
  const numbers = new Set(existing.ports.map(({ number }) => number))
  const added = service.ports.filter(({ number }) => !numbers.has(number))
  if (added.length > 0) services.set(service.host, { ...existing, ports: [...existing.ports, ...added] })
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

function equalExports(a: RegistryService, b: RegistryService): boolean {
  const left = new Set(a.exportTo)
  return left.size === new Set(b.exportTo).size && b.exportTo.every((value) => left.has(value))
}
