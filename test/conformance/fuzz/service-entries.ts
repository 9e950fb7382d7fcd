import type { Dice } from './dice'
import {
  anyNamespace,
  exportTo,
  istioObject,
  type Manifest,
  metadata,
  type Palette,
  type Spec,
  type Theme,
} from './manifest'
import { ADDRESSES } from './words'

const RESOLUTIONS = ['DNS', 'DNS', 'STATIC', 'NONE', 'NONE', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS'] as const
const PROTOCOLS = [
  ...['HTTP', 'HTTP', 'HTTPS', 'TLS', 'TCP', 'TCP', '', 'GRPC', 'MySQL', 'Mongo', 'UDP', 'HTTP2', 'Redis', 'http'],
] as [string, ...string[]]
const BY_THEME: Readonly<Partial<Record<Theme, readonly [string, ...string[]]>>> = {
  tcp: ['TCP', 'TCP', '', 'MySQL', 'Redis', 'HTTP', 'TLS'],
  http: ['HTTP', 'HTTP', 'GRPC', 'Grpc-Web', 'TCP', ''],
  tls: ['HTTPS', 'TLS', 'TLS', 'TCP', 'HTTP'],
  routes: ['HTTP', 'HTTP', 'TLS', 'HTTPS', 'TCP', ''],
}

/** ServiceEntries that meet: few hosts, few ports, all kinds of resolution. */
export function serviceEntries(dice: Dice, palette: Palette): readonly Manifest[] {
  const count = dice.between(1, 6)
  const entries = Array.from({ length: count }, (_, index) => {
    const meta = metadata(dice, `se${index}`, anyNamespace(dice), palette.isTimed())
    if (dice.chance(0.1)) meta.labels = { l: dice.pick(['x', 'y']) }
    if (dice.chance(0.03)) meta.labels = { 'networking.istio.io/enable-autoallocate-ip': 'false' }
    return istioObject(dice, 'ServiceEntry', meta, specOf(dice, palette))
  })
  if (!dice.chance(0.2)) return entries
  const meta = metadata(dice, 'we', anyNamespace(dice), palette.isTimed())
  return [
    ...entries,
    istioObject(dice, 'WorkloadEntry', meta, { address: '192.0.2.60', labels: { app: 'we', v: '1' } }),
  ]
}

function specOf(dice: Dice, { theme, hosts: pool, ports }: Palette): Spec {
  const hosts = dice.some(pool, dice.chance(0.13) ? 2 : 1)
  const [first = ''] = hosts
  const resolution = resolutionFor(dice, first)
  const spec: Spec = { hosts, resolution, ...exportTo(dice) }
  if (dice.chance(0.97))
    spec.ports = dice.some(ports, dice.pick([1, 1, 2, 3])).map((port) => portOf(dice, port, theme, resolution))
  if (dice.chance(0.2)) spec.location = dice.pick(['MESH_INTERNAL', 'MESH_EXTERNAL'])
  const usesRanges = resolution === 'NONE' || resolution === 'STATIC'
  if (resolution !== 'DYNAMIC_DNS' && dice.chance(theme === 'http' ? 0.15 : 0.33))
    spec.addresses = usesRanges
      ? dice.some(ADDRESSES, dice.chance(0.15) ? 2 : 1)
      : [dice.pick(['192.0.2.10', '192.0.2.30'])]
  if (resolution === 'STATIC' && dice.chance(0.7)) spec.endpoints = [{ address: '192.0.2.50', labels: { v: '1' } }]
  else if (resolution === 'DNS' && dice.chance(0.2)) spec.endpoints = [{ address: 'e.example.net', labels: { v: '1' } }]
  else if (/^(DNS|STATIC|NONE)$/.test(resolution) && dice.chance(0.08))
    spec.workloadSelector = { labels: { app: dice.pick(['we', 'none', 'api']) } }
  return spec
}

/** Mostly one that istiod accepts for such a host; sometimes not. */
function resolutionFor(dice: Dice, host: string): string {
  const resolution = dice.pick(RESOLUTIONS)
  if (dice.chance(0.04)) return resolution
  if (resolution === 'DYNAMIC_DNS' && !host.startsWith('*')) return 'NONE'
  if (resolution.startsWith('DNS') && host.startsWith('*')) return dice.pick(['NONE', 'STATIC', 'DYNAMIC_DNS'])
  return resolution
}

function portOf(dice: Dice, number: number, theme: Theme, resolution: string): Spec {
  const protocol =
    resolution === 'DYNAMIC_DNS' ? dice.pick(['HTTP', 'TLS', 'GRPC']) : dice.pick(BY_THEME[theme] ?? PROTOCOLS)
  return {
    number,
    name: dice.chance(0.1) ? `http-${number}` : `p${number}`,
    ...(protocol === '' ? {} : { protocol }),
    ...(dice.chance(0.1) ? { targetPort: dice.pick([8443, 5432]) } : {}),
  }
}
