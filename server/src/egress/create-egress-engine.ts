import { hostCovers } from '../istio/host-name'
import { asOfVersion } from '../registry/as-of-version'
import type { KnownHost } from '../registry/mesh-resources'
import { type PlacedRef, refOf } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import { findContests } from './contests'
import { createDeclarationFacts } from './create-declaration-facts'
import type { CreateEgressEngine, Declaration, EgressEngine, ReachableService } from './egress-engine'
import type { Call, Caller, EgressVerdict, PolicyInForce } from './egress-verdict'
import type { Envoy } from './envoy'
import { clusterName } from './envoy-config'
import { type Judgement, judge } from './judge'
import { createMeshModel, type MeshModel } from './mesh-model'
import { causeOf, nearMissesOf, refOfMiss } from './near-misses'
import { outboundTrafficPolicy } from './outbound-traffic-policy'
import { portsToTry } from './ports-to-try'
import { stepsOf } from './steps'
import { reasonOf, symptomOf } from './wording'
import type { Told } from './words'

/** Answers what becomes of calls in one mesh; everything is computed when first asked for. */
export const createEgressEngine: CreateEgressEngine = (written, options) => {
  const resources = asOfVersion(written, options.istioVersion)
  const model = createMeshModel(resources, options, 'by-name')
  const contests = findContests(resources, model.registry)
  const reversed = lazily(() => createMeshModel(resources, options, 'reversed'))
  const verdicts = new Map<string, EgressVerdict>()
  const policyFor = ({ namespace, labels }: Caller): PolicyInForce =>
    outboundTrafficPolicy(model.sidecarFor(namespace, labels), model.registry.settings, options)
  const verdict = (caller: Caller, call: Call): EgressVerdict => {
    const key = `${model.callerKey(caller)}${JSON.stringify(call)}`
    const known = verdicts.get(key)
    if (known) return known
    const judgement = withKnownHosts(judgeCall(model, caller, call), caller, call, options.knownHosts)
    const ambiguous =
      contests.decideAbout(judgement.port) &&
      !sameAnswer(judgement, withKnownHosts(judgeCall(reversed(), caller, call), caller, call, options.knownHosts))
    const result = tell(model.envoyFor(caller), call, judgement, policyFor(caller), ambiguous, options.knownHosts)
    verdicts.set(key, result)
    return result
  }
  return {
    verdict,
    policyFor,
    sidecarFor: ({ namespace, labels }) => {
      const sidecar = model.sidecarFor(namespace, labels)
      return sidecar && refOf(sidecar)
    },
    servicesFor: (caller) => servicesFor(model.envoyFor(caller)),
    declarationsOf: (host) => declarationsOf(model, host),
    declarations: createDeclarationFacts(model, resources, verdict),
  } satisfies EgressEngine
}

function lazily<V>(compute: () => V): () => V {
  let value: V | undefined
  return () => {
    value ??= compute()
    return value
  }
}

/** Without a port any port of the host will do: the best answer counts. */
function judgeCall(model: MeshModel, caller: Caller, call: Call): Judgement {
  const envoy = model.envoyFor(caller)
  if (call.port !== null) return judge(envoy, call, call.port)
  const judgements = portsToTry(envoy, call).map(({ port, protocol }) => judge(envoy, { ...call, protocol }, port))
  const best = [...judgements].sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome])[0]
  return best ?? judge(envoy, call, 443)
}

const ORDER: Readonly<Record<Judgement['outcome'], number>> = {
  registered: 0,
  error: 1,
  captured: 2,
  passthrough: 3,
  blocked: 3,
  bypassed: 4,
  unknown: 4,
}

/** A host that is declared where the files cannot show it is taken as registered. */
function withKnownHosts(
  judgement: Judgement,
  { namespace }: Caller,
  call: Call,
  knownHosts: readonly KnownHost[],
): Judgement {
  if (judgement.outcome !== 'blocked' && judgement.outcome !== 'passthrough') return judgement
  if (!judgement.passage) return judgement
  const known = knownHosts.find(
    ({ host, namespaces, ports }) =>
      hostCovers(host, call.host) &&
      (namespaces === undefined || namespaces.includes(namespace)) &&
      (ports === undefined || call.port === null || ports.includes(call.port)),
  )
  if (!known) return judgement
  return { ...judgement, outcome: 'registered', cluster: clusterName(known.host, judgement.port) }
}

function sameAnswer(a: Judgement, b: Judgement): boolean {
  return a.outcome === b.outcome && a.cluster === b.cluster && sameObject(a.service, b.service) && sameVia(a, b)
}

