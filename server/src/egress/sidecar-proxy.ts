import type { Labels } from '../istio/label-selector'
import { isSubsetOfLabels } from '../istio/label-selector'
import type { RouteDestination } from '../istio/virtual-service'
import type { DestinationRuleFor, MergedDestinationRule } from '../registry/destination-rule-index'
import type { RegistryService } from '../registry/registry-service'
import type { ServiceRegistry } from '../registry/service-registry'
import type { SidecarScope } from '../registry/sidecar-scope'
import type { SourceMatch } from '../registry/virtual-service-index'
import type { PolicyInForce } from './egress-verdict'
import { type Clusters, clusterName } from './envoy-config'

/** One sidecar: who it is, what it sees and which policy it follows. */
export interface SidecarProxy {
  readonly namespace: string
  readonly labels: Labels
  readonly scope: SidecarScope
  readonly registry: ServiceRegistry
  readonly destinationRuleFor: DestinationRuleFor
  readonly mode: PolicyInForce['mode']
  /** The cluster for unknown traffic where the Sidecar names an egress proxy. */
  readonly egressProxyCluster: string | undefined
}

/** The service of a host for which this sidecar has clusters. */
export function serviceOfHost({ scope }: SidecarProxy, host: string): RegistryService | undefined {
  return scope.serviceOf(host)
}

export function destinationRuleOf(proxy: SidecarProxy, service: RegistryService): MergedDestinationRule | undefined {
  return proxy.destinationRuleFor(proxy.namespace, proxy.labels, service)
}

/** True if what a match says about the caller and the port holds; istiod looks at it before Envoy gets the route. */
export function sourceMatches(match: SourceMatch, proxy: SidecarProxy, port: number): boolean {
  if (match.port && match.port !== port) return false
  if (match.gateways.length > 0 && !match.gateways.includes('mesh')) return false
  if (!isSubsetOfLabels(match.sourceLabels, proxy.labels)) return false
  return match.sourceNamespace === undefined || match.sourceNamespace === proxy.namespace
}

/**
 * The cluster of a destination: its own port, else the service's only one, else the listener's. An ExternalName Service
 * is its target.
 */
function destinationCluster(
  destination: Pick<RouteDestination, 'host' | 'port' | 'subset'>,
  service: RegistryService | undefined,
  listenerPort: number,
): string {
  const only = service?.ports.length === 1 ? service.ports[0]?.number : undefined
  const port = destination.port ?? only ?? listenerPort
  return clusterName(service?.externalName ?? destination.host, port, destination.subset)
}

/** The clusters of a route; a destination without weight counts only if it is the only one. */
export function destinationClusters(
  route: readonly RouteDestination[],
  listenerPort: number,
  serviceOf: (host: string) => RegistryService | undefined,
): Clusters {
  const counting = route.length === 1 ? route : route.filter(({ weight }) => weight > 0)
  return counting.map((destination) => ({
    name: destinationCluster(destination, serviceOf(destination.host), listenerPort),
    weight: destination.weight,
  }))
}
