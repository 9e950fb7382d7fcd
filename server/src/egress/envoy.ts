import { type Connection, chainsFor } from './chain-match'
import { hasCluster } from './clusters'
import {
  BLACK_HOLE,
  DYNAMIC_DNS_CLUSTER,
  type FilterChain,
  heaviest,
  type Listener,
  PASSTHROUGH,
  type Route,
  type RouteConfiguration,
  type VirtualHost,
  WILDCARD_ADDRESS,
} from './envoy-config'
import { listenersOfPort, policyChain } from './listeners'
import { createRelevance, type ImportedServices } from './relevant-services'
import { type Request, routeFor, virtualHostFor } from './route-match'
import { routesOfHost, routesOfPort } from './routes'
import type { SidecarProxy } from './sidecar-proxy'

/** A sidecar's Envoy: makes the part of its configuration that a call needs when it is asked, and keeps it. */
export interface Envoy {
  readonly proxy: SidecarProxy
  /** True if the sidecar itself listens on this address, so that nothing need be redirected to it. */
  binds(address: string, port: number): boolean
  /** What becomes of a connection, and of the request on it if it is HTTP. */
  send(connection: Connection, request: Request | undefined): Passage
  hasCluster(name: string): boolean
}

/** The way of a call through Envoy. */
export interface Passage {
  /** undefined: no listener is there for it; what is redirected is left to the policy. */
  readonly listener: Listener | undefined
  /** The listener that Envoy refuses, although the call would belong there. */
  readonly refused: Listener | undefined
  readonly chain: FilterChain | undefined
  readonly virtualHost: VirtualHost | undefined
  readonly route: Route | undefined
  /** "" where no cluster is chosen. */
  readonly cluster: string
  readonly end: PassageEnd
}

/**
 * `policy`: the catch-all decided; `answered`: Envoy answers by itself (redirect, direct response); `no-route`: 404;
 * `dropped`: no filter chain takes it; `misread`: bytes that are no HTTP reach an HTTP filter; `conflict`: several chains take it.
 */
export type PassageEnd = 'sent' | 'policy' | 'answered' | 'no-route' | 'dropped' | 'misread' | 'conflict'

const REDIRECT_PORT = 15001

/** The listeners and routes of one port, made of the services that count for a call. */
interface PortConfiguration {
  readonly listeners: ReadonlyMap<string, Listener>
  readonly routes: () => RouteConfiguration
}

export function createEnvoy(proxy: SidecarProxy): Envoy {
  const configurations = new Map<string, PortConfiguration>()
  const clusters = new Map<string, boolean>()
  const relevant = createRelevance(proxy)
  const configurationFor = (connection: Connection, authority: string | undefined): PortConfiguration => {
    const imported = relevant(connection, authority)
    const orders = imported.map(({ services, virtualServices }) => [
      services.map(({ order }) => order).join(),
      virtualServices.map(({ placed }) => `${placed.uri} ${placed.resource.key} ${placed.namespace}`).join(),
    ])
    return remember(configurations, `${connection.port}|${orders.join('|')}`, () =>
      configurationOf(proxy, imported, connection.port),
    )
  }
  return {
    proxy,
    binds: (address, port) => {
      const connection = { address, port, isTls: false, isHttp: false, sni: '' }
      return configurationFor(connection, undefined).listeners.get(address)?.bindsToPort ?? false
    },
    hasCluster: (name) => remember(clusters, name, () => hasCluster(proxy, name)),
    send: (connection, request) => {
      const { listeners, routes } = configurationFor(connection, request?.authority)
      const found = findListener(listeners, connection.address)
      if (!found.listener) return { ...leftToPolicy(proxy, connection), refused: found.refused }
      return { ...through(proxy, found.listener, connection, request, routes), refused: found.refused }
    },
  }
}

