import type { HttpMatch, HttpRoute, StringMatch } from '../istio/virtual-service'

/**
 * A delegate's route below the route that delegates to it: both matches must hold. undefined where they cannot hold
 * together: istiod then leaves the delegate's route out.
 * Source: Istio's page on VirtualService, field `delegate`.
 */
export function mergeDelegate(root: HttpRoute, part: HttpRoute): HttpRoute | undefined {
  const match = mergeMatches(root.match, part.match)
  if (!match) return undefined
  return {
    ...part,
    match,
    name: part.name === '' ? root.name : part.name,
    directResponse: part.directResponse || root.directResponse,
    mirrors: part.mirrors.length > 0 ? part.mirrors : root.mirrors,
    delegate: undefined,
  }
}

function mergeMatches(root: readonly HttpMatch[], part: readonly HttpMatch[]): readonly HttpMatch[] | undefined {
  if (root.length === 0) return part
  if (part.length === 0) return root
  const merged: HttpMatch[] = []
  for (const inner of part) {
    const fitting = root.filter((outer) => !isConflict(outer, inner))
    if (fitting.length === 0) return undefined
    for (const outer of fitting) merged.push(mergeMatch(outer, inner))
  }
  return merged
}

function mergeMatch(root: HttpMatch, part: HttpMatch): HttpMatch {
  return {
    ...part,
    uri: part.uri ?? root.uri,
    scheme: part.scheme ?? root.scheme,
    method: part.method ?? root.method,
    authority: part.authority ?? root.authority,
    headers: { ...root.headers, ...part.headers },
    withoutHeaders: { ...root.withoutHeaders, ...part.withoutHeaders },
    queryParams: { ...root.queryParams, ...part.queryParams },
    port: part.port ?? root.port,
    sourceLabels: { ...root.sourceLabels, ...part.sourceLabels },
    sourceNamespace: part.sourceNamespace ?? root.sourceNamespace,
    gateways: part.gateways.length > 0 ? part.gateways : root.gateways,
  }
}

function isConflict(root: HttpMatch, part: HttpMatch): boolean {
  if (isStringConflict(root.uri, part.uri) || isStringConflict(root.scheme, part.scheme)) return true
  if (isStringConflict(root.method, part.method) || isStringConflict(root.authority, part.authority)) return true
  for (const key of ['headers', 'withoutHeaders', 'queryParams'] as const) {
    for (const [name, match] of Object.entries(part[key])) if (isStringConflict(root[key][name], match)) return true
  }
  if (root.ignoreUriCase !== part.ignoreUriCase) return true
  if (root.port && part.port && root.port !== part.port) return true
  if (root.sourceNamespace !== undefined && root.sourceNamespace !== part.sourceNamespace) return true
  for (const [label, value] of Object.entries(part.sourceLabels)) {
    const own = root.sourceLabels[label]
    if (own !== undefined && own !== value) return true
  }
  if (root.gateways.length === 0 || part.gateways.length === 0) return false
  return part.gateways.some((gateway) => !root.gateways.includes(gateway))
}

/** The inner match must lie within the outer one; regular expressions cannot be compared, so they never do. */
function isStringConflict(root: StringMatch | undefined, part: StringMatch | undefined): boolean {
  if (!root || !part) return false
  if (root.type === 'exact') return part.type !== 'exact' || part.value !== root.value
  if (root.type === 'prefix') {
    if (part.type === 'prefix' || part.type === 'exact') return !part.value.startsWith(root.value)
  }
  return true
}
