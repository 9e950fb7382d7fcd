const TLS_NAMES: ReadonlySet<string> = new Set(['HTTPS', 'TLS'])
const HTTP_NAMES: ReadonlySet<string> = new Set(['HTTP', 'HTTP2', 'GRPC', 'HTTP_PROXY'])

/** What a ServiceEntry says of a port: the kind of traffic by which Envoy tells hosts apart. */
export type EntryProtocol = 'TLS' | 'HTTP' | 'HTTP2' | 'GRPC' | 'TCP'

/**
 * The protocol under which a ServiceEntry must declare a call. TLS is matched by its server name, HTTP by its Host
 * header, everything else is bytes: TCP. Databases stay TCP, because a port declared as MySQL or Mongo shares its
 * listener with nothing else. Where nothing says a protocol, the port does, as for the verdict: 80 is HTTP, 443 TLS.
 * @param protocol Istio's name, as destinations have it; null if nothing says it
 */
export function entryProtocol(protocol: string | null, port: number | null): EntryProtocol {
  if (protocol === null) return port === 80 ? 'HTTP' : port === 443 ? 'TLS' : 'TCP'
  const name = protocol.toUpperCase()
  if (TLS_NAMES.has(name)) return 'TLS'
  if (name === 'GRPC-WEB' || name === 'HTTP_PROXY') return 'HTTP'
  return HTTP_NAMES.has(name) ? (name as EntryProtocol) : 'TCP'
}
