import { isWildcardHost } from '../istio/host-name'
import type { RegistryPort, RegistryService } from '../registry/registry-service'
import { BLACK_HOLE, DYNAMIC_DNS_CLUSTER, PASSTHROUGH } from './envoy-config'
import { destinationRuleOf, type SidecarProxy, serviceOfHost } from './sidecar-proxy'

/** Protocols for which Envoy can look the host of a wildcard up by itself. */
const LOOKED_UP = new Set(['HTTP', 'TLS', 'GRPC', 'HTTP2'])

/**
 * True if istiod makes the sidecar a cluster of this name (semantics 8.5): its service must be visible, have the port, a
 * subset must be known, and where addresses come from DNS there must be a name to look up.
 */
export function hasCluster(proxy: SidecarProxy, name: string): boolean {
  if (name === PASSTHROUGH || name === BLACK_HOLE) return true
  if (name === DYNAMIC_DNS_CLUSTER) return proxy.mode === 'ALLOW_ANY_DYNAMIC_DNS'
  const [, number, subset = '', host = ''] = name.split('|')
  const service = serviceOfHost(proxy, host)
  // A UDP port may share its number with one that counts.
  const port = service?.ports.find(({ number: own, protocol }) => own === Number(number) && protocol !== 'UDP')
  if (!service || !port || service.resolution === 'alias') return false
  if (service.resolution === 'dynamic-dns' && isWildcardHost(host)) return subset === '' && LOOKED_UP.has(port.protocol)
  if (!hasServers(proxy, service, port, {})) return false
  if (subset === '') return true
  const labels = destinationRuleOf(proxy, service)?.subsets.find((candidate) => candidate.name === subset)?.labels
  return labels !== undefined && hasServers(proxy, service, port, labels)
}

/** Clusters that look names up need one; the others may be empty. */
function hasServers(
  { registry }: SidecarProxy,
  service: RegistryService,
  port: RegistryPort,
  labels: Readonly<Record<string, string>>,
): boolean {
  if (service.resolution !== 'dns' && service.resolution !== 'dns-round-robin') return true
  return registry.endpointsOf(service.host, service.namespace, port.number, labels).length > 0
}
