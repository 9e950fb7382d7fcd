import { isSubsetOfLabels, type Labels } from '../istio/label-selector'
import { minorOf } from '../istio/newer-than'
import type { ServiceEntry } from '../istio/service-entry'
import type { Service } from '../kubernetes/service'
import type { MeshOptions, MeshResources } from './mesh-resources'
import type { MeshSettings } from './mesh-settings'
import type { Placed } from './placed'

/**
 * Stand-ins for addresses that only a cluster knows. Each is unique and from a range that such addresses usually have:
 * 10.96.0.0/12 for Services, 10.244.0.0/16 for pods, 240.240.0.0/16 for what istiod gives to entries, and the
 * documentation range 198.51.100.0/24 (RFC 5737) for names that only a DNS server out there can answer.
 */

/** The address that a server out there might have: it belongs to nothing in the files. */
export function outsideAddressOf(host: string): string {
  return `198.51.100.${1 + (hashOf(host.toLowerCase()) % 250)}`
}

/** A cluster IP for each Service that states none; by `namespace/name`. */
export function clusterAddresses(services: readonly Placed<Service>[]): ReadonlyMap<string, string> {
  const used = new Set(services.map(({ resource }) => resource.clusterIP))
  const keyed = services.map((placed) => ({ placed, key: `${placed.namespace}/${placed.resource.name}` }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const result = new Map<string, string>()
  let next = 1
  for (const { placed, key } of keyed) {
    const { clusterIP, type } = placed.resource
    if (clusterIP !== undefined) result.set(key, clusterIP)
    else if (type !== 'ExternalName' && !result.has(key)) {
      let address: string
      do {
        address = `10.96.${Math.floor(next / 250)}.${1 + (next % 250)}`
        next++
      } while (used.has(address))
      result.set(key, address)
    }
  }
  return result
}

/** The addresses behind a Service, as the files show them. */
export type PodAddressesOf = (service: Placed<Service>) => readonly string[]

/** Endpoints that the files state, else the pods of the workloads that the Service selects; found when asked for. */
export function podAddresses(resources: MeshResources): PodAddressesOf {
  const stated = new Map<string, string[]>()
  for (const { resource, namespace } of resources.endpoints) {
    if (resource.service === undefined) continue
    const key = `${namespace}/${resource.service}`
    stated.set(key, [...(stated.get(key) ?? []), ...resource.addresses])
  }
  const known = new Map<string, readonly string[]>()
  return ({ resource: { name, selector }, namespace }) => {
    const key = `${namespace}/${name}`
    const addresses =
      stated.get(key) ??
      known.get(key) ??
      (Object.keys(selector).length === 0 ? [] : selectedPods(resources, namespace, selector))
    known.set(key, addresses)
    return addresses
  }
}

/** One address for each workload whose pods the selector means. */
function selectedPods(resources: MeshResources, namespace: string, selector: Labels): readonly string[] {
  const addresses = new Set<string>()
  for (const workload of resources.workloads) {
    if (workload.namespace !== namespace || !isSubsetOfLabels(selector, workload.resource.podLabels)) continue
    const hash = hashOf(`${namespace}/${workload.resource.name}`)
    addresses.add(`10.244.${hash % 250}.${1 + (Math.floor(hash / 250) % 250)}`)
  }
  return [...addresses]
}

/** A server behind a service, with the labels by which a subset picks it. */
export interface ServiceEndpoint {
  readonly address: string
  readonly labels: Labels
}

/** What a ServiceEntry's workloadSelector selects: WorkloadEntries and pods of its namespace. */
export function selectedEndpoints(
  resources: MeshResources,
  namespace: string,
  selector: Labels,
): readonly ServiceEndpoint[] {
  const found: ServiceEndpoint[] = []
  for (const { resource, namespace: owner } of resources.endpoints) {
    if (resource.kind !== 'WorkloadEntry' || owner !== namespace) continue
    if (!isSubsetOfLabels(selector, resource.workloadLabels)) continue
    for (const address of resource.addresses) found.push({ address, labels: resource.workloadLabels })
  }
  for (const workload of resources.workloads) {
    const labels = workload.resource.podLabels
    if (workload.namespace !== namespace || !isSubsetOfLabels(selector, labels)) continue
    for (const address of selectedPods(resources, namespace, labels)) found.push({ address, labels })
  }
  return found
}

const OPT_OUT = 'networking.istio.io/enable-autoallocate-ip'

/**
 * The addresses that istiod gives to hosts of ServiceEntries without any, for the sidecar's own DNS to answer with
 * (semantics 7.7); by `namespace/entry/host`. Empty unless DNS capture is on.
 */
export function autoAllocatedAddresses(
  entries: readonly Placed<ServiceEntry>[],
  settings: MeshSettings,
  options: MeshOptions,
): ReadonlyMap<string, string> {
  const result = new Map<string, string>()
  if (!settings.dnsCapture || !allocates(settings, options)) return result
  let next = 0
  for (const { resource: entry, namespace } of entries) {
    if (entry.resolution === 'NONE' || entry.addresses.length > 0) continue
    if (entry.labels[OPT_OUT]?.toLowerCase() === 'false') continue
    for (const host of entry.hosts) {
      if (host.startsWith('*') && entry.resolution !== 'DYNAMIC_DNS') continue
      next++
      result.set(`${namespace}/${entry.name}/${host}`, `240.240.${Math.floor(next / 250)}.${1 + (next % 250)}`)
    }
  }
  return result
}

/** From 1.25 on istiod allocates by itself; before, the mesh had to ask for it. */
function allocates(settings: MeshSettings, options: MeshOptions): boolean {
  return settings.dnsAutoAllocate || minorOf(options.istioVersion) >= 25
}

/** FNV-1a, 32 bits: spreads names over a small range, the same in every run. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
