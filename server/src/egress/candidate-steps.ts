import { refOf } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import { isVisibleTo } from '../registry/service-registry'
import { whyFirst, winnerOver } from './duplicates'
import type { Step } from './egress-verdict'
import { declaring, sourceOf } from './near-misses'
import type { SidecarProxy } from './sidecar-proxy'
import { exportWords, nameOf, portWords, type Told } from './words'

/** More declarations of one host than this are counted, not told. */
const TOLD = 5

/** What becomes of each declaration of the called host: hidden, not imported, beaten by another one, or used. */
export function candidateSteps({ proxy, judgement }: Told): readonly Step[] {
  const seen = new Set<string>()
  const candidates = declaring(judgement.names, proxy.registry).filter((service) => {
    const key = sourceOf(service)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
  const steps = candidates.slice(0, TOLD).map((service) => ({
    text: `${nameOf(service.declaredBy)} declares ${service.host} ${portWords(service)}: ${fateOf(service, proxy, judgement.port)}.`,
    at: refOf(service.declaredBy),
  }))
  if (candidates.length <= TOLD) return steps
  return [...steps, { text: `${candidates.length - TOLD} more objects declare the host.`, at: undefined }]
}

function fateOf(service: RegistryService, proxy: SidecarProxy, port: number): string {
  const { namespace, scope } = proxy
  if (!isVisibleTo(service, namespace)) return `exported ${exportWords(service)}, so ${namespace} does not see it`
  const seen = `exported ${service.exportTo.includes('*') ? 'to every namespace' : 'to this namespace by name'}`
  if (!scope.listeners.some((listener) => listener.imports(service)))
    return `${seen}, but no Sidecar listener imports it`
  const winner = winnerOver(service, proxy)
  if (winner)
    return `${seen} and imported, but ${nameOf(winner.declaredBy)} is used: ${whyFirst(winner, service, namespace)}`
  if (service.ports.length > 0 && !service.ports.some(({ number }) => number === port))
    return `${seen} and imported, but not for port ${port}`
  const standing = scope.serviceOf(service.host)
  if (standing && standing.declaredBy !== service.declaredBy && standing.namespace === service.namespace)
    return `${seen} and used beside ${nameOf(standing.declaredBy)}, which stands first in its namespace`
  return `${seen}, imported and used`
}
