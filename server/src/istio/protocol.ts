/** The protocols that Istio tells apart; `AUTO` is a port whose protocol is left out: it is sniffed. */
export type Protocol =
  | 'HTTP'
  | 'HTTP2'
  | 'GRPC'
  | 'GRPC-Web'
  | 'HTTP_PROXY'
  | 'HTTPS'
  | 'TLS'
  | 'TCP'
  | 'Mongo'
  | 'Redis'
  | 'MySQL'
  | 'UDP'
  | 'AUTO'

const BY_LOWER_CASE: ReadonlyMap<string, Protocol> = new Map<string, Protocol>([
  ['http', 'HTTP'],
  ['http2', 'HTTP2'],
  ['grpc', 'GRPC'],
  ['grpc-web', 'GRPC-Web'],
  ['http_proxy', 'HTTP_PROXY'],
  ['https', 'HTTPS'],
  ['tls', 'TLS'],
  ['tcp', 'TCP'],
  ['mongo', 'Mongo'],
  ['redis', 'Redis'],
  ['mysql', 'MySQL'],
  ['udp', 'UDP'],
])

/** The protocol of that name, letter case aside; anything unknown is sniffed. */
export function parseProtocol(text: string): Protocol {
  return BY_LOWER_CASE.get(text.toLowerCase()) ?? 'AUTO'
}

/** True if istiod's webhook knows the protocol; the empty one is sniffed. */
export function isKnownProtocol(text: string): boolean {
  return text === '' || BY_LOWER_CASE.has(text.toLowerCase())
}

export function isHttp(protocol: Protocol): boolean {
  return (
    protocol === 'HTTP' ||
    protocol === 'HTTP2' ||
    protocol === 'GRPC' ||
    protocol === 'GRPC-Web' ||
    protocol === 'HTTP_PROXY'
  )
}

export function isTls(protocol: Protocol): boolean {
  return protocol === 'HTTPS' || protocol === 'TLS'
}

/** Everything that Envoy forwards as bytes, TLS included. */
export function isTcp(protocol: Protocol): boolean {
  return isTls(protocol) || protocol === 'TCP' || protocol === 'Mongo' || protocol === 'Redis' || protocol === 'MySQL'
}

/** Ports of protocols in which the server speaks first: sniffing would hang there, so they are TCP unless something is said. */
const NEVER_SNIFFED = new Set([25, 53, 3306, 27017])

/**
 * The protocol of a Kubernetes Service's port: `appProtocol`, else its name up to the first `-`.
 * Source: Istio's page "Protocol Selection".
 */
export function protocolOfServicePort(port: {
  readonly number: number
  readonly name: string
  readonly protocol: string
  readonly appProtocol: string | undefined
}): Protocol {
  if (port.protocol === 'UDP') return 'UDP'
  if (port.appProtocol === 'kubernetes.io/h2c') return 'HTTP2'
  if (port.appProtocol === 'kubernetes.io/ws') return 'HTTP'
  if (port.appProtocol === 'kubernetes.io/wss') return 'HTTPS'
  const name = port.appProtocol ?? port.name
  if (name.toLowerCase().startsWith('grpc-web')) return 'GRPC-Web'
  const parsed = parseProtocol(name.split('-', 1)[0] ?? '')
  return parsed === 'AUTO' && NEVER_SNIFFED.has(port.number) ? 'TCP' : parsed
}
