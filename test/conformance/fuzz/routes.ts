import type { Dice } from './dice'
import { anyNamespace, exportTo, istioObject, type Manifest, metadata, type Palette, type Spec } from './manifest'
import { NAMESPACES, ROUTE_HOSTS } from './words'

const KINDS = [['http'], ['http'], ['tls'], ['tcp'], ['http', 'tls'], ['http', 'tcp', 'tls']] as const

/** VirtualServices with http, tls and tcp routes, some of them delegating. */
export function virtualServices(dice: Dice, palette: Palette): readonly Manifest[] {
  const count = palette.theme === 'routes' ? dice.between(1, 3) : dice.pick([0, 0, 0, 1])
  const made = Array.from({ length: count }, (_, index) => {
    const meta = metadata(dice, `vs${index}`, anyNamespace(dice), palette.isTimed())
    return istioObject(dice, 'VirtualService', meta, specOf(dice, palette))
  })
  if (count === 0 || !dice.chance(0.25)) return made
  return [...made, ...delegation(dice, palette)]
}

function specOf(dice: Dice, palette: Palette): Spec {
  const hosts = [...new Set([anyHost(dice, palette), ...(dice.chance(0.3) ? [anyHost(dice, palette)] : [])])]
  const spec: Spec = { hosts, ...exportTo(dice) }
  if (dice.chance(0.15)) spec.gateways = dice.pick([['mesh'], ['gw'], ['infra/gw', 'mesh']])
  const kinds = dice.pick(KINDS)
  for (const kind of kinds) {
    const routes = Array.from({ length: dice.pick([1, 1, 2]) })
    if (kind === 'http') spec.http = routes.map(() => httpRoute(dice, palette))
    else if (kind === 'tls') spec.tls = routes.map(() => tlsRoute(dice, palette, hosts))
    else spec.tcp = routes.map(() => tcpRoute(dice, palette))
  }
  return spec
}

/** A root that hands its paths to a second VirtualService, which is not always where the root says. */
function delegation(dice: Dice, palette: Palette): readonly Manifest[] {
  const [place = 'web', other = 'shop'] = dice.some(NAMESPACES, 2)
  const delegate = dice.chance(0.8) ? { name: 'leaf', namespace: other } : { name: 'leaf' }
  const root = {
    hosts: [anyHost(dice, palette)],
    http: [
      { match: [httpMatch(dice, palette)], delegate },
      ...(dice.chance(0.5) ? [{ route: [{ destination: destination(dice, palette) }] }] : []),
    ],
  }
  const leaf = {
    http: [httpRoute(dice, palette), ...(dice.chance(0.4) ? [httpRoute(dice, palette)] : [])],
    ...exportTo(dice),
  }
  return [
    istioObject(dice, 'VirtualService', metadata(dice, 'root', place, palette.isTimed()), root),
    istioObject(dice, 'VirtualService', metadata(dice, 'leaf', other, palette.isTimed()), leaf),
  ]
}

function anyHost(dice: Dice, { hosts }: Palette): string {
  return dice.chance(0.75) ? dice.pick(hosts) : dice.pick(ROUTE_HOSTS)
}

function destination(dice: Dice, palette: Palette): Spec {
  return {
    host: dice.chance(0.1) ? 'e.nowhere.test' : anyHost(dice, palette),
    ...(dice.chance(0.5) ? { port: { number: dice.pick(palette.ports) } } : {}),
    ...(dice.chance(0.15) ? { subset: dice.pick(['v1', 'v2']) } : {}),
  }
}

function httpRoute(dice: Dice, palette: Palette): Spec {
  const route: Spec = {}
  if (dice.chance(0.5)) route.match = Array.from({ length: dice.pick([1, 1, 2]) }, () => httpMatch(dice, palette))
  const end = dice.between(0, 99)
  if (end < 8) route.redirect = { uri: '/x' }
  else if (end < 14) route.directResponse = { status: 200 }
  else if (end < 30)
    route.route = [
      { destination: destination(dice, palette), weight: 70 },
      { destination: destination(dice, palette), weight: 30 },
    ]
  else route.route = [{ destination: destination(dice, palette) }]
  if (dice.chance(0.06)) route.rewrite = { authority: 'elsewhere.test' }
  return route
}

