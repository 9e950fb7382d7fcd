import { isHttp, isTls, type Protocol } from '../istio/protocol'
import type { Call } from './egress-verdict'
import type { Envoy } from './envoy'
import { resolveName } from './resolve-name'

/** A port on which a call without one may go, and how it would be sent there. */
export interface PortToTry {
  readonly port: number
  readonly protocol: string | null
}

/**
 * The ports of a host for a call that names none: those that visible declarations of the host have, then 443 and 80.
 * Where the call does not say what it sends, the declared protocol is taken.
 */
export function portsToTry({ proxy }: Envoy, call: Call): readonly PortToTry[] {
  const { name, aliases } = resolveName(call.host, proxy.namespace, proxy.registry)
  const names = [name, ...aliases]
  const found = new Map<number, PortToTry>()
  const { byHost } = proxy.registry
  const declared = names.flatMap((one) => [...byHost.covering(one), ...byHost.aliased(one)])
  for (const listener of proxy.scope.listeners) {
    for (const { ports } of listener.pick(declared)) {
      for (const { number, protocol } of ports)
        if (!found.has(number)) found.set(number, { port: number, protocol: call.protocol ?? wireNameOf(protocol) })
    }
  }
  for (const port of [443, 80]) if (!found.has(port)) found.set(port, { port, protocol: call.protocol })
  return [...found.values()]
}

function wireNameOf(protocol: Protocol): string | null {
  if (protocol === 'AUTO') return null
  if (isHttp(protocol)) return 'http'
  return isTls(protocol) ? 'tls' : 'tcp'
}
