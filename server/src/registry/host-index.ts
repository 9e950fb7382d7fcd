import { withoutFinalDot } from '../istio/host-name'
import type { RegistryService } from './registry-service'

/** Finds services by name without walking over all of them. */
export interface HostIndex {
  /** Those whose host, wildcards included, covers the name: letter case and a final dot do not count. */
  covering(name: string): readonly RegistryService[]
  /** Those for which an ExternalName Service of that host stands. */
  aliased(host: string): readonly RegistryService[]
}

export function createHostIndex(services: readonly RegistryService[]): HostIndex {
  const exact = new Map<string, RegistryService[]>()
  /** By what follows the star: `.example.com`. */
  const wildcards = new Map<string, RegistryService[]>()
  /** Stars that do not stand for whole labels: few, if any. */
  const partial: { readonly suffix: string; readonly service: RegistryService }[] = []
  const aliases = new Map<string, RegistryService[]>()
  for (const service of services) {
    const host = withoutFinalDot(service.host.toLowerCase())
    if (!host.startsWith('*')) add(exact, host, service)
    else if (host.startsWith('*.')) add(wildcards, host.slice(1), service)
    else partial.push({ suffix: host.slice(1), service })
    for (const alias of service.aliases) add(aliases, alias.host.toLowerCase(), service)
  }
  return {
    aliased: (host) => aliases.get(host) ?? NONE,
    covering: (written) => {
      const name = withoutFinalDot(written.toLowerCase())
      const found = [...(exact.get(name) ?? NONE)]
      if (wildcards.size > 0) {
        for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1))
          found.push(...(wildcards.get(name.slice(dot)) ?? NONE))
        // A wildcard that is called by its own name.
        if (name.startsWith('*.')) found.push(...(wildcards.get(name.slice(1)) ?? NONE))
      }
      for (const { suffix, service } of partial)
        if (name.length > suffix.length && name.endsWith(suffix)) found.push(service)
      return found
    },
  }
}

const NONE: readonly RegistryService[] = []

function add(map: Map<string, RegistryService[]>, key: string, service: RegistryService): void {
  const list = map.get(key)
  if (list) list.push(service)
  else map.set(key, [service])
}
