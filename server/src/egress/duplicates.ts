import type { RegistryService } from '../registry/registry-service'
import type { SidecarProxy } from './sidecar-proxy'

/** The service that a listener uses for the host in place of this one; undefined if this one is used. */
export function winnerOver(service: RegistryService, { scope, registry }: SidecarProxy): RegistryService | undefined {
  const duplicates = registry.allOf(service.host)
  const used = scope.listeners.flatMap((listener) => listener.pick(duplicates))
  return used.some(({ namespace }) => namespace === service.namespace) ? undefined : used[0]
}

/** Why a namespace is chosen for a host before another one (semantics 4.1). */
export function whyFirst(winner: RegistryService, loser: RegistryService, namespace: string): string {
  if (winner.namespace === namespace) return "the caller's own namespace comes first"
  if (winner.isKubernetes && !loser.isKubernetes) return 'a Service comes before entries'
  if (!winner.exportTo.includes('*') && loser.exportTo.includes('*')) return 'it is exported to this namespace by name'
  if (winner.created < loser.created) return 'it is older'
  return 'of equal age, its name and namespace sort first'
}
