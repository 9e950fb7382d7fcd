import type { Placed } from '../registry/placed'
import { refOf } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import type { Call, Cause, PolicyInForce, Step } from './egress-verdict'
import { hostOfCluster, WILDCARD_ADDRESS } from './envoy-config'
import type { Judgement } from './judge'
import type { NearMiss } from './near-misses'
import type { SidecarProxy } from './sidecar-proxy'

/** Everything of a verdict that its words need. */
export interface Told {
  readonly proxy: SidecarProxy
  readonly call: Call
  readonly judgement: Judgement
  readonly policy: PolicyInForce
  readonly cause: Cause
  readonly misses: readonly NearMiss[]
}

/** "ServiceEntry shop/db". */
function nameOf({ resource, namespace }: Placed): string {
  return `${resource.kind} ${namespace}/${resource.name}`
}

function declaredBy(service: RegistryService | undefined): string {
  return service ? nameOf(service.declaredBy) : 'nothing in the files'
}

/** "db.example.com:5432". */
function targetOf({ call, judgement }: Told): string {
  return `${call.host}:${judgement.port}`
}

/** One sentence, the verdict first: what happens and why. */
export function reasonOf(told: Told): string {
  const { judgement, proxy } = told
  const target = targetOf(told)
  const place = `in namespace ${proxy.namespace}`
  switch (judgement.outcome) {
    case 'registered':
      return `${target} is registered ${place}: ${servedBy(told)}.`
    case 'captured':
      return `${target} is captured ${place}: ${capturedBy(told)}.`
    case 'passthrough':
      if (!judgement.passage)
        return `${target} passes ${place}: it is a loopback address, which never reaches the sidecar.`
      return `${target} passes through ${place}: ${whyUnmatched(told)}, and ${policyWords(told)}.`
    case 'error':
      return `${target} fails ${place}: ${whyBroken(told)}.`
    default:
      return `${target} is blocked ${place}: ${whyUnmatched(told)}, and ${policyWords(told)}.`
  }
}

function servedBy({ judgement }: Told): string {
  const { via, service, passage, cluster } = judgement
  if (passage?.end === 'answered' && via) return `${nameOf(via.placed)} answers it itself`
  const host = hostOfCluster(cluster) ?? ''
  if (via) return `${nameOf(via.placed)} sends it to ${host}, which ${declaredBy(service)} declares`
  return `${declaredBy(service)} declares ${host}`
}

function capturedBy({ judgement }: Told): string {
  const { service, connection, passage, cluster } = judgement
  const host = hostOfCluster(cluster) ?? ''
  const listener = passage?.listener
  const why =
    listener && listener.address !== WILDCARD_ADDRESS
      ? `${declaredBy(service)} takes every connection to ${listener.address}:${connection.port}`
      : `${declaredBy(service)} takes every connection on port ${connection.port} that nothing else matches`
  return `${why}, so ${host} answers instead`
}

function policyWords({ policy, judgement, proxy }: Told): string {
  const set = policy.source ? `, set by ${policy.source.kind} ${policy.source.namespace}/${policy.source.name}` : ''
  if (judgement.byEgressProxy)
    return `the Sidecar's egress proxy (${proxy.egressProxyCluster ?? ''}) takes unknown traffic`
  if (judgement.passage?.end === 'dropped') return 'no filter chain of the listener takes it'
  return `the policy is ${policy.mode}${FROM[policy.from]}${set}`
}

const FROM: Readonly<Record<PolicyInForce['from'], string>> = {
  default: ' (the default)',
  setting: ' (by setting)',
  assumed: ' (assumed)',
  mesh: '',
  sidecar: '',
}

