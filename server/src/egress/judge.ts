import { isIpAddress } from '../istio/acceptance/names'
import { fullyQualifiedHost, hostCovers } from '../istio/host-name'
import { ANY_ADDRESS, type RegistryService } from '../registry/registry-service'
import type { ServiceRegistry } from '../registry/service-registry'
import type { MeshVirtualService } from '../registry/virtual-service-index'
import type { Connection } from './chain-match'
import type { Call, Outcome } from './egress-verdict'
import type { Envoy, Passage } from './envoy'
import { DYNAMIC_DNS_CLUSTER, hostOfCluster, PASSTHROUGH } from './envoy-config'
import { isInRange, isLoopback } from './ip-range'
import { capturedAddress, hostOfService, type ResolvedName, resolveName } from './resolve-name'
import { serviceOfHost } from './sidecar-proxy'
import { connectionOf, requestOf, type Wire, wireOf } from './wire'

/** What became of one call on one port. */
export interface Judgement {
  readonly outcome: Outcome
  readonly cluster: string
  /** The service whose cluster it is. */
  readonly service: RegistryService | undefined
  readonly via: MeshVirtualService | undefined
  /** The Sidecar's egress proxy took it. */
  readonly byEgressProxy: boolean
  /** undefined: loopback, which never reaches the sidecar. */
  readonly passage: Passage | undefined
  readonly resolved: ResolvedName
  readonly connection: Connection
  readonly wire: Wire
  readonly port: number
  /** Every name under which the called host may be registered. */
  readonly names: readonly string[]
}

/** Sends a call through a sidecar and says what the end means for the caller. */
export function judge(envoy: Envoy, call: Call, port: number): Judgement {
  const { proxy } = envoy
  const wire = wireOf(call.protocol, port)
  const resolved = resolveName(call.host, proxy.namespace, proxy.registry)
  const address =
    call.address ?? ownDns(envoy, resolved) ?? declaredAddress(envoy, call, resolved, port) ?? resolved.address
  const connection = connectionOf(call, port, wire, address)
  const names = namesOf(call, resolved, proxy.namespace)
  const base = { resolved, connection, wire, port, names, cluster: '', service: undefined, via: undefined }
  if (isLoopback(address) && !envoy.binds(address, port))
    return { ...base, passage: undefined, outcome: 'passthrough', byEgressProxy: false }
  const passage = envoy.send(connection, requestOf(call, port, wire))
  const via = passage.route ? passage.route.via : passage.chain?.via
  const way = { ...base, passage, via, cluster: passage.cluster, byEgressProxy: false }
  switch (passage.end) {
    case 'dropped':
      return { ...way, outcome: 'blocked' }
    case 'no-route':
    case 'misread':
    case 'conflict':
      return { ...way, outcome: 'error' }
    case 'answered':
      return { ...way, outcome: 'registered' }
    case 'policy':
      return leftToPolicy(envoy, way)
    case 'sent':
      return reached(envoy, way)
  }
}

function ownDns({ proxy }: Envoy, resolved: ResolvedName): string | undefined {
  if (resolved.service || !proxy.registry.settings.dnsCapture) return undefined
  return capturedAddress(resolved.name, proxy.scope, proxy.registry)
}

/** The address that a visible declaration of the host gives, if the caller wants it to be believed. */
function declaredAddress({ proxy }: Envoy, call: Call, resolved: ResolvedName, port: number): string | undefined {
  if (!call.addressAsDeclared || resolved.service || isIpAddress(resolved.name)) return undefined
  const declared = proxy.registry.byHost
    .covering(resolved.name)
    .filter(({ address, ports }) => address !== ANY_ADDRESS && ports.some(({ number }) => number === port))
  const [first] = proxy.scope.listeners.flatMap((listener) => listener.pick(declared))
  // Of a range its first address will do.
  return first?.address.split('/', 1)[0]
}

type Way = Omit<Judgement, 'outcome'>

function leftToPolicy(envoy: Envoy, way: Way): Judgement {
  if (way.cluster === '' || way.cluster === 'BlackHoleCluster') return { ...way, outcome: 'blocked' }
  const byEgressProxy = way.cluster !== PASSTHROUGH && way.cluster !== DYNAMIC_DNS_CLUSTER
  return { ...way, byEgressProxy, outcome: envoy.hasCluster(way.cluster) ? 'passthrough' : 'error' }
}

/** A cluster took it: is it the one that was meant? */
function reached(envoy: Envoy, way: Way): Judgement {
  const host = hostOfCluster(way.cluster) ?? ''
  const service = serviceOfHost(envoy.proxy, host)
  if (!envoy.hasCluster(way.cluster)) return { ...way, service, outcome: 'error' }
  const isMeant =
    way.names.some((name) => hostCovers(host, name)) ||
    (isIpAddress(way.resolved.name) && hasAddress(envoy, host, way.resolved.name)) ||
    (way.via !== undefined && routesName(way.via, way.names)) ||
    isLoopback(way.connection.address)
  return { ...way, service, outcome: isMeant ? 'registered' : 'captured' }
}

/** A VirtualService for the called name sends it elsewhere on purpose. */
function routesName({ hosts, placed }: MeshVirtualService, names: readonly string[]): boolean {
  const all = [...hosts, ...placed.resource.hosts.map((host) => fullyQualifiedHost(host, placed.namespace))]
  return all.some((host) => names.some((name) => hostCovers(host, name)))
}

/**
 * The names under which the called host may be registered: itself in full, the ExternalName Services on the way, what the
 * search list makes of a short name, the server name if it differs, the headless Service of a pod.
 */
function namesOf(call: Call, resolved: ResolvedName, namespace: string): readonly string[] {
  const names = [resolved.name, ...resolved.aliases]
  if (!resolved.service && resolved.aliases.length === 0 && !call.host.endsWith('.')) {
    const lower = call.host.toLowerCase()
    names.push(`${lower}.${namespace}.svc.cluster.local`, `${lower}.svc.cluster.local`, `${lower}.cluster.local`)
  }
  if (call.sni) names.push(call.sni.toLowerCase())
  if (resolved.service) names.push(hostOfService(resolved.service))
  return names
}

/** True if an address belongs to a host: addresses and ranges that its namespace declares for it, and its endpoints. */
function hasAddress({ proxy }: Envoy, host: string, address: string): boolean {
  const { registry, scope } = proxy
  const services = scope.listeners.flatMap((listener) => listener.pick(registry.allOf(host)))
  return services.some(({ namespace, ports, ...service }) => {
    const own = [service.address, service.autoAddress, ...declaredAddresses(registry, host, namespace)]
    if (own.some((one) => one !== undefined && one !== ANY_ADDRESS && isInRange(address, one) !== undefined))
      return true
    const endpoints = ports.flatMap(({ number }) => registry.endpointsOf(host, namespace, number, {}))
    return endpoints.some((endpoint) => endpoint.address === address)
  })
}

function declaredAddresses(registry: ServiceRegistry, host: string, namespace: string): readonly string[] {
  return registry.byHost
    .covering(host)
    .filter((other) => other.namespace === namespace && other.host.toLowerCase() === host.toLowerCase())
    .flatMap((other) => [
      ...(other.declaredBy.resource.kind === 'ServiceEntry' ? other.declaredBy.resource.addresses : []),
      ...registry.podAddressesOf(other),
    ])
}
