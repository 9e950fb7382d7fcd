import { isIpAddress } from '../text/ip-address'

/** A Service as far as names go. */
export interface DeclaredService {
  readonly name: string
  readonly namespace: string
}

/** The endings of names that only the clusters' own DNS answers; `clusterset.local` is that of several clusters together. */
const CLUSTER_SUFFIXES = ['.svc', '.svc.cluster.local', '.svc.clusterset.local'] as const

/**
 * False for a host that is a Service of the workspace by any of its names, or clearly local to the cluster: `*.svc`,
 * `*.svc.cluster.local`, a name without a dot. Everything else is external: private names and IP addresses, too.
 * @param host lower case, without brackets or a final dot
 */
export function isExternal(host: string, services: Iterable<DeclaredService>): boolean {
  return externalTest(services)(host)
}

/** {@link isExternal} for many hosts against the same Services: their names are gathered once. */
export function externalTest(services: Iterable<DeclaredService>): (host: string) => boolean {
  const short = new Set<string>()
  const qualified = new Set<string>()
  for (const { name, namespace } of services) {
    short.add(name)
    qualified.add(`${name}.${namespace}`)
  }
  return (host) => {
    if (isIpAddress(host)) return true
    if (!host.includes('.') || CLUSTER_SUFFIXES.some((suffix) => host.endsWith(suffix))) return false
    if (qualified.has(host)) return false
    // `redis-0.redis` and `redis-0.redis.shop` name one pod behind a headless Service.
    const [pod = '', ...rest] = host.split('.')
    const service = rest.join('.')
    if (qualified.has(service)) return false
    return !(/-\d+$/.test(pod) && short.has(service))
  }
}
