import { isSubsetOfLabels, type Labels } from '../istio/label-selector'
import type { ServiceEntry } from '../istio/service-entry'
import type { Service } from '../kubernetes/service'
import {
  autoAllocatedAddresses,
  clusterAddresses,
  type PodAddressesOf,
  podAddresses,
  type ServiceEndpoint,
  selectedEndpoints,
} from './addresses'
import { sortByAge, type TieOrder } from './ages'
import { createHostIndex, type HostIndex } from './host-index'
import type { MeshOptions, MeshResources } from './mesh-resources'
import { type MeshSettings, meshSettings } from './mesh-settings'
import type { Placed } from './placed'
import { createPodBinds, isPlacedService, type PodBinds } from './pod-binds'
import { createPortIndex, type PortIndex } from './port-index'
import {
  isExportedTo,
  type RegistryService,
  refusedByPlacement,
  type ServiceAlias,
  serviceOfKubernetes,
  servicesOfEntry,
} from './registry-service'

/** Every Service and ServiceEntry that istiod holds, and who may see them. */
export interface ServiceRegistry {
  readonly settings: MeshSettings
  /** Oldest first. */
  readonly services: readonly RegistryService[]
  /** What a namespace may see: what is exported to it by name first, then what is public; each oldest first. */
  visibleTo(namespace: string): readonly RegistryService[]
  /** The one service that stands for a host of a namespace: a Kubernetes Service, else the oldest. */
  serviceOf(host: string, namespace: string): RegistryService | undefined
  /** For each namespace that declares `host`: the service that stands for it there. */
  servicesOf(host: string): ReadonlyMap<string, RegistryService>
  readonly byHost: HostIndex
  /** The services that have a port. */
  onPort(number: number): PortIndex
  /** Every service of exactly this host, oldest first. */
  allOf(host: string): readonly RegistryService[]
  /** The servers behind a port of a host as a namespace declares it, those with `labels` only. */
  endpointsOf(host: string, namespace: string, port: number, labels: Labels): readonly ServiceEndpoint[]
  /** Pod addresses of the Kubernetes Service for which the service stands, by itself or by its host. */
  podAddressesOf(service: RegistryService): readonly string[]
  /** The addresses of pods on which a service without any address of its own listens. */
  readonly podBinds: PodBinds
  /** Every Service, those that istiod does not see included: DNS knows them all. */
  readonly kubernetesServices: ReadonlyMap<string, KubernetesName>
}

/** What cluster DNS knows of a Service. */
export interface KubernetesName {
  readonly placed: Placed<Service>
  /** undefined for a headless Service and an alias. */
  readonly clusterIP: string | undefined
  readonly podAddresses: readonly string[]
}

/** The registry of a mesh. Refused resources and those of undiscovered namespaces count for nothing. */
export function createServiceRegistry(
  resources: MeshResources,
  options: MeshOptions,
  ties: TieOrder = 'by-name',
): ServiceRegistry {
  const settings = meshSettings(resources)
  const entries = countingPlaced(resources.serviceEntries, settings)
  const clusterIPs = clusterAddresses(accepted(resources.services))
  const pods = podAddresses(resources)
  const autoAddresses = autoAllocatedAddresses(entries, settings, options)
  const declared = [
    ...entries.flatMap((entry) => servicesOfEntry(entry, settings, options, autoAddresses)),
    ...countingPlaced(resources.services, settings).map((service) =>
      serviceOfKubernetes(service, settings, clusterIPs.get(`${service.namespace}/${service.resource.name}`)),
    ),
  ]
  const sorted = sortByAge(declared, ties, ({ created, sortName, namespace }) => ({
    created,
    names: [sortName, namespace],
  }))
  const services = withAliases(sorted).map((service, order) => ({ ...service, order }))
  const standing = indexByHost(services)
  const all = groupBy(services, ({ host }) => [host])
  const byPort = groupBy(services, ({ ports }) => [...new Set(ports.map(({ number }) => number))])
  const endpointsOf = endpointIndex(resources, entries)
  const allOf = (host: string) => all.get(host) ?? []
  const podBinds = createPodBinds({ allOf, endpointsOf }, pods)
  const portIndexes = new Map<number, PortIndex>()
  return {
    settings,
    services,
    byHost: createHostIndex(services),
    onPort: (number) => {
      const known = portIndexes.get(number)
      if (known) return known
      const index = createPortIndex(number, byPort.get(number) ?? [], podBinds)
      portIndexes.set(number, index)
      return index
    },
    allOf,
    visibleTo: visibility(services),
    serviceOf: (host, namespace) => standing.get(host)?.get(namespace),
    servicesOf: (host) => standing.get(host) ?? NO_SERVICES,
    endpointsOf,
    podAddressesOf: (service) => {
      const { declaredBy } = standing.get(service.host)?.get(service.namespace) ?? service
      return isPlacedService(declaredBy) ? pods(declaredBy) : []
    },
    podBinds,
    kubernetesServices: kubernetesNames(accepted(resources.services), clusterIPs, pods),
  }
}

function groupBy<K>(
  services: readonly RegistryService[],
  keysOf: (service: RegistryService) => readonly K[],
): ReadonlyMap<K, readonly RegistryService[]> {
  const groups = new Map<K, RegistryService[]>()
  for (const service of services) {
    for (const key of keysOf(service)) {
      const group = groups.get(key)
      if (group) group.push(service)
      else groups.set(key, [service])
    }
  }
  return groups
}