const PATHS = ['/', '/v1', '/v1/x', '/v1/'] as const
const PATTERNS = ['/v[0-9]+.*', '.*x$', '/(a|v1)(/.*)?'] as const

function httpMatch(dice: Dice, palette: Palette): Spec {
  const match: Spec = {}
  if (dice.chance(0.5)) match.uri = { [dice.pick(['prefix', 'exact'])]: dice.pick(PATHS) }
  else if (dice.chance(0.15)) match.uri = { regex: dice.pick(PATTERNS) }
  if (dice.chance(0.05)) match.ignoreUriCase = true
  if (dice.chance(0.2)) match.headers = { 'x-a': dice.pick([{ exact: '1' }, { prefix: '1' }, {}]) }
  if (dice.chance(0.1)) match.withoutHeaders = { 'x-a': dice.pick([{ exact: '1' }, {}]) }
  if (dice.chance(0.05)) match.queryParams = { a: { exact: 'b' } }
  if (dice.chance(0.05)) match.authority = { prefix: 'a.example' }
  if (dice.chance(0.15)) match.port = dice.pick(palette.ports)
  if (dice.chance(0.1)) match.method = { exact: dice.pick(['GET', 'POST']) }
  return { ...match, ...sourceMatch(dice) }
}

function sourceMatch(dice: Dice): Spec {
  return {
    ...(dice.chance(0.15) ? { sourceLabels: { app: dice.pick(['one', 'two']) } } : {}),
    ...(dice.chance(0.1) ? { sourceNamespace: anyNamespace(dice) } : {}),
    ...(dice.chance(0.08) ? { gateways: dice.pick([['mesh'], ['gw']]) } : {}),
  }
}

function connectionMatch(dice: Dice, palette: Palette): Spec {
  return {
    ...(dice.chance(0.35) ? { port: dice.pick(palette.ports) } : {}),
    ...(dice.chance(0.15) ? { destinationSubnets: ['192.0.2.0/24'] } : {}),
    ...sourceMatch(dice),
  }
}

function connectionRoute(dice: Dice, palette: Palette): Spec {
  const route = { destination: destination(dice, palette) }
  return dice.chance(0.15)
    ? {
        route: [
          { ...route, weight: 60 },
          { destination: destination(dice, palette), weight: 40 },
        ],
      }
    : { route: [route] }
}

function tlsRoute(dice: Dice, palette: Palette, hosts: readonly string[]): Spec {
  const under = hosts.map((host) => (host.startsWith('*.') && dice.chance(0.4) ? `b${host.slice(1)}` : host))
  const sniHosts = dice.some(under, dice.pick([1, 2]))
  return { match: [{ sniHosts, ...connectionMatch(dice, palette) }], ...connectionRoute(dice, palette) }
}

function tcpRoute(dice: Dice, palette: Palette): Spec {
  const match = connectionMatch(dice, palette)
  return { ...(dice.chance(0.6) ? { match: [match] } : {}), ...connectionRoute(dice, palette) }
}

/** DestinationRules that define subsets, for some callers only. */
export function destinationRules(dice: Dice, palette: Palette): readonly Manifest[] {
  if (!dice.chance(0.35)) return []
  return Array.from({ length: dice.pick([1, 2]) }, (_, index) => {
    const names = dice.chance(0.5) ? ['v1'] : ['v1', 'v2']
    const subsets = names.map((name) => ({ name, labels: dice.chance(0.7) ? { v: '1' } : {} }))
    const spec: Spec = { host: anyHost(dice, palette), subsets }
    if (dice.chance(0.15)) spec.workloadSelector = { matchLabels: { app: 'one' } }
    else Object.assign(spec, exportTo(dice))
    return istioObject(
      dice,
      'DestinationRule',
      metadata(dice, `dr${index}`, anyNamespace(dice), palette.isTimed()),
      spec,
    )
  })
}
