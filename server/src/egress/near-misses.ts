import { isHttp, isTls } from '../istio/protocol'
import { type PlacedRef, refOf } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import { isVisibleTo, type ServiceRegistry } from '../registry/service-registry'
import type { Cause } from './egress-verdict'
import type { Judgement } from './judge'
import type { SidecarProxy } from './sidecar-proxy'

/** Why a declaration of the called host does not serve the call. */
export type Miss = 'hidden' | 'not-imported' | 'protocol' | 'port'

export interface NearMiss {
  readonly miss: Miss
  readonly service: RegistryService
  /** It would serve the call if it were visible and imported. */
  readonly wouldServe: boolean
}

/** Every declaration of a called host that does not serve the call; those that need the smallest change first. */
export function nearMissesOf(proxy: SidecarProxy, judgement: Judgement): readonly NearMiss[] {
  const { registry, scope, namespace } = proxy
  const misses: NearMiss[] = []
  const seen = new Set<string>()
  for (const service of declaring(judgement.names, registry)) {
    const key = sourceOf(service)
    if (seen.has(key)) continue
    seen.add(key)
    misses.push({ service, wouldServe: serves(service, judgement), miss: missOf(service, judgement) })
  }
  return misses.sort((a, b) => rank(a) - rank(b))

  function missOf(service: RegistryService, { port }: Judgement): Miss {
    if (!isVisibleTo(service, namespace)) return 'hidden'
    if (!scope.listeners.some((listener) => listener.imports(service))) return 'not-imported'
    // The ports of a declaration count only if it is the one that stands for the host.
    if (scope.serviceOf(service.host)?.namespace !== service.namespace) return 'port'
    return service.ports.some(({ number }) => number === port) ? 'protocol' : 'port'
  }
}

/** Every service that covers one of the names, oldest first. */
export function declaring(names: readonly string[], { byHost }: ServiceRegistry): readonly RegistryService[] {
  const found = new Set(names.flatMap((name) => byHost.covering(name)))
  return [...found].sort((a, b) => a.order - b.order)
}

/** An entry with several addresses is several services. */
export function sourceOf({ declaredBy, host }: RegistryService): string {
  return `${declaredBy.uri}|${declaredBy.resource.key}|${declaredBy.namespace}|${host}`
}

function serves(service: RegistryService, { port, wire }: Judgement): boolean {
  return service.ports.some(({ number, protocol }) => {
    if (number !== port) return false
    if (wire === 'http') return !isTls(protocol)
    return wire === 'tls' ? !isHttp(protocol) : !isHttp(protocol) && !isTls(protocol)
  })
}

const ORDER: Readonly<Record<Miss, number>> = { 'not-imported': 0, hidden: 1, protocol: 2, port: 3 }

function rank({ miss, wouldServe }: NearMiss): number {
  const isReachable = miss === 'protocol' || miss === 'port'
  // A declaration that is out of reach counts before one in reach only if reaching it would be enough.
  return ORDER[miss] + (wouldServe || isReachable ? 0 : 10)
}

const CAUSES: Readonly<Record<Miss, Cause>> = {
  hidden: 'not-exported',
  'not-imported': 'outside-sidecar-scope',
  protocol: 'protocol-mismatch',
  port: 'port-not-registered',
}

/** What a call that is left to the policy lacks. */
export function causeOf(misses: readonly NearMiss[]): Cause {
  const [nearest] = misses
  return nearest ? CAUSES[nearest.miss] : 'undeclared'
}

/** The part of the declaration that a person has to look at. */
export function refOfMiss({ miss, service }: NearMiss): PlacedRef {
  const { declaredBy } = service
  const { resource } = declaredBy
  if (resource.kind === 'Service')
    return refOf(declaredBy, miss === 'port' || miss === 'protocol' ? 'spec.ports' : undefined)
  if (miss === 'hidden' && resource.exportTo) return refOf(declaredBy, 'spec.exportTo')
  if (miss === 'port') return refOf(declaredBy, resource.ports.length > 0 ? 'spec.ports' : undefined)
  return refOf(declaredBy, `spec.hosts[${Math.max(0, resource.hosts.indexOf(service.host))}]`)
}
