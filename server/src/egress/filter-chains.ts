import { hostsMatch, isWildcardHost } from '../istio/host-name'
import { isTls } from '../istio/protocol'
import type { ImportedListener } from '../registry/egress-listener'
import { listenAddressOf, type RegistryPort, type RegistryService } from '../registry/registry-service'
import type { MeshVirtualService } from '../registry/virtual-service-index'
import { clusterName, type FilterChain, WILDCARD_ADDRESS } from './envoy-config'
import { destinationClusters, type SidecarProxy, serviceOfHost, sourceMatches } from './sidecar-proxy'
import { shortNamesOf } from './virtual-host-domains'

/** For what a filter chain is made. */
export interface ChainRequest {
  readonly proxy: SidecarProxy
  readonly listener: ImportedListener
  readonly service: RegistryService
  /** The port of the listener, with its protocol. */
  readonly port: RegistryPort
  /** Where the listener listens. */
  readonly bind: string
  /** The service's address where that is a range. */
  readonly ranges: readonly string[]
}

/** The chains that forward bytes: by server name for TLS, else all alike (semantics 6 and 7). */
export function tcpChains(request: ChainRequest): readonly FilterChain[] {
  const routed = request.listener.virtualServices.filter(({ hosts }) =>
    hosts.some((host) => hostsMatch(host, request.service.host)),
  )
  return isTls(request.port.protocol) ? tlsChains(request, routed) : plainChains(request, routed)
}

/** The chain that hands over to HTTP routing. */
export function httpChain(request: ChainRequest, isShared: boolean, onlyHttp: boolean): FilterChain {
  return {
    sniHosts: [],
    ranges: [],
    onlyHttp,
    filter: { kind: 'http', onlyHost: isShared ? undefined : request.service.host },
    service: request.service,
    via: undefined,
    readsSni: false,
  }
}

function chainTo(
  request: ChainRequest,
  match: { readonly sniHosts: readonly string[]; readonly ranges: readonly string[] },
  clusters: ReturnType<typeof destinationClusters>,
  via: MeshVirtualService | undefined,
): FilterChain {
  return {
    ...match,
    onlyHttp: false,
    filter: { kind: 'tcp', clusters },
    service: request.service,
    via,
    readsSni: via === undefined && isDynamicWildcard(request.service),
  }
}

/** What the service itself is sent to where no VirtualService says otherwise. */
function ownClusters({ service, port }: ChainRequest): ReturnType<typeof destinationClusters> {
  const only = service.ports.length === 1 ? service.ports[0]?.number : undefined
  return [{ name: clusterName(service.host, only ?? port.number), weight: 0 }]
}

function tlsChains(request: ChainRequest, routed: readonly MeshVirtualService[]): readonly FilterChain[] {
  const { proxy, port } = request
  const chains: FilterChain[] = []
  const handled = new Set<string>()
  let ranges = request.ranges
  for (const via of routed) {
    for (const { match, route } of via.tls) {
      if (route.length === 0) continue
      for (const one of match) {
        if (!sourceMatches(one, proxy, port.number)) continue
        if (one.destinationSubnets.length > 0) ranges = one.destinationSubnets
        const key = `${one.sniHosts.join()}|${one.destinationSubnets.join()}`
        if (handled.has(key)) continue
        handled.add(key)
        const clusters = destinationClusters(route, port.number, (host) => serviceOfHost(proxy, host))
        chains.push(chainTo(request, { sniHosts: one.sniHosts, ranges }, clusters, via))
      }
    }
  }
  if (chains.length > 0) return chains
  return [chainTo(request, { sniHosts: ownSniHosts(request), ranges }, ownClusters(request), undefined)]
}

/** The server name is looked at only where the address does not tell the service already. */
function ownSniHosts({ service, bind, ranges, proxy }: ChainRequest): readonly string[] {
  const address = listenAddressOf(service)
  const told = !address.includes('/') && !(address === WILDCARD_ADDRESS && bind === WILDCARD_ADDRESS)
  if (ranges.length === 0 && told && !isDynamicWildcard(service)) return []
  const aliases = service.aliases.flatMap(({ host }) => [host, ...shortNamesOf(host, proxy.namespace)])
  return [service.host, ...aliases]
}

function isDynamicWildcard({ host, resolution }: RegistryService): boolean {
  return resolution === 'dynamic-dns' && isWildcardHost(host)
}

function plainChains(request: ChainRequest, routed: readonly MeshVirtualService[]): readonly FilterChain[] {
  const { proxy, port, ranges } = request
  const chains: FilterChain[] = []
  for (const via of routed) {
    for (const { match, route } of via.tcp) {
      if (route.length === 0) continue
      const clusters = destinationClusters(route, port.number, (host) => serviceOfHost(proxy, host))
      const forAll = chainTo(request, { sniHosts: [], ranges }, clusters, via)
      if (match.length === 0) return [...chains, forAll]
      const subnets: string[] = []
      for (const one of match) {
        if (!sourceMatches(one, proxy, port.number)) continue
        if (one.destinationSubnets.length === 0) return [...chains, forAll]
        subnets.push(...one.destinationSubnets)
      }
      if (subnets.length === 0) continue
      chains.push(chainTo(request, { sniHosts: [], ranges: subnets }, clusters, undefined))
      if ([...subnets].sort().join() === [...ranges].sort().join()) return chains
    }
  }
  return [...chains, chainTo(request, { sniHosts: [], ranges }, ownClusters(request), undefined)]
}
