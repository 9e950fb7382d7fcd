import type { HttpMatch } from '../istio/virtual-service'
import type { RegistryService } from '../registry/registry-service'
import type { MeshVirtualService } from '../registry/virtual-service-index'

/** The part of Envoy's configuration that decides where a call goes, as istiod makes it for one sidecar. */

export interface WeightedCluster {
  readonly name: string
  readonly weight: number
}

/** Where a filter chain or route sends; of several the heaviest is what people get. */
export type Clusters = readonly WeightedCluster[]

export interface Listener {
  /** `0.0.0.0` takes what no listener on the very address takes. */
  readonly address: string
  readonly port: number
  readonly chains: readonly FilterChain[]
  /** Takes what no chain matches; undefined: such a connection is dropped. */
  readonly fallback: FilterChain | undefined
  readonly inspectsTls: boolean
  readonly inspectsHttp: boolean
  /** It has a port of its own, instead of getting what is redirected. */
  readonly bindsToPort: boolean
  /** Why Envoy refuses it: then it does not exist. */
  readonly refused: string | undefined
}

export interface FilterChain {
  /** Empty: any server name. */
  readonly sniHosts: readonly string[]
  /** Empty: any destination. */
  readonly ranges: readonly string[]
  /** Only what the HTTP inspector knows as HTTP. */
  readonly onlyHttp: boolean
  readonly filter: TcpProxy | HttpManager
  /** The service for which it was made; undefined for what the policy makes. */
  readonly service: RegistryService | undefined
  readonly via: MeshVirtualService | undefined
  /** Reads the server name to look it up, so that TLS is inspected. */
  readonly readsSni: boolean
}

export interface TcpProxy {
  readonly kind: 'tcp'
  readonly clusters: Clusters
}

export interface HttpManager {
  readonly kind: 'http'
  /** undefined: every host of the port; else the one host of a sniffed address. */
  readonly onlyHost: string | undefined
}

export interface RouteConfiguration {
  readonly virtualHosts: readonly VirtualHost[]
  /** What becomes of a host that none of them has; undefined: 404. */
  readonly fallback: 'block_all' | 'allow_any' | 'allow_any_dynamic_dns' | undefined
}

export interface VirtualHost {
  readonly name: string
  readonly domains: readonly string[]
  readonly routes: readonly Route[]
  readonly service: RegistryService | undefined
}

export interface Route {
  /** undefined: every request. */
  readonly match: HttpMatch | undefined
  readonly action: RouteAction
  readonly via: MeshVirtualService | undefined
}

export type RouteAction = { readonly kind: 'clusters'; readonly clusters: Clusters } | { readonly kind: 'answer' }

export const WILDCARD_ADDRESS = '0.0.0.0'
export const BLACK_HOLE = 'BlackHoleCluster'
export const PASSTHROUGH = 'PassthroughCluster'
export const DYNAMIC_DNS_CLUSTER = 'AllowAnyDynamicDNSCluster'

/** The name that istiod gives a cluster. */
export function clusterName(host: string, port: number, subset = ''): string {
  return `outbound|${port}|${subset}|${host}`
}

/** The host in a cluster's name; undefined for clusters of the policy. */
export function hostOfCluster(name: string): string | undefined {
  const parts = name.split('|')
  return parts.length === 4 ? parts[3] : undefined
}

/** The cluster that most calls reach; of equal weights the first. */
export function heaviest(clusters: Clusters): string {
  let best: WeightedCluster | undefined
  for (const cluster of clusters) if (!best || cluster.weight > best.weight) best = cluster
  return best?.name ?? ''
}
