import { fullyQualifiedHost } from '../istio/host-name'
import type { HttpRoute, L4Match, RouteDestination, TcpRoute, VirtualService } from '../istio/virtual-service'
import { sortPlacedByAge, type TieOrder } from './ages'
import { mergeDelegate } from './merge-delegate'
import type { MeshResources } from './mesh-resources'
import type { Placed } from './placed'
import { countingPlaced, type ServiceRegistry } from './service-registry'

/** A VirtualService as istiod uses it for sidecars: names in full, delegates put in place. */
export interface MeshVirtualService {
  readonly placed: Placed<VirtualService>
  readonly namespace: string
  readonly hosts: readonly string[]
  readonly http: readonly HttpRoute[]
  readonly tls: readonly TcpRoute[]
  readonly tcp: readonly TcpRoute[]
}

/** Which VirtualServices a namespace may see: its private ones, those exported to it by name, the public ones. */
export type VirtualServicesVisibleTo = (namespace: string) => readonly MeshVirtualService[]

/**
 * The VirtualServices that count for sidecars: `gateways` left out or with `mesh` (semantics 9.1), each group oldest first.
 */
export function indexVirtualServices(
  resources: MeshResources,
  { settings }: ServiceRegistry,
  ties: TieOrder,
): VirtualServicesVisibleTo {
  const counting = sortPlacedByAge(countingPlaced(resources.virtualServices, settings), ties)
  const delegates = new Map(
    counting
      .filter(({ resource }) => resource.hosts.length === 0)
      .map((placed) => [`${placed.namespace}/${placed.resource.name}`, placed]),
  )
  const exportsOf = ({ resource, namespace }: Placed<VirtualService>): ReadonlySet<string> => {
    const exportTo = resource.exportTo ?? settings.defaultVirtualServiceExportTo
    return new Set(exportTo.map((value) => (value === '.' ? namespace : value)))
  }
  const everywhere: MeshVirtualService[] = []
  const own = new Map<string, MeshVirtualService[]>()
  const exported = new Map<string, MeshVirtualService[]>()
  for (const placed of counting) {
    if (placed.resource.hosts.length === 0 || !routesSidecars(placed.resource.gateways)) continue
    const service = inFull(placed, delegates, exportsOf)
    const exports = exportsOf(placed)
    if (exports.has('*')) everywhere.push(service)
    else if (!exports.has('~'))
      for (const namespace of exports) add(namespace === placed.namespace ? own : exported, namespace, service)
  }
  return (namespace) => [...(own.get(namespace) ?? []), ...(exported.get(namespace) ?? []), ...everywhere]
}

/** `mesh` is the name under which all sidecars are one gateway; it is meant where none is named. */
function routesSidecars(gateways: readonly string[]): boolean {
  return gateways.length === 0 || gateways.includes('mesh')
}

function add<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function inFull(
  placed: Placed<VirtualService>,
  delegates: ReadonlyMap<string, Placed<VirtualService>>,
  exportsOf: (placed: Placed<VirtualService>) => ReadonlySet<string>,
): MeshVirtualService {
  const { resource, namespace } = placed
  const http = resource.http.flatMap((route): readonly HttpRoute[] => {
    const own = withFullNames(route, namespace)
    if (!route.delegate) return [own]
    const delegate = delegates.get(`${route.delegate.namespace ?? namespace}/${route.delegate.name}`)
    if (!delegate) return []
    const exports = exportsOf(delegate)
    if (!exports.has('*') && !exports.has(namespace)) return []
    return delegate.resource.http.flatMap((part) => mergeDelegate(own, withFullNames(part, delegate.namespace)) ?? [])
  })
  const l4 = (routes: readonly TcpRoute[]) =>
    routes.map((route) => ({ ...route, route: destinationsInFull(route.route, namespace) }))
  return {
    placed,
    namespace,
    hosts: resource.hosts.map((host) => fullyQualifiedHost(host, namespace)),
    http,
    tls: l4(resource.tls),
    tcp: l4(resource.tcp),
  }
}

function withFullNames(route: HttpRoute, namespace: string): HttpRoute {
  return {
    ...route,
    route: destinationsInFull(route.route, namespace),
    mirrors: destinationsInFull(route.mirrors, namespace),
  }
}

function destinationsInFull(route: readonly RouteDestination[], namespace: string): readonly RouteDestination[] {
  return route.map((destination) => ({ ...destination, host: fullyQualifiedHost(destination.host, namespace) }))
}

/**
 * Every destination of a VirtualService with the ports it names; 0 stands for a destination that names none. Routes for
 * callers of other namespaces are left out.
 */
export function destinationsOf(
  service: MeshVirtualService,
  namespace: string,
): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>()
  const take = (destinations: readonly RouteDestination[]) => {
    for (const { host, port } of destinations) {
      const ports = found.get(host) ?? new Set<number>()
      found.set(host, ports.add(port ?? 0))
    }
  }
  for (const route of service.http) {
    const sources = route.match.filter(({ sourceNamespace }) => sourceNamespace !== undefined)
    if (sources.length > 0 && !sources.some(({ sourceNamespace }) => sourceNamespace === namespace)) continue
    take(route.route)
    take(route.mirrors)
  }
  for (const route of [...service.tcp, ...service.tls]) take(route.route)
  return found
}

/** The parts of a match that istiod decides itself, since it knows the caller. */
export type SourceMatch = Pick<L4Match, 'port' | 'sourceLabels' | 'sourceNamespace' | 'gateways'>
