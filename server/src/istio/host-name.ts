/** True for a host that begins with `*`, whole labels or not. */
export function isWildcardHost(host: string): boolean {
  return host.startsWith('*')
}

/**
 * True if the two hosts have a name in common, either of them being a wildcard.
 * `*.com` matches `foo.com` and `*.foo.com`, in both directions; letter case counts.
 * Source: Istio compares VirtualService hosts with service hosts this way.
 */
export function hostsMatch(a: string, b: string): boolean {
  const aWild = isWildcardHost(a)
  const bWild = isWildcardHost(b)
  if (aWild && bWild) return a.length < b.length ? b.endsWith(a.slice(1)) : a.endsWith(b.slice(1))
  if (aWild) return b.endsWith(a.slice(1))
  if (bWild) return a.endsWith(b.slice(1))
  return a === b
}

/**
 * True if every name of `host` is a name of `cover`: an import `*.example.com` takes `a.example.com` and
 * `*.api.example.com`, but `a.example.com` does not take `*.example.com`.
 * Source: how Istio matches the hosts of a Sidecar's egress.
 */
export function isSubsetOfHost(host: string, cover: string): boolean {
  const hostWild = isWildcardHost(host)
  if (!isWildcardHost(cover)) return host === cover
  if (hostWild) return host.length >= cover.length && host.slice(1).endsWith(cover.slice(1))
  return host.endsWith(cover.slice(1))
}

/**
 * True if a registered host (perhaps a wildcard) stands for the name that an application calls. Letter case and a final
 * dot do not count; `*.example.com` never covers its own apex.
 */
export function hostCovers(registered: string, name: string): boolean {
  const host = withoutFinalDot(registered.toLowerCase())
  const called = withoutFinalDot(name.toLowerCase())
  if (host === called || host === '*') return true
  if (!isWildcardHost(host)) return false
  const suffix = host.slice(1)
  return called.length > suffix.length && called.endsWith(suffix)
}

/** The name without the dot that makes it absolute. */
export function withoutFinalDot(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/**
 * A name without any dot is a Service of the namespace in which it is written.
 * Source: how Istio resolves hosts in VirtualServices and DestinationRules.
 */
export function fullyQualifiedHost(host: string, namespace: string): string {
  if (host === '' || host === '*' || host.includes('.') || host.includes(':')) return host
  return `${host}.${namespace}.svc.cluster.local`
}

/** The host of a Kubernetes Service. */
export function serviceHost(name: string, namespace: string): string {
  return `${name}.${namespace}.svc.cluster.local`
}