const NO_SERVICES: ReadonlyMap<string, RegistryService> = new Map()

/** Those that istiod sees and accepts, each object once. */
export function countingPlaced<P extends Placed>(list: readonly P[], settings: MeshSettings): readonly P[] {
  return accepted(list).filter(({ namespace }) => settings.isDiscovered(namespace))
}

/** A file that several overlays put into one namespace still holds one object. */
function accepted<P extends Placed>(list: readonly P[]): readonly P[] {
  const seen = new Set<string>()
  return list.filter(({ resource, namespace, uri }) => {
    if (resource.rejections.length > 0) return false
    const identity = `${namespace}|${resource.name}|${uri}|${resource.key}`
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  })
}

function visibility(services: readonly RegistryService[]): (namespace: string) => readonly RegistryService[] {
  const everywhere: RegistryService[] = []
  const named = new Map<string, RegistryService[]>()
  for (const service of services) {
    if (service.exportTo.includes('*')) everywhere.push(service)
    else if (!service.exportTo.includes('~')) {
      const namespaces = new Set(service.exportTo.map((value) => (value === '.' ? service.namespace : value)))
      for (const namespace of namespaces) {
        const list = named.get(namespace)
        if (list) list.push(service)
        else named.set(namespace, [service])
      }
    }
  }
  return (namespace) => {
    const own = named.get(namespace)
    return own ? [...own, ...everywhere] : everywhere
  }
}

function indexByHost(services: readonly RegistryService[]): ReadonlyMap<string, ReadonlyMap<string, RegistryService>> {
  const byHost = new Map<string, Map<string, RegistryService>>()
  for (const service of services) {
    const byNamespace = byHost.get(service.host) ?? new Map<string, RegistryService>()
    byHost.set(service.host, byNamespace)
    const existing = byNamespace.get(service.namespace)
    if (!existing || (!existing.isKubernetes && service.isKubernetes)) byNamespace.set(service.namespace, service)
  }
  return byHost
}

/** Tells each service which ExternalName Services stand for it, through chains of them (semantics 8.6). */
function withAliases(services: readonly RegistryService[]): readonly RegistryService[] {
  const aliases = services.filter(({ resolution }) => resolution === 'alias')
  if (aliases.length === 0) return services
  const targets = new Map(aliases.map(({ host, externalName }) => [host, externalName ?? '']))
  const byTarget = new Map<string, ServiceAlias[]>()
  for (const { host, namespace } of aliases) {
    const target = finalTarget(host, targets)
    if (target === undefined) continue
    byTarget.set(target, [...(byTarget.get(target) ?? []), { host, namespace }])
  }
  for (const list of byTarget.values())
    list.sort((a, b) => compare(a.namespace, b.namespace) || compare(a.host, b.host))
  return services.map((service) => {
    const own = byTarget.get(service.host)
    return own ? { ...service, aliases: own } : service
  })
}

function finalTarget(alias: string, targets: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set([alias])
  let current = targets.get(alias)
  while (current !== undefined) {
    if (seen.has(current)) return undefined
    seen.add(current)
    const next = targets.get(current)
    if (next === undefined) return current
    current = next
  }
  return undefined
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Endpoints of one host and namespace are shared by all its entries, whichever declares them. */
function endpointIndex(
  resources: MeshResources,
  entries: readonly Placed<ServiceEntry>[],
): ServiceRegistry['endpointsOf'] {
  const byHost = new Map<string, Placed<ServiceEntry>[]>()
  for (const placed of entries) {
    if (refusedByPlacement(placed.resource, placed.namespace)) continue
    for (const host of placed.resource.hosts) {
      const key = `${placed.namespace}/${host}`
      const list = byHost.get(key)
      if (list) list.push(placed)
      else byHost.set(key, [placed])
    }
  }
  return (host, namespace, port, labels) => {
    const found: ServiceEndpoint[] = []
    for (const { resource: entry } of byHost.get(`${namespace}/${host}`) ?? []) {
      if (!entry.ports.some(({ number }) => number === port)) continue
      found.push(...endpointsOfEntry(resources, entry, host, namespace))
    }
    return found.filter((endpoint) => isSubsetOfLabels(labels, endpoint.labels))
  }
}

function endpointsOfEntry(
  resources: MeshResources,
  entry: ServiceEntry,
  host: string,
  namespace: string,
): readonly ServiceEndpoint[] {
  if (entry.workloadSelector) return selectedEndpoints(resources, namespace, entry.workloadSelector)
  if (entry.endpoints.length > 0) return entry.endpoints
  const usesDns = entry.resolution === 'DNS' || entry.resolution === 'DNS_ROUND_ROBIN'
  return usesDns ? [{ address: host, labels: {} }] : []
}

function kubernetesNames(
  services: readonly Placed<Service>[],
  clusterIPs: ReadonlyMap<string, string>,
  pods: PodAddressesOf,
): ReadonlyMap<string, KubernetesName> {
  const names = new Map<string, KubernetesName>()
  for (const placed of services) {
    const key = `${placed.namespace}/${placed.resource.name}`
    if (names.has(key)) continue
    const address = clusterIPs.get(key)
    const clusterIP = address === 'None' ? undefined : address
    names.set(key, { placed, clusterIP, podAddresses: address === 'None' ? pods(placed) : [] })
  }
  return names
}

/** True if `namespace` may see the service (semantics 3.2). */
export function isVisibleTo(service: RegistryService, namespace: string): boolean {
  return isExportedTo(service.exportTo, service.namespace, namespace)
}