function whyUnmatched(told: Told): string {
  const { judgement, misses, proxy } = told
  if (judgement.passage?.refused)
    return `Envoy refuses the listener of port ${judgement.port}, since ${judgement.passage.refused.refused ?? ''}`
  const [nearest] = misses
  if (!nearest) return `no ServiceEntry or Service declares ${told.call.host}`
  const name = nameOf(nearest.service.declaredBy)
  switch (nearest.miss) {
    case 'hidden':
      return `${name} declares it, but exports it ${exportWords(nearest.service)}`
    case 'not-imported':
      return `${name} declares it, but ${proxy.scope.sidecar ? nameOf(proxy.scope.sidecar) : 'the Sidecar in force'} does not import it`
    case 'port':
      return `${name} declares it ${portWords(nearest.service)}, not on port ${judgement.port}`
    case 'protocol':
      return protocolWords(nearest.service, judgement)
  }
}

function exportWords({ exportTo, namespace }: RegistryService): string {
  if (exportTo.includes('~') || exportTo.length === 0) return 'to nobody'
  const names = exportTo.map((value) => (value === '.' ? namespace : value))
  return `only to ${names.length === 1 ? 'namespace' : 'namespaces'} ${names.join(', ')}`
}

function portWords({ ports }: RegistryService): string {
  if (ports.length === 0) return 'without any port'
  return `on ${ports.map(({ number, protocol }) => `${number} (${protocol === 'AUTO' ? 'no protocol' : protocol})`).join(', ')}`
}

function protocolWords(service: RegistryService, { port, wire, connection }: Judgement): string {
  const name = nameOf(service.declaredBy)
  const declared = service.ports.find(({ number }) => number === port)?.protocol ?? 'AUTO'
  const sent = { http: 'plain HTTP', tls: 'TLS', tcp: 'plain TCP' }[wire]
  const isAddressed = service.address !== '0.0.0.0' && service.address !== connection.address
  if (isAddressed && (wire === 'tls') === (declared === 'HTTPS' || declared === 'TLS') && wire !== 'http')
    return `${name} declares port ${port} for the address ${service.address} only, but the call goes to ${connection.address}`
  return `${name} declares port ${port} as ${declared === 'AUTO' ? 'a port without protocol' : declared}, but the call sends ${sent}`
}

function whyBroken({ judgement }: Told): string {
  const { passage, cluster, via, service } = judgement
  const router = via ? nameOf(via.placed) : undefined
  if (passage?.end === 'no-route') {
    const owner = passage.virtualHost?.routes.find((route) => route.via)?.via
    return `no route of ${owner ? nameOf(owner.placed) : 'its virtual host'} matches the request`
  }
  if (passage?.end === 'misread') return 'the listener expects HTTP, but the call sends something else'
  if (passage?.end === 'conflict')
    return 'two hosts that differ in letter case only both claim it, and Envoy takes no such listener'
  const host = hostOfCluster(cluster) ?? cluster
  if (judgement.byEgressProxy) return `the Sidecar's egress proxy ${host} is not registered for this namespace`
  if (router) return `${router} sends it to ${host}, for which this namespace has no such port or subset`
  return `${declaredBy(service)} takes it, but Envoy has no servers for ${cluster}`
}

/** What a person sees; empty if the call works. */
export function symptomOf({ judgement }: Told): string {
  const { outcome, passage, wire, cluster } = judgement
  if (outcome === 'captured') return `another server answers: ${hostOfCluster(cluster) ?? ''}`
  if (outcome === 'blocked') {
    if (wire === 'http' && passage?.chain?.filter.kind === 'http') return 'HTTP 502 from Envoy (block_all)'
    return wire === 'tls' ? 'the connection is closed during the TLS handshake' : 'the connection is reset'
  }
  if (outcome !== 'error') return ''
  if (passage?.chain?.filter.kind !== 'http') return 'the connection is reset'
  return passage.end === 'no-route' ? 'HTTP 404 from Envoy' : 'HTTP 503 from Envoy (cluster not found)'
}

