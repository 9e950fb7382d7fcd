import type { Dice } from './dice'
import { type Manifest, metadata, type Palette, type Spec } from './manifest'

const NAMES = [
  { name: 'svc', namespace: 'shop' },
  { name: 'api', namespace: 'shop' },
  { name: 'hl', namespace: 'infra' },
  { name: 'db', namespace: 'web' },
  { name: 'ext', namespace: 'web' },
  { name: 'ext2', namespace: 'shop' },
  { name: 'web', namespace: 'web' },
] as const
const PORT_NAMES = ['http', 'tcp', 'https', 'tls', 'grpc', 'x', 'mysql', 'http2', 'redis', 'mongo', 'udp'] as const
const APP_PROTOCOLS = ['http', 'tls', 'kubernetes.io/h2c', 'tcp', 'kubernetes.io/ws', 'https', 'odd'] as const
const EXTERNAL_NAMES = [
  'a.example.com',
  'svc.shop.svc.cluster.local',
  'nowhere.example.com',
  'b.example.com',
  'ext2.shop.svc.cluster.local',
  'hl.infra.svc.cluster.local',
  'A.Example.com',
] as const

/** Services of every type, most with workloads behind them. */
export function services(dice: Dice, palette: Palette): readonly Manifest[] {
  const { theme } = palette
  const many = theme === 'mix' || theme === 'services' || theme === 'sidecars' || theme === 'routes'
  const chosen = dice.some(NAMES, dice.between(theme === 'services' ? 2 : 0, many ? 4 : 1))
  return chosen.flatMap(({ name, namespace }) => {
    const meta = metadata(dice, name, namespace, palette.isTimed())
    if (dice.chance(0.15))
      meta.annotations = { 'networking.istio.io/exportTo': dice.pick(['.', '*', 'web', '~', 'shop,web', 'infra, web']) }
    const spec = specOf(dice, name, palette)
    const service = { apiVersion: 'v1', kind: 'Service', metadata: meta, spec }
    return spec.selector && dice.chance(0.6) ? [service, workload(dice, name, namespace)] : [service]
  })
}

function specOf(dice: Dice, name: string, palette: Palette): Spec {
  const ports = dice.some(palette.ports, dice.pick([1, 1, 2])).map((port) => portOf(dice, port))
  if (name.startsWith('ext') || dice.chance(0.05))
    return {
      type: 'ExternalName',
      externalName: dice.pick(EXTERNAL_NAMES),
      ...(dice.chance(0.5) ? { ports } : {}),
    }
  const spec: Spec = { ports, selector: { app: name } }
  if (name === 'hl' || dice.chance(0.1)) spec.clusterIP = 'None'
  if (dice.chance(0.05)) spec.type = dice.pick(['NodePort', 'LoadBalancer'])
  return spec
}

function portOf(dice: Dice, port: number): Spec {
  return {
    port,
    name: `${dice.pick(PORT_NAMES)}-${port}`,
    ...(dice.chance(0.12) ? { appProtocol: dice.pick(APP_PROTOCOLS) } : {}),
    ...(dice.chance(0.05) ? { protocol: 'UDP' } : {}),
    ...(dice.chance(0.2) ? { targetPort: 9090 } : {}),
  }
}

function workload(dice: Dice, name: string, namespace: string): Manifest {
  const labels = { app: name }
  const kind = dice.pick(['Deployment', 'StatefulSet'])
  const template = { metadata: { labels }, spec: { containers: [{ name: 'c', image: 'x' }] } }
  const spec = {
    replicas: dice.pick([1, 2]),
    selector: { matchLabels: labels },
    template,
    ...(kind === 'StatefulSet' ? { serviceName: name } : {}),
  }
  return { apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec }
}
