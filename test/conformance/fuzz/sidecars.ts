import type { Dice } from './dice'
import { istioObject, type Manifest, metadata, type Palette, type Spec } from './manifest'

const IMPORTS = [
  ...['*/*', './*', 'istio-system/*', 'web/*', 'shop/*', 'infra/*', '*/a.example.com', '*/*.example.com'],
  ...['infra/a.example.com', 'shop/svc.shop.svc.cluster.local', '~/*', '~infra/*', '~*/*.api.example.com'],
  ...['./a.example.com', '*/b.example.com', 'infra/b.example.com', 'web/a.example.com', '*/*.com', '~web/*.com'],
  ...['*/*.svc.cluster.local', '~./*', 'shop/b.example.com', '*/*.shop.svc.cluster.local'],
]
const LISTENER_PROTOCOLS = ['HTTP', 'TCP', 'HTTPS', 'TLS', 'MYSQL', 'HTTP_PROXY', 'GRPC', 'MONGO'] as const
const POLICIES = [
  {},
  { mode: 'ALLOW_ANY' },
  { mode: 'REGISTRY_ONLY' },
  { mode: 'ALLOW_ANY_DYNAMIC_DNS' },
  { mode: 'ALLOW_ANY', egressProxy: { host: 'svc.shop.svc.cluster.local', port: { number: 8080 } } },
] as const

/** Sidecars: of namespaces, of workloads, of the whole mesh. */
export function sidecars(dice: Dice, palette: Palette): readonly Manifest[] {
  const count = palette.theme === 'sidecars' ? dice.pick([1, 1, 2]) : dice.pick([0, 0, 0, 1])
  return Array.from({ length: count }, (_, index) => {
    const namespace = dice.pick(['web', 'shop', 'istio-system', 'web'])
    const meta = metadata(dice, `sc${index}`, namespace, palette.isTimed())
    return istioObject(dice, 'Sidecar', meta, specOf(dice, palette))
  })
}

function specOf(dice: Dice, palette: Palette): Spec {
  const spec: Spec = {}
  if (dice.chance(0.9)) spec.egress = egressOf(dice, palette)
  if (dice.chance(0.3)) spec.outboundTrafficPolicy = dice.pick(POLICIES)
  if (dice.chance(0.25)) spec.workloadSelector = { labels: { app: dice.pick(['one', 'two']) } }
  return spec
}

function egressOf(dice: Dice, palette: Palette): readonly Spec[] {
  const own = dice.chance(0.35) ? dice.some(palette.ports, dice.pick([1, 2])) : []
  const listeners: Spec[] = own.map((number) => ({
    port: { number, protocol: dice.pick(LISTENER_PROTOCOLS), name: `p${number}` },
    hosts: hostsOf(dice),
    ...(dice.chance(0.2) ? { bind: dice.pick(['127.0.0.1', '0.0.0.0', '192.0.2.10']) } : {}),
    ...(dice.chance(0.2) ? { captureMode: dice.pick(['NONE', 'IPTABLES', 'DEFAULT']) } : {}),
  }))
  if (dice.chance(0.8) || listeners.length === 0)
    listeners.push({ hosts: hostsOf(dice), ...(dice.chance(0.05) ? { bind: '127.0.0.1' } : {}) })
  return listeners
}

function hostsOf(dice: Dice): readonly string[] {
  return dice.some(IMPORTS, dice.pick([1, 1, 2, 3]))
}
