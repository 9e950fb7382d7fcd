/** What each of Istio's protocol names looks like on the wire, in the words of a call. */
const ON_THE_WIRE: Readonly<Record<string, string>> = {
  HTTP: 'http',
  HTTP2: 'http2',
  GRPC: 'grpc',
  'GRPC-WEB': 'http',
  HTTPS: 'https',
  TLS: 'tls',
}

/** The wire protocol of a destination's protocol (Istio's name); anything that is neither HTTP nor TLS is plain TCP. */
export function wireProtocol(protocol: string | null): string | null {
  return protocol === null ? null : (ON_THE_WIRE[protocol.toUpperCase()] ?? 'tcp')
}
