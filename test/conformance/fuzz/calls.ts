import type { Dice } from './dice'
import type { Palette } from './manifest'
import type { Target } from './targets'
import { CALL_ADDRESSES, CALLED_HOSTS, PORTS } from './words'

const PROTOCOLS = ['http', 'https', 'tcp', 'tls', 'grpc', 'http2', 'mysql', 'grpcs'] as const
const USUAL: Readonly<Record<number, string>> = { 80: 'http', 443: 'https', 8080: 'http', 9443: 'tls' }
const CALLERS = ['web', 'web', 'shop', 'infra', 'other', 'istio-system'] as const

/** Calls from every namespace to names that are declared, nearly declared and unknown. */
export function randomCalls(dice: Dice, palette: Palette, targets: readonly Target[], count: number) {
  return Array.from({ length: count }, (_, index) => {
    const labels = dice.chance(0.25) ? { labels: { app: dice.pick(['one', 'two']) } } : {}
    const end = callEnd(dice, palette, targets)
    const isTls = /^(https|tls|grpcs)$/.test(end.protocol)
    return {
      id: `c${index}`,
      from: { namespace: dice.pick(CALLERS), ...labels },
      ...end,
      ...(dice.chance(0.15) ? { address: dice.pick(CALL_ADDRESSES) } : {}),
      ...(dice.chance(0.25) ? { path: dice.pick(['/v1', '/v1/x', '/y', '/v1?a=b', '/V1']) } : {}),
      ...(dice.chance(0.15) ? { headers: { 'X-A': dice.pick(['1', '12', '0']) } } : {}),
      ...(dice.chance(0.1) ? { method: 'POST' } : {}),
      ...(isTls && dice.chance(0.1) ? { sni: dice.pick(['b.example.com', 'zz.example.com', '']) } : {}),
    }
  })
}

/** Where the call goes: often to something that is declared, as it is declared. */
function callEnd(dice: Dice, palette: Palette, targets: readonly Target[]): Target {
  const [target] = dice.chance(0.5) ? dice.some(targets, 1) : []
  if (target)
    return {
      host: hostUnder(dice, target.host),
      port: dice.chance(0.9) ? target.port : dice.pick(palette.ports),
      protocol: dice.chance(0.8) ? spoken(target.protocol) : dice.pick(PROTOCOLS),
    }
  const port = dice.chance(0.8) ? dice.pick(palette.ports) : dice.pick(PORTS)
  return {
    host: dice.chance(0.5) ? hostUnder(dice, dice.pick(palette.hosts)) : dice.pick(CALLED_HOSTS),
    port,
    protocol: dice.chance(0.6) ? dice.pick(PROTOCOLS) : (USUAL[port] ?? 'tcp'),
  }
}

/** What a client of a port declared so sends. */
function spoken(declared: string): string {
  if (/^grpc/i.test(declared)) return 'grpc'
  if (/^https?2?$/i.test(declared)) return declared.toLowerCase()
  return /^tls$/i.test(declared) ? 'tls' : 'tcp'
}

/** A name that a declared host covers, in one of the ways in which a client writes it. */
function hostUnder(dice: Dice, declared: string): string {
  const name = declared.replace('*', dice.pick(['q', 'b', 'deep.x']))
  if (dice.chance(0.05)) return name.toUpperCase()
  return dice.chance(0.2) ? name.replace('.svc.cluster.local', '') : name
}
