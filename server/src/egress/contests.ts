import { isHttp, isTls } from '../istio/protocol'
import type { MeshResources } from '../registry/mesh-resources'
import type { RegistryService } from '../registry/registry-service'
import type { ServiceRegistry } from '../registry/service-registry'

/** Where the age of objects may decide: cheap to ask, so that most calls need no second look. */
export interface Contests {
  /** True if equally old objects may compete for calls on this port. */
  decideAbout(port: number): boolean
}

/** Finds ports on which several declarations of one host, or several that take bytes by port, meet. */
export function findContests(resources: MeshResources, registry: ServiceRegistry): Contests {
  const everywhere = severalForOneHost(resources) || severalSidecars(resources)
  const ports = new Set<number>()
  const byHost = new Map<string, RegistryService>()
  const bytesOn = new Set<number>()
  for (const service of registry.services) {
    const other = byHost.get(service.host)
    byHost.set(service.host, service)
    for (const { number, protocol } of service.ports) {
      if (isHttp(protocol) || isTls(protocol)) continue
      if (bytesOn.has(number)) ports.add(number)
      bytesOn.add(number)
    }
    if (other) for (const { number } of [...service.ports, ...other.ports]) ports.add(number)
  }
  return { decideAbout: (port) => everywhere || ports.has(port) }
}

/** Of two VirtualServices that share a host the older one counts. */
function severalForOneHost({ virtualServices }: MeshResources): boolean {
  const hosts = new Set<string>()
  for (const { resource } of virtualServices) {
    for (const host of resource.hosts) {
      if (hosts.has(host)) return true
      hosts.add(host)
    }
  }
  return false
}

/** Of two Sidecars for the same workloads the older one counts. */
function severalSidecars({ sidecars }: MeshResources): boolean {
  const namespaces = new Set<string>()
  for (const { namespace } of sidecars) {
    if (namespaces.has(namespace)) return true
    namespaces.add(namespace)
  }
  return false
}