/** The way of the call, step by step, each with the resource that decided it. */
export function stepsOf(told: Told): readonly Step[] {
  const { judgement, policy } = told
  const steps: Step[] = [scopeStep(told), nameStep(told)]
  if (!judgement.passage) return [...steps, { text: 'Loopback is not redirected to the sidecar.', at: undefined }]
  steps.push(listenerStep(told), ...matchSteps(told))
  for (const miss of told.judgement.outcome === 'registered' ? [] : told.misses) steps.push(missStep(miss))
  if (judgement.passage.end === 'policy') {
    const text = `Nothing matches, so the policy decides: ${policy.mode}${FROM[policy.from]}.`
    steps.push({ text, at: policy.source })
  }
  const end = judgement.cluster === '' ? judgement.outcome : `${judgement.outcome} (cluster ${judgement.cluster})`
  return [...steps, { text: `Verdict: ${end}.`, at: undefined }]
}

function scopeStep({ proxy }: Told): Step {
  const { sidecar } = proxy.scope
  if (!sidecar)
    return {
      text: `No Sidecar is in force in ${proxy.namespace}: everything exported to it is imported.`,
      at: undefined,
    }
  const hosts = sidecar.resource.egress?.flatMap((listener) => listener.hosts)
  const imports = hosts ? `it imports ${hosts.join(', ')}` : 'it leaves egress open'
  return { text: `${nameOf(sidecar)} is in force: ${imports}.`, at: refOf(sidecar) }
}

function nameStep({ call, judgement }: Told): Step {
  const { resolved, connection } = judgement
  if (resolved.service) {
    const { placed } = resolved.service
    return { text: `${call.host} is ${nameOf(placed)} at ${connection.address}.`, at: refOf(placed) }
  }
  const chain = resolved.aliases.length > 0 ? ` by way of ${resolved.aliases.join(', ')}` : ''
  if (call.address !== undefined || resolved.name === resolved.address)
    return { text: `The call goes to ${connection.address}${chain}.`, at: undefined }
  return {
    text: `${resolved.name} is a name outside the cluster${chain}; its address belongs to nothing declared.`,
    at: undefined,
  }
}

function listenerStep({ judgement }: Told): Step {
  const { passage, port } = judgement
  if (passage?.refused)
    return {
      text: `Envoy refuses the listener of port ${port}: ${passage.refused.refused ?? ''}.`,
      at: refOfService(passage.refused.chains.find(({ service }) => service)?.service),
    }
  if (!passage?.listener)
    return { text: `Nothing that is visible declares port ${port}: there is no listener.`, at: undefined }
  return { text: `The listener ${passage.listener.address}:${port} takes the connection.`, at: undefined }
}

function matchSteps({ judgement, call }: Told): readonly Step[] {
  const { passage, wire, connection } = judgement
  const chain = passage?.chain
  if (!passage || !chain) return []
  const steps: Step[] = []
  if (chain.filter.kind === 'tcp' && chain.service) {
    const by =
      wire === 'tls' && chain.sniHosts.length > 0
        ? `its server name ${connection.sni} matches ${chain.sniHosts.join(', ')}`
        : chain.ranges.length > 0
          ? `its address lies in ${chain.ranges.join(', ')}`
          : 'names do not count there'
    steps.push({ text: `${declaredBy(chain.service)} takes it: ${by}.`, at: refOfService(chain.service) })
  }
  if (chain.filter.kind === 'http') {
    const { virtualHost } = passage
    const text = virtualHost
      ? `Its Host header ${call.host} belongs to ${virtualHost.name}.`
      : `No virtual host of port ${connection.port} has the Host header ${call.host}.`
    steps.push({ text, at: refOfService(virtualHost?.service) })
  }
  if (judgement.via) steps.push({ text: `${nameOf(judgement.via.placed)} routes it.`, at: refOf(judgement.via.placed) })
  return steps
}

function missStep({ miss, service }: NearMiss): Step {
  const name = nameOf(service.declaredBy)
  const text = {
    hidden: `${name} declares ${service.host}, but exports it ${exportWords(service)}.`,
    'not-imported': `${name} declares ${service.host}, but it is not imported.`,
    protocol: `${name} declares ${service.host} ${portWords(service)}, which does not match this call.`,
    port: `${name} declares ${service.host} ${portWords(service)}.`,
  }[miss]
  return { text, at: refOf(service.declaredBy) }
}

function refOfService(service: RegistryService | undefined) {
  return service && refOf(service.declaredBy)
}