function configurationOf(proxy: SidecarProxy, imported: readonly ImportedServices[], port: number): PortConfiguration {
  let routes: RouteConfiguration | undefined
  return {
    listeners: listenersOfPort(proxy, imported, port),
    routes: () => {
      routes ??= routesOfPort(proxy, imported, port)
      return routes
    },
  }
}

function remember<K, V>(memory: Map<K, V>, key: K, compute: () => V): V {
  const known = memory.get(key)
  if (known !== undefined) return known
  const value = compute()
  memory.set(key, value)
  return value
}

/** The listener on the very address, else the one for all; one that Envoy refuses is not there. */
function findListener(
  listeners: ReadonlyMap<string, Listener>,
  address: string,
): { readonly listener: Listener | undefined; readonly refused: Listener | undefined } {
  const own = listeners.get(address)
  const shared = address.includes(':') ? undefined : listeners.get(WILDCARD_ADDRESS)
  const refused = [own, shared].find((listener) => listener?.refused !== undefined)
  return { listener: [own, shared].find((listener) => listener && listener.refused === undefined), refused }
}

type Unrefused = Omit<Passage, 'refused'>

function leftToPolicy(proxy: SidecarProxy, connection: Connection): Unrefused {
  const nowhere = { listener: undefined, chain: undefined, virtualHost: undefined, route: undefined }
  // What is sent to the port of the redirection itself would go round in a circle.
  if (connection.port === REDIRECT_PORT) return { ...nowhere, cluster: BLACK_HOLE, end: 'policy' }
  const looksUp = proxy.mode === 'ALLOW_ANY_DYNAMIC_DNS' && connection.isHttp
  return { ...nowhere, cluster: looksUp ? DYNAMIC_DNS_CLUSTER : clusterOf(policyChain(proxy)), end: 'policy' }
}

function clusterOf({ filter }: FilterChain): string {
  return filter.kind === 'tcp' ? heaviest(filter.clusters) : ''
}

function through(
  proxy: SidecarProxy,
  listener: Listener,
  connection: Connection,
  request: Request | undefined,
  routes: () => RouteConfiguration,
): Unrefused {
  const [chain, ...others] = chainsFor(listener, connection)
  const way = { listener, chain, virtualHost: undefined, route: undefined, cluster: '' }
  if (!chain) return { ...way, end: 'dropped' }
  if (others.length > 0) return { ...way, chain: undefined, end: 'conflict' }
  if (chain.filter.kind === 'tcp') {
    return { ...way, cluster: clusterOf(chain), end: chain.service ? 'sent' : 'policy' }
  }
  if (!request) return { ...way, end: 'misread' }
  const all = routes()
  const { onlyHost } = chain.filter
  return routed(proxy, { ...way }, onlyHost === undefined ? all : routesOfHost(all, onlyHost), request)
}

function routed(
  proxy: SidecarProxy,
  way: Omit<Unrefused, 'end'>,
  routes: RouteConfiguration,
  request: Request,
): Unrefused {
  const virtualHost = virtualHostFor(routes, request.authority)
  if (!virtualHost) {
    if (!routes.fallback) return { ...way, end: 'no-route' }
    return { ...way, cluster: unknownHostCluster(proxy, routes.fallback), end: 'policy' }
  }
  const route = routeFor(virtualHost, request)
  if (!route) return { ...way, virtualHost, end: 'no-route' }
  if (route.action.kind === 'answer') return { ...way, virtualHost, route, end: 'answered' }
  return { ...way, virtualHost, route, cluster: heaviest(route.action.clusters), end: 'sent' }
}

/** Plain HTTP for a host that nobody registered; `block_all` answers 502 without any cluster. */
function unknownHostCluster(proxy: SidecarProxy, fallback: NonNullable<RouteConfiguration['fallback']>): string {
  if (fallback === 'block_all') return ''
  if (fallback === 'allow_any_dynamic_dns') return DYNAMIC_DNS_CLUSTER
  return proxy.egressProxyCluster ?? PASSTHROUGH
}
