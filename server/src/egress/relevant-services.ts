import { hostsMatch, isWildcardHost, withoutFinalDot } from '../istio/host-name'
import type { ImportedListener } from '../registry/egress-listener'
import type { KindOfService } from '../registry/port-index'
import type { RegistryService } from '../registry/registry-service'
import type { ServiceRegistry } from '../registry/service-registry'
import type { MeshVirtualService } from '../registry/virtual-service-index'
import type { Connection } from './chain-match'
import { isInRange } from './ip-range'
import type { SidecarProxy } from './sidecar-proxy'
import { createVirtualServiceLookup } from './virtual-service-lookup'

/**
 * The services that can make a difference to one call: those that its names or its address may mean, those that take what
 * nothing else matches, and those that a VirtualService for it names. A listener and routes made of these alone send the
 * call where those of all services would.
 */
export type FindRelevant = (connection: Connection, authority: string | undefined) => readonly ImportedServices[]

/** What one egress listener imports of them. */
export interface ImportedServices {
  readonly listener: ImportedListener
  readonly services: readonly RegistryService[]
  /** Of the listener's VirtualServices those that have a say, in their order of precedence. */
  readonly virtualServices: readonly MeshVirtualService[]
}

export function createRelevance({ scope, registry, namespace }: SidecarProxy): FindRelevant {
  const firsts = new Map<number, readonly (readonly RegistryService[])[]>()
  const firstsOf = (number: number): readonly (readonly RegistryService[])[] => {
    const known = firsts.get(number)
    if (known) return known
    const { kinds } = registry.onPort(number)
    const found = scope.listeners.map((listener) => kinds.flatMap((kind) => firstOf(kind, listener, namespace)))
    firsts.set(number, found)
    return found
  }
  const lookups = scope.listeners.map(({ virtualServices }) => createVirtualServiceLookup(virtualServices))
  const layer4Services = new Map<string, readonly RegistryService[]>()
  const layer4Of = (at: number, port: number, virtualServices: readonly MeshVirtualService[]) => {
    const key = `${at} ${port}`
    const known = layer4Services.get(key)
    if (known) return known
    const found = routedServices(virtualServices, registry, port)
    layer4Services.set(key, found)
    return found
  }
  return (connection, authority) => {
    const { port, address } = connection
    const index = registry.onPort(port)
    const names = [authority, connection.sni].filter((name) => name !== undefined && name !== '')
    const meant = new Set<RegistryService>()
    const addAll = (services: Iterable<RegistryService>) => {
      for (const service of services) meant.add(service)
    }
    const spelled = names.flatMap((one) => spellings(one ?? '', namespace))
    for (const name of spelled) addAll([...registry.byHost.covering(name), ...registry.byHost.aliased(name)])
    addAll(index.byAddress.get(address) ?? [])
    for (const name of names) addAll(index.byAddress.get(withoutFinalDot(name ?? '')) ?? [])
    addAll(index.ranges.filter((service) => isInRange(address, service.address) !== undefined))
    addAll(index.spoilers)
    const hosts = new Set([...spelled, ...[...meant].map(({ host }) => host.toLowerCase())])
    return scope.listeners.map((listener, at) => {
      const lookup = lookups[at]
      if (!lookup || needsAll(listener) || index.hasProxyPort) {
        const services = listener.pick(allOf(listener, port))
        return { listener, services, virtualServices: listener.virtualServices }
      }
      const virtualServices = lookup.naming(hosts)
      const routed = [...routedServices(virtualServices, registry, port), ...layer4Of(at, port, lookup.layer4)]
      const candidates = new Set([...meant, ...(firstsOf(port)[at] ?? []), ...routed])
      const services = listener.pick([...candidates].filter((service) => hasPort(service, port)))
      return { listener, services, virtualServices }
    })
  }

  /** An explicit HTTP proxy is there for every host, whatever its ports. */
  function allOf(listener: ImportedListener, port: number): readonly RegistryService[] {
    const isProxy = listener.port?.protocol === 'HTTP_PROXY'
    return isProxy ? registry.visibleTo(namespace) : registry.onPort(port).services
  }
}

/** On an address of its own, names and addresses of services do not keep them apart. */
function needsAll({ bind, bindsToPort, port }: ImportedListener): boolean {
  return bind !== undefined || bindsToPort || port?.protocol === 'HTTP_PROXY'
}

function hasPort({ ports }: RegistryService, number: number): boolean {
  return ports.some((port) => port.number === number)
}

/** The first that is used of those exported by name and of the public ones: one of them is the first of all. */
function firstOf(
  { toNamed, toAll }: KindOfService,
  listener: ImportedListener,
  namespace: string,
): readonly RegistryService[] {
  return [toNamed.get(namespace) ?? [], toAll].flatMap((services) => {
    const first = services.find((service) => listener.pick([service]).length > 0)
    return first ? [first] : []
  })
}

/**
 * The hosts that may be meant by a name: itself, what the search list makes of it, and for pods of a headless Service the
 * same of everything behind a dot.
 */
function spellings(name: string, namespace: string): readonly string[] {
  const found: string[] = []
  for (let rest = withoutFinalDot(withoutPort(name.toLowerCase())); rest !== ''; ) {
    found.push(rest, `${rest}.${namespace}.svc.cluster.local`, `${rest}.svc.cluster.local`, `${rest}.cluster.local`)
    const dot = rest.indexOf('.')
    rest = dot === -1 ? '' : rest.slice(dot + 1)
  }
  return found
}

function withoutPort(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 || colon !== name.lastIndexOf(':') ? name : name.slice(0, colon)
}

/** The services of a port for whose hosts one of these VirtualServices speaks. */
function routedServices(
  virtualServices: readonly MeshVirtualService[],
  registry: ServiceRegistry,
  port: number,
): readonly RegistryService[] {
  const found = new Set<RegistryService>()
  const wildcards: string[] = []
  for (const written of virtualServices.flatMap(({ hosts }) => hosts)) {
    if (isWildcardHost(written)) wildcards.push(written.toLowerCase())
    else for (const service of registry.byHost.covering(written)) found.add(service)
  }
  if (wildcards.length > 0) {
    for (const service of registry.onPort(port).services) {
      const host = service.host.toLowerCase()
      if (wildcards.some((wildcard) => hostsMatch(wildcard, host))) found.add(service)
    }
  }
  return [...found]
}
