import { isIpAddress } from '../istio/acceptance/names'
import { ANY_ADDRESS, listenAddressOf, type RegistryService } from '../registry/registry-service'

const CLUSTER_SUFFIX = '.svc.cluster.local'

/**
 * The other names under which a host is reached from a namespace: with a final dot, and for names of the cluster the
 * short forms that the search list of a pod completes (semantics 5.4).
 */
export function shortNamesOf(host: string, namespace: string): readonly string[] {
  const names = isIpAddress(host) ? [] : [`${host}.`]
  if (!host.endsWith(CLUSTER_SUFFIX)) return names
  const end = host.indexOf('.svc.')
  const dot = host.indexOf('.')
  // A name without a namespace has no short forms, and no final dot either.
  if (end <= 0) return names
  if (dot + 1 > end) return []
  const withNamespace = host.slice(0, end)
  const short = [withNamespace, `${withNamespace}.svc`]
  if (host.slice(dot + 1, end) === namespace) short.unshift(host.slice(0, dot))
  return [...names, ...short]
}

/** Every Host header that means a service, and which of them are only completions of a short name. */
export function domainsOf(
  service: RegistryService,
  namespace: string,
): { readonly domains: readonly string[]; readonly completed: ReadonlySet<string> } {
  const domains: string[] = []
  const completed = new Set<string>()
  for (const host of [service.host.toLowerCase(), ...service.aliases.map((alias) => alias.host)]) {
    const short = shortNamesOf(host, namespace)
    domains.push(host, ...short)
    for (const name of short) completed.add(name)
  }
  if (service.resolution === 'passthrough' && service.isKubernetes)
    domains.push(...domains.map((domain) => `*.${domain}`))
  const address = listenAddressOf(service)
  if (address !== ANY_ADDRESS) domains.push(address)
  return { domains, completed }
}