function sameObject(a: RegistryService | undefined, b: RegistryService | undefined): boolean {
  return a?.declaredBy === b?.declaredBy
}

function sameVia(a: Judgement, b: Judgement): boolean {
  return a.via?.placed === b.via?.placed
}

function tell(
  envoy: Envoy,
  call: Call,
  judgement: Judgement,
  policy: PolicyInForce,
  ambiguous: boolean,
  knownHosts: readonly KnownHost[],
): EgressVerdict {
  const { proxy } = envoy
  const leftOut = judgement.passage && (judgement.outcome === 'blocked' || judgement.outcome === 'passthrough')
  const misses = leftOut || judgement.outcome === 'captured' ? nearMissesOf(proxy, judgement) : []
  const cause = leftOut ? causeOf(misses) : CAUSES[judgement.outcome]
  const told: Told = { proxy, call, judgement, policy, cause, misses }
  const byHand = judgement.outcome === 'registered' && judgement.passage?.end === 'policy'
  return {
    outcome: judgement.outcome,
    cause,
    cluster: judgement.cluster,
    ambiguous,
    // Words take more room than the answer, and of most calls nobody asks for them.
    get reason() {
      return byHand ? knownHostReason(told, knownHosts) : reasonOf(told)
    },
    get symptom() {
      return symptomOf(told)
    },
    get steps() {
      return stepsOf(told)
    },
    entry: judgement.service && refOf(judgement.service.declaredBy),
    via: viaOf(envoy, judgement),
    policy,
    sidecar: proxy.scope.sidecar && refOf(proxy.scope.sidecar),
    nearMisses: misses.map(refOfMiss),
  }
}

const CAUSES = {
  registered: 'none',
  captured: 'captured',
  error: 'broken-route',
  passthrough: 'none',
  blocked: 'none',
  bypassed: 'none',
  unknown: 'none',
} as const

function knownHostReason({ call, judgement, proxy }: Told, knownHosts: readonly KnownHost[]): string {
  const known = knownHosts.find(({ host }) => hostCovers(host, call.host))
  return `${call.host}:${judgement.port} is taken as registered in namespace ${proxy.namespace}: the setting knownHosts names ${known?.host ?? call.host}.`
}

/** The VirtualService that sent the call there; of an egress proxy the Sidecar that names it. */
function viaOf({ proxy }: Envoy, { via, byEgressProxy }: Judgement): PlacedRef | undefined {
  if (via) return refOf(via.placed)
  const { sidecar } = proxy.scope
  return byEgressProxy && sidecar ? refOf(sidecar, 'spec.outboundTrafficPolicy.egressProxy') : undefined
}

function servicesFor({ proxy }: Envoy): readonly ReachableService[] {
  const { scope, registry, namespace } = proxy
  const visible = registry.visibleTo(namespace)
  const hosts = new Set(scope.listeners.flatMap((listener) => listener.pick(visible)).map(({ host }) => host))
  return [...hosts].sort().flatMap((host) => {
    const service = scope.serviceOf(host)
    if (!service) return []
    const { resource } = service.declaredBy
    const ports = service.ports.map(({ number, name, protocol }) => ({
      number,
      name,
      protocol: protocol === 'AUTO' ? '' : protocol,
    }))
    const resolution = resource.kind === 'ServiceEntry' ? resource.resolution : resource.type
    return [{ host, ports, resolution, entry: refOf(service.declaredBy) }]
  })
}

function declarationsOf({ registry }: MeshModel, host: string): readonly Declaration[] {
  const found: (Declaration & { readonly isExact: boolean })[] = []
  const seen = new Set<string>()
  for (const service of registry.byHost.covering(host)) {
    const { declaredBy } = service
    const key = `${declaredBy.uri}|${declaredBy.resource.key}|${declaredBy.namespace}|${service.host}`
    if (seen.has(key)) continue
    seen.add(key)
    found.push({
      isExact: service.host.toLowerCase() === host.toLowerCase(),
      host: service.host,
      entry: refOf(declaredBy),
      ports: service.ports.map(({ number, protocol }) => ({ number, protocol: protocol === 'AUTO' ? '' : protocol })),
      exportedTo: service.exportTo.map((value) => (value === '.' ? service.namespace : value)),
    })
  }
  const sorted = found.sort((a, b) => Number(b.isExact) - Number(a.isExact) || b.host.length - a.host.length)
  return sorted.map(({ isExact: _, ...declaration }) => declaration)
}
