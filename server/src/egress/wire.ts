import { isIpAddress, isIpv6 } from '../istio/acceptance/names'
import { withoutFinalDot } from '../istio/host-name'
import type { Connection } from './chain-match'
import type { Call } from './egress-verdict'
import type { Request } from './route-match'

/** What travels on the wire: plaintext HTTP, TLS, or bytes. */
export type Wire = 'http' | 'tls' | 'tcp'

const HTTP = new Set(['http', 'http1', 'http2', 'h2c', 'grpc', 'websocket', 'ws'])
const TLS = new Set(['https', 'tls', 'grpcs', 'wss'])

/** The wire protocol of a call: as it says, else by port (80 HTTP, 443 TLS, anything else bytes). */
export function wireOf(protocol: string | null, port: number): Wire {
  if (protocol === null) return port === 80 ? 'http' : port === 443 ? 'tls' : 'tcp'
  const lower = protocol.toLowerCase()
  if (HTTP.has(lower)) return 'http'
  return TLS.has(lower) ? 'tls' : 'tcp'
}

/** The connection that a call opens. @param address to which its name resolves */
export function connectionOf(call: Call, port: number, wire: Wire, address: string): Connection {
  return {
    address,
    port,
    isTls: wire === 'tls',
    isHttp: wire === 'http',
    sni: wire === 'tls' ? (call.sni ?? serverName(call.host)).toLowerCase() : '',
  }
}

/** Clients send no server name for an address, and never a final dot. */
function serverName(host: string): string {
  return isIpAddress(withoutBrackets(host)) ? '' : withoutFinalDot(host)
}

function withoutBrackets(host: string): string {
  return host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host
}

/** The HTTP request of a call; undefined if it is none. */
export function requestOf(call: Call, port: number, wire: Wire): Request | undefined {
  if (wire !== 'http') return undefined
  const literal = withoutBrackets(call.host)
  const host = isIpv6(literal) ? `[${literal}]` : call.host
  return {
    authority: port === 80 ? host : `${host}:${port}`,
    path: call.path || '/',
    method: call.method || 'GET',
    headers: new Map(Object.entries(call.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
  }
}
