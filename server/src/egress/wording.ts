import type { RegistryService } from '../registry/registry-service'
import { whyFirst, winnerOver } from './duplicates'
import { hostOfCluster, WILDCARD_ADDRESS } from './envoy-config'
import type { Judgement } from './judge'
import { declaredBy, exportWords, FROM, nameOf, portWords, type Told } from './words'

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
    case 'port': {
      const winner = winnerOver(nearest.service, proxy)
      if (!winner) return `${name} declares it ${portWords(nearest.service)}, not on port ${judgement.port}`
      const why = whyFirst(winner, nearest.service, proxy.namespace)
      return `${name} declares it ${portWords(nearest.service)}, but ${nameOf(winner.declaredBy)} is used for the host: ${why}`
    }
    case 'protocol':
      return protocolWords(nearest.service, judgement)
  }
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
    return 'two filter chains of its listener claim the same server name, and Envoy takes no such listener'
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
