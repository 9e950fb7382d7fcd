import { stringify } from 'yaml'
import type { CallToExplain } from '../../../server/src/egress/parse-calls'

/** URL schemes by what a call has on the wire; anything else is bytes. */
const SCHEMES: Readonly<Record<string, string>> = {
  http: 'http',
  http2: 'h2c',
  grpc: 'grpc',
  https: 'https',
  tls: 'amqps',
  grpcs: 'grpcs',
  mysql: 'mysql',
  mongo: 'mongodb',
  redis: 'redis',
}

/** What `protocol` means where a call leaves it out. */
const BY_PORT: Readonly<Record<number, string>> = { 80: 'http', 443: 'https' }

/** A call as a manifest can say it: its host, port and protocol, and nothing of path, headers, SNI or address. */
export function plainCall({ id, from, call }: CallToExplain): CallToExplain {
  return { id, from, call: { host: call.host, port: call.port, protocol: call.protocol, headers: {} } }
}

/** What a call says beyond host, port and protocol. */
export function detailsOf({ call }: CallToExplain): readonly string[] {
  const { address, path, method, sni, headers } = call
  const said = { address, path, method, sni, headers: Object.keys(headers ?? {}).length > 0 ? headers : undefined }
  return Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [name]))
}

/** A Deployment that makes the call: its pods have the caller's labels, its environment a URL with host and port. */
export function callerManifest({ from, call }: CallToExplain, name: string): string {
  const { host, port, protocol } = call
  const scheme = SCHEMES[protocol ?? BY_PORT[port ?? 0] ?? ''] ?? 'postgres'
  const authority = host.includes(':') ? `[${host}]` : host
  const url = `${scheme}://${authority}${port === null ? '' : `:${port}`}/`
  return stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: from.namespace },
    spec: {
      selector: { matchLabels: from.labels },
      template: {
        metadata: { labels: from.labels },
        spec: { containers: [{ name: 'caller', image: 'caller', env: [{ name: 'TARGET_URL', value: url }] }] },
      },
    },
  })
}
