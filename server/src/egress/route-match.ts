import type { HttpMatch, StringMatch } from '../istio/virtual-service'
import type { Route, RouteConfiguration, VirtualHost } from './envoy-config'
import { matchesRegex } from './regex'

/** An HTTP request as Envoy routes it. */
export interface Request {
  /** The Host header as sent, with a port where the client adds it. */
  readonly authority: string
  /** With a query, if there is one. */
  readonly path: string
  readonly method: string
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>
}

/**
 * The virtual host for a Host header: the exact domain, else the longest `*suffix`. Its port does not count.
 * Source: Envoy's documentation of VirtualHost.domains.
 */
export function virtualHostFor({ virtualHosts }: RouteConfiguration, authority: string): VirtualHost | undefined {
  const host = withoutPort(authority.toLowerCase())
  let best: VirtualHost | undefined
  let length = 0
  let any: VirtualHost | undefined
  for (const virtualHost of virtualHosts) {
    for (const written of virtualHost.domains) {
      const domain = written.toLowerCase()
      if (domain === host) return virtualHost
      if (domain === '*') any = virtualHost
      else if (domain.startsWith('*') && domain.length > length) {
        const suffix = domain.slice(1)
        if (host.length <= suffix.length || !host.endsWith(suffix)) continue
        best = virtualHost
        length = domain.length
      }
    }
  }
  return best ?? any
}

function withoutPort(host: string): string {
  const colon = host.lastIndexOf(':')
  if (colon === -1 || host.endsWith(']')) return host
  // An IPv6 address without brackets has colons of its own.
  return host.indexOf(':') === colon || host.startsWith('[') ? host.slice(0, colon) : host
}

/** The first route whose match holds; undefined: Envoy answers 404. */
export function routeFor({ routes }: VirtualHost, request: Request): Route | undefined {
  return routes.find(({ match }) => !match || holds(match, request))
}

function holds(match: HttpMatch, request: Request): boolean {
  const query = request.path.indexOf('?')
  const path = query === -1 ? request.path : request.path.slice(0, query)
  if (match.uri && !pathHolds(match.uri, path, match.ignoreUriCase)) return false
  if (match.method && !textHolds(match.method, request.method)) return false
  if (match.authority && !textHolds(match.authority, request.authority)) return false
  if (match.scheme && !textHolds(match.scheme, 'http')) return false
  for (const [name, wanted] of Object.entries(match.headers)) {
    const value = headerOf(request, name)
    if (value === undefined || !textHolds(wanted, value)) return false
  }
  for (const [name, unwanted] of Object.entries(match.withoutHeaders)) {
    const value = headerOf(request, name)
    if (value !== undefined && textHolds(unwanted, value)) return false
  }
  return queryHolds(match, query === -1 ? '' : request.path.slice(query + 1))
}

function headerOf(request: Request, name: string): string | undefined {
  switch (name.toLowerCase()) {
    case ':method':
      return request.method
    case ':authority':
    case 'host':
      return request.authority
    case ':scheme':
      return 'http'
    case ':path':
      return request.path
    default:
      return request.headers.get(name.toLowerCase())
  }
}

function pathHolds(match: StringMatch, path: string, ignoreCase: boolean): boolean {
  if (match.type === 'regex') return matchesRegex(match.value, path)
  const fold = (text: string) => (ignoreCase ? text.toLowerCase() : text)
  return textHolds({ ...match, value: fold(match.value) }, fold(path))
}

function textHolds(match: StringMatch, value: string): boolean {
  switch (match.type) {
    case 'exact':
      return value === match.value
    case 'prefix':
      return value.startsWith(match.value)
    case 'regex':
      return matchesRegex(match.value, value)
    default:
      return true
  }
}

function queryHolds({ queryParams }: HttpMatch, query: string): boolean {
  const pairs = query.split('&').map((pair) => {
    const equals = pair.indexOf('=')
    return equals === -1 ? { key: pair, value: '' } : { key: pair.slice(0, equals), value: pair.slice(equals + 1) }
  })
  return Object.entries(queryParams).every(([name, wanted]) =>
    pairs.some(({ key, value }) => key === name && textHolds(wanted, value)),
  )
}
