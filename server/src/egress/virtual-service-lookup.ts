import { hostCovers, hostsMatch, isWildcardHost, withoutFinalDot } from '../istio/host-name'
import type { MeshVirtualService } from '../registry/virtual-service-index'

/** Finds the VirtualServices of a listener that can have a say in a call, without walking over all of them. */
export interface VirtualServiceLookup {
  /** Those with TLS or TCP routes, which go by more than a name; in their order of precedence. */
  readonly layer4: readonly MeshVirtualService[]
  /** Those with `http` routes or without any that name one of these hosts (lower case), in their order of precedence. */
  naming(hosts: Iterable<string>): readonly MeshVirtualService[]
}

export function createVirtualServiceLookup(virtualServices: readonly MeshVirtualService[]): VirtualServiceLookup {
  const position = new Map(virtualServices.map((service, index) => [service, index]))
  const exact = new Map<string, MeshVirtualService[]>()
  const wildcards: { readonly host: string; readonly service: MeshVirtualService }[] = []
  for (const service of virtualServices) {
    for (const written of service.hosts) {
      const host = withoutFinalDot(written.toLowerCase())
      if (isWildcardHost(host)) wildcards.push({ host, service })
      else exact.set(host, [...(exact.get(host) ?? []), service])
    }
  }
  return {
    layer4: virtualServices.filter(({ tls, tcp }) => tls.length > 0 || tcp.length > 0),
    naming(hosts) {
      const found = new Set<MeshVirtualService>()
      for (const given of hosts) {
        const name = withoutFinalDot(given)
        for (const service of exact.get(name) ?? []) found.add(service)
        for (const { host, service } of wildcards)
          if (hostsMatch(host, name) || hostCovers(host, name)) found.add(service)
        // A wildcard entry: whatever routes one of its names is about it.
        if (isWildcardHost(name)) {
          for (const [host, services] of exact) if (hostsMatch(host, name)) for (const each of services) found.add(each)
        }
      }
      return [...found].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0))
    },
  }
}
