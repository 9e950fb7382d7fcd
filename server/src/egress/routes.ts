import { hostsMatch, isWildcardHost } from '../istio/host-name'
import { isHttp } from '../istio/protocol'
import type { HttpRoute } from '../istio/virtual-service'
import type { ImportedListener } from '../registry/egress-listener'
import type { RegistryService } from '../registry/registry-service'
import type { MeshVirtualService } from '../registry/virtual-service-index'
import { clusterName, type Route, type RouteConfiguration, type VirtualHost } from './envoy-config'
import type { ImportedServices } from './relevant-services'
import { destinationClusters, type SidecarProxy, sourceMatches } from './sidecar-proxy'
import { domainsOf } from './virtual-host-domains'

/** Services and extra hosts that share routes. */
interface VirtualHostGroup {
  readonly extraHosts: readonly string[]
  readonly services: readonly RegistryService[]
  readonly routes: readonly Route[]
}

type BestVirtualService = ImportedListener['bestVirtualService']

/**
 * The routes of a port as istiod makes them: one virtual host for each HTTP host, then what the policy says of the rest
 * (semantics 5.3 and 9).
 */
export function routesOfPort(
  proxy: SidecarProxy,
  imported: readonly ImportedServices[],
  port: number,
): RouteConfiguration {
  const listener = listenerForRoutes(imported, port)
  const virtualHosts = listener ? virtualHostsOf(proxy, listener, port) : []
  return { virtualHosts, fallback: FALLBACKS[proxy.mode] }
}

const FALLBACKS = {
  REGISTRY_ONLY: 'block_all',
  ALLOW_ANY: 'allow_any',
  ALLOW_ANY_DYNAMIC_DNS: 'allow_any_dynamic_dns',
} as const

/** The routes of a sniffed service on an address of its own: that service alone, whatever the Host header says. */
export function routesOfHost(all: RouteConfiguration, host: string): RouteConfiguration {
  const own = all.virtualHosts.find(({ domains }) => domains.includes(host))
  return { virtualHosts: own ? [{ ...own, domains: ['*'] }] : [], fallback: undefined }
}

/** A listener that names the port, else the one for all ports. */
function listenerForRoutes(imported: readonly ImportedServices[], port: number): ImportedServices | undefined {
  return imported.find(({ listener }) => !listener.port || listener.port.number === port)
}

function virtualHostsOf(proxy: SidecarProxy, imported: ImportedServices, number: number): readonly VirtualHost[] {
  const { listener, virtualServices } = imported
  // An explicit HTTP proxy takes every host; only those on 80 can be named without a port.
  const port = listener.port?.protocol === 'HTTP_PROXY' ? 80 : number
  const byName = servicesOnPort(imported, port)
  // istiod notes the best wildcard by the host as written, and looks it up by the one in lower case.
  const written = new Set(imported.services.map(({ host }) => host))
  const best = (host: string) => (written.has(host) ? listener.bestVirtualService(host) : undefined)
  const routed = port === 80 ? virtualServices : virtualServices.filter((service) => namesOne(service, byName))
  const groups: VirtualHostGroup[] = []
  for (const service of routed) {
    const group = groupOf(proxy, best, service, byName, port)
    if (group) groups.push(group)
  }
  const taken = new Set(groups.flatMap(({ services }) => services))
  const others = [...byName.values()].sort((a, b) => (a.host < b.host ? -1 : 1))
  for (const service of others) {
    if (taken.has(service) || service.resolution === 'alias' || !servesHttp(service)) continue
    const clusters = [{ name: clusterName(service.host, port), weight: 0 }]
    const route: Route = { match: undefined, action: { kind: 'clusters', clusters }, via: undefined }
    groups.push({ extraHosts: [], services: [service], routes: [route] })
  }
  return distinctHosts(groups, proxy.namespace)
}

/** The services that have the port, by lower-case host and with that port alone; of several the last counts. */
function servicesOnPort({ services }: ImportedServices, port: number): ReadonlyMap<string, RegistryService> {
  const byName = new Map<string, RegistryService>()
  for (const service of services) {
    const own = service.ports.find(({ number, protocol }) => number === port && protocol !== 'UDP')
    const host = service.host.toLowerCase()
    if (own) byName.set(host, { ...service, host, ports: [own] })
  }
  return byName
}

