import { isIpAddress } from '../istio/acceptance/names'
import { serviceHost, withoutFinalDot } from '../istio/host-name'
import { outsideAddressOf } from '../registry/addresses'
import { ANY_ADDRESS, listenAddressOf, type RegistryService } from '../registry/registry-service'
import type { KubernetesName, ServiceRegistry } from '../registry/service-registry'
import type { SidecarScope } from '../registry/sidecar-scope'

/** What a pod's resolver makes of a name. */
export interface ResolvedName {
  readonly address: string
  /** Lower case, no final dot; names of the cluster in full. */
  readonly name: string
  /** The Kubernetes Service that the name stands for. */
  readonly service: KubernetesName | undefined
  /** Names of ExternalName Services on the way. */
  readonly aliases: readonly string[]
}

const CLUSTER_SUFFIX = '.svc.cluster.local'
/** A name with fewer dots is first tried with the search list of the pod. */
const SEARCH_BELOW_DOTS = 5
const ALIAS_HOPS = 4

/** Resolves a name as a pod of a namespace does: search list, cluster DNS, then the world outside. */
export function resolveName(host: string, namespace: string, registry: ServiceRegistry): ResolvedName {
  const lower = host.toLowerCase()
  const literal = lower.startsWith('[') && lower.endsWith(']') ? lower.slice(1, -1) : lower
  if (isIpAddress(literal)) return { address: literal, name: literal, service: undefined, aliases: [] }
  const name = withoutFinalDot(lower)
  if (name === 'localhost') return { address: '127.0.0.1', name, service: undefined, aliases: [] }
  const isAbsolute = lower.endsWith('.')
  const searches = !isAbsolute && name.split('.').length - 1 < SEARCH_BELOW_DOTS
  let candidates = searches
    ? [`${name}.${namespace}${CLUSTER_SUFFIX}`, `${name}${CLUSTER_SUFFIX}`, `${name}.cluster.local`, name]
    : [name]
  const aliases: string[] = []
  for (let hop = 0; hop < ALIAS_HOPS; hop++) {
    const found = firstService(candidates, registry)
    if (!found) return outside(candidates.at(-1) ?? name, aliases)
    const { resource } = found.service.placed
    if (resource.type !== 'ExternalName') {
      const address = found.service.clusterIP ?? found.service.podAddresses[0] ?? outsideAddressOf(found.name)
      return { address, name: found.name, service: found.service, aliases }
    }
    aliases.push(found.name)
    candidates = [withoutFinalDot((resource.externalName ?? '').toLowerCase())]
  }
  return outside(candidates[0] ?? name, aliases)
}

function outside(name: string, aliases: readonly string[]): ResolvedName {
  return { address: outsideAddressOf(name), name, service: undefined, aliases }
}

function firstService(
  candidates: readonly string[],
  registry: ServiceRegistry,
): { readonly name: string; readonly service: KubernetesName } | undefined {
  for (const name of candidates) {
    const service = serviceNamed(name, registry) ?? headlessOfPod(name, registry)
    if (service) return { name, service }
  }
  return undefined
}

function serviceNamed(name: string, { kubernetesServices }: ServiceRegistry): KubernetesName | undefined {
  if (!name.endsWith(CLUSTER_SUFFIX)) return undefined
  const [service = '', namespace = '', ...rest] = name.slice(0, -CLUSTER_SUFFIX.length).split('.')
  return rest.length === 0 ? kubernetesServices.get(`${namespace}/${service}`) : undefined
}

/** Pods of a headless Service have names below its own. */
function headlessOfPod(name: string, registry: ServiceRegistry): KubernetesName | undefined {
  const dot = name.indexOf('.')
  const service = dot === -1 ? undefined : serviceNamed(name.slice(dot + 1), registry)
  return service?.placed.resource.clusterIP === 'None' ? service : undefined
}

/** The host of the Service that a resolved name stands for. */
export function hostOfService({ placed }: KubernetesName): string {
  return serviceHost(placed.resource.name, placed.namespace)
}

/**
 * What the sidecar's own DNS answers (semantics 7.7): addresses of entries, given ones included. The exact name, else the
 * closest wildcard. undefined: it passes the question on.
 */
export function capturedAddress(name: string, scope: SidecarScope, registry: ServiceRegistry): string | undefined {
  let current = name
  for (;;) {
    for (const listener of scope.listeners) {
      for (const service of listener.pick(registry.allOf(current))) {
        const address = dnsAddressOf(service, registry)
        if (address !== undefined) return address
      }
    }
    const rest = current.startsWith('*.') ? current.slice(2) : current
    const dot = rest.indexOf('.')
    if (dot === -1) return undefined
    current = `*.${rest.slice(dot + 1)}`
  }
}

function dnsAddressOf(service: RegistryService, registry: ServiceRegistry): string | undefined {
  const address = listenAddressOf(service)
  if (address !== ANY_ADDRESS) return isIpAddress(address) ? address : undefined
  if (service.resolution !== 'passthrough' || service.ports.length === 0) return undefined
  // Endpoints of a ServiceEntry carry no word about their health, and only healthy ones are answered.
  return service.isKubernetes ? registry.podAddressesOf(service)[0] : undefined
}
