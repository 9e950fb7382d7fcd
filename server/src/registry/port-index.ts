import { isIpAddress } from '../istio/acceptance/names'
import { isWildcardHost } from '../istio/host-name'
import { isHttp, isTls } from '../istio/protocol'
import { ANY_ADDRESS, listenAddressOf, type RegistryPort, type RegistryService } from './registry-service'

/** The services that have a port, by what makes them count for a call to it. */
export interface PortIndex {
  /** Oldest first. */
  readonly services: readonly RegistryService[]
  /** By the address on which they listen: their own, or those of their pods. */
  readonly byAddress: ReadonlyMap<string, readonly RegistryService[]>
  readonly ranges: readonly RegistryService[]
  /** TLS for a wildcard that Envoy cannot match: it spoils the port for all. */
  readonly spoilers: readonly RegistryService[]
  /**
   * By protocol and kind of address. What one of a kind does to a listener, the next one of it cannot do again, so that of
   * each kind the first is enough.
   */
  readonly kinds: readonly KindOfService[]
  /** A port for explicit HTTP proxies starts the listener anew, so that every service counts. */
  readonly hasProxyPort: boolean
}

/** Services that do the same to a listener, by who may see them; each list oldest first. */
export interface KindOfService {
  readonly toAll: readonly RegistryService[]
  readonly toNamed: ReadonlyMap<string, readonly RegistryService[]>
}

/** @param podsOf the addresses of the pods of a service without any address of its own; undefined: it has no such pods */
export function createPortIndex(
  number: number,
  services: readonly RegistryService[],
  podsOf: (service: RegistryService, port: RegistryPort) => readonly string[] | undefined,
): PortIndex {
  const byAddress = new Map<string, RegistryService[]>()
  const ranges: RegistryService[] = []
  const spoilers: RegistryService[] = []
  const kinds = new Map<string, GrowingKind>()
  let hasProxyPort = false
  for (const service of services) {
    const address = listenAddressOf(service)
    if (isIpAddress(address) && address !== ANY_ADDRESS) add(byAddress, address, service)
    else if (address !== ANY_ADDRESS) ranges.push(service)
    for (const port of service.ports) {
      if (port.number !== number) continue
      if (port.protocol === 'HTTP_PROXY') hasProxyPort = true
      if (isTls(port.protocol) && isWildcardHost(service.host) && !service.host.startsWith('*.')) spoilers.push(service)
      // An alias has no listener of its own.
      if (service.resolution === 'alias') continue
      const pods = isHttp(port.protocol) ? undefined : podsOf(service, port)
      for (const pod of pods ?? []) add(byAddress, pod, service)
      const place = pods ? 'pods' : address === ANY_ADDRESS ? 'any' : isIpAddress(address) ? 'own' : 'range'
      addToKind(kinds, `${port.protocol} ${place}`, service)
    }
  }
  return { services, byAddress, ranges, spoilers, kinds: [...kinds.values()], hasProxyPort }
}

interface GrowingKind {
  readonly toAll: RegistryService[]
  readonly toNamed: Map<string, RegistryService[]>
}

function addToKind(kinds: Map<string, GrowingKind>, key: string, service: RegistryService): void {
  const kind: GrowingKind = kinds.get(key) ?? { toAll: [], toNamed: new Map() }
  kinds.set(key, kind)
  if (service.exportTo.includes('*')) kind.toAll.push(service)
  else
    for (const namespace of new Set(service.exportTo.map((value) => (value === '.' ? service.namespace : value))))
      add(kind.toNamed, namespace, service)
}

function add(map: Map<string, RegistryService[]>, key: string, service: RegistryService): void {
  const list = map.get(key)
  if (!list) map.set(key, [service])
  else if (list.at(-1) !== service) list.push(service)
}