function servesHttp({ ports }: RegistryService): boolean {
  return ports.some(({ protocol }) => isHttp(protocol) || protocol === 'AUTO')
}

function namesOne({ hosts }: MeshVirtualService, byName: ReadonlyMap<string, RegistryService>): boolean {
  return hosts.some((written) => {
    const host = written.toLowerCase()
    if (byName.has(host)) return true
    const names = [...byName.keys()]
    return names.some((name) => (isWildcardHost(host) || isWildcardHost(name)) && hostsMatch(host, name))
  })
}

function groupOf(
  proxy: SidecarProxy,
  best: BestVirtualService,
  virtualService: MeshVirtualService,
  byName: ReadonlyMap<string, RegistryService>,
  port: number,
): VirtualHostGroup | undefined {
  const routes = virtualService.http.flatMap((route) => routesOf(proxy, route, virtualService, byName, port))
  if (routes.length === 0) return undefined
  const { extraHosts, services } = splitHosts(virtualService, best, byName)
  const onHttp = services.filter(servesHttp)
  // Without any registered host a VirtualService makes routes on port 80 alone.
  if (onHttp.length === 0 && port !== 80) return undefined
  return { extraHosts, services: onHttp, routes }
}

function routesOf(
  proxy: SidecarProxy,
  route: HttpRoute,
  via: MeshVirtualService,
  byName: ReadonlyMap<string, RegistryService>,
  port: number,
): readonly Route[] {
  const answers = route.redirect || route.directResponse
  const action: Route['action'] = answers
    ? { kind: 'answer' }
    : { kind: 'clusters', clusters: destinationClusters(route.route, port, (host) => byName.get(host)) }
  if (route.match.length === 0) return [{ match: undefined, action, via }]
  return route.match
    .filter((match) => sourceMatches(sourceOf(match), proxy, port))
    .map((match) => ({ match, action, via }))
}

/** Where gateways are named, the other words about the source are not looked at. */
function sourceOf(match: HttpRoute['match'][number]): HttpRoute['match'][number] {
  return match.gateways.length === 0 ? match : { ...match, sourceLabels: {}, sourceNamespace: undefined }
}

/** Which hosts of a VirtualService the registry holds on this port, and which are its own invention. */
function splitHosts(
  virtualService: MeshVirtualService,
  best: BestVirtualService,
  byName: ReadonlyMap<string, RegistryService>,
): { readonly extraHosts: readonly string[]; readonly services: readonly RegistryService[] } {
  const extraHosts: string[] = []
  const services: RegistryService[] = []
  for (const host of virtualService.hosts.filter((name) => !isWildcardHost(name))) {
    const service = byName.get(host.toLowerCase())
    if (service) services.push(service)
    else extraHosts.push(host)
  }
  for (const host of virtualService.hosts.filter(isWildcardHost)) {
    const lower = host.toLowerCase()
    const covered = [...byName.values()].filter((service) => hostsMatch(service.host, lower))
    if (covered.length === 0) extraHosts.push(lower)
    for (const service of covered) if (best(service.host) === virtualService) services.push(service)
  }
  return { extraHosts, services }
}

/** Of two virtual hosts with one name, and of one domain in two of them, the first counts. */
function distinctHosts(groups: readonly VirtualHostGroup[], namespace: string): readonly VirtualHost[] {
  const known = new Set(groups.flatMap(({ services }) => services.map(({ host }) => host)))
  const names = new Set<string>()
  const taken = new Set<string>()
  const result: VirtualHost[] = []
  const add = (
    name: string,
    all: readonly string[],
    completed: ReadonlySet<string>,
    group: VirtualHostGroup,
    service: RegistryService | undefined,
  ) => {
    if (names.has(name)) return
    names.add(name)
    const domains = all.filter((domain) => {
      const lower = domain.toLowerCase()
      if (taken.has(lower) || (completed.has(domain) && known.has(domain))) return false
      taken.add(lower)
      return true
    })
    if (domains.length > 0) result.push({ name, domains, routes: group.routes, service })
  }
  for (const group of groups) {
    for (const host of group.extraHosts) add(host.toLowerCase(), [host.toLowerCase()], NONE, group, undefined)
    for (const service of group.services) {
      const { domains, completed } = domainsOf(service, namespace)
      add(service.host, domains, completed, group, service)
    }
  }
  return result
}

const NONE: ReadonlySet<string> = new Set()
