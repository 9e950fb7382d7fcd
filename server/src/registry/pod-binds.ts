import { isIpAddress } from '../istio/acceptance/names'
import { isTcp } from '../istio/protocol'
import type { Service } from '../kubernetes/service'
import type { PodAddressesOf } from './addresses'
import type { Placed } from './placed'
import { ANY_ADDRESS, listenAddressOf, type RegistryPort, type RegistryService } from './registry-service'
import type { ServiceRegistry } from './service-registry'

/**
 * Bytes to a service without an address of its own are told apart by the addresses of its pods: of a headless Service, or
 * of an entry that selects workloads. undefined: this service has one listener like any other.
 */
export type PodBinds = (service: RegistryService, port: RegistryPort) => readonly string[] | undefined

/** @param pods the pods of a Service */
export function createPodBinds(
  { allOf, endpointsOf }: Pick<ServiceRegistry, 'allOf' | 'endpointsOf'>,
  pods: PodAddressesOf,
): PodBinds {
  return (service, port) => {
    const isBytes = isTcp(port.protocol) || port.protocol === 'AUTO'
    if (service.resolution !== 'passthrough' || listenAddressOf(service) !== ANY_ADDRESS || !isBytes) return undefined
    const servers = serversOf(service, port.number)
    if (servers.length === 0 && !service.isKubernetes && !service.selector) return undefined
    return servers.filter(isIpAddress)
  }

  /**
   * What istiod takes for the servers of a port: everything that declares the host in the namespace says it anew, oldest
   * first, and the last that knows any server is believed. Endpoints of entries go by the number of the port, pods of a
   * Service by its name.
   */
  function serversOf({ host, namespace }: RegistryService, number: number): readonly string[] {
    const declaring = allOf(host).filter((other) => other.namespace === namespace)
    const endpoints = endpointsOf(host, namespace, number, {}).map(({ address }) => address)
    let believed: readonly string[] = []
    for (const { ports } of declaring) {
      const names = new Set(ports.filter((port) => port.number === number).map(({ name }) => name))
      if (names.size === 0) continue
      const found = [...endpoints, ...declaring.flatMap((other) => podsOn(other, names))]
      if (found.length > 0) believed = found
    }
    return believed
  }

  function podsOn({ declaredBy, ports }: RegistryService, names: ReadonlySet<string>): readonly string[] {
    if (!isPlacedService(declaredBy) || !ports.some(({ name }) => names.has(name))) return []
    return pods(declaredBy)
  }
}

/** True for what a Kubernetes Service declares. */
export function isPlacedService(placed: RegistryService['declaredBy']): placed is Placed<Service> {
  return placed.resource.kind === 'Service'
}
