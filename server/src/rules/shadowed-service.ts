import type { StandingService } from '../egress/declaration-facts'
import type { ServiceEntry } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import { listText, refText, sentences } from './call-words'
import { mayMeet, type ResourceInFile, resourcesIn } from './placed-in'
import type { Finding, Rule } from './rule'

/** A ServiceEntry that is named like a Kubernetes Service and takes its place, or never gets it. */
export const shadowedService: Rule = {
  code: 'shadowed-service',
  summary: 'A ServiceEntry has the host of a Kubernetes Service and takes its place for its own namespace.',
  severity: 'warning',
  fixable: false,
  *check(file, mesh) {
    for (const entry of resourcesIn('ServiceEntry', file, mesh)) {
      for (const [index, host] of entry.resource.hosts.entries()) {
        const clash = entry.placed.map((placed) => clashOf(placed, host, mesh)).find((each) => each !== undefined)
        if (clash) yield findingOf(entry, index, clash)
      }
    }
  },
}

interface Clash {
  readonly placed: Placed<ServiceEntry>
  readonly service: StandingService
  /** What stands for the host in the entry's namespace. */
  readonly standing: StandingService
}

function clashOf(placed: Placed<ServiceEntry>, host: string, mesh: Mesh): Clash | undefined {
  const { declarations } = mesh.engine
  const { namespace } = placed
  const service = declarations.kubernetesService(host, namespace)
  if (!service || !mayMeet(placed, service.entry, mesh)) return undefined
  if (declarations.audienceOf(refOf(placed)) === undefined) return undefined
  const standing = declarations.standingFor({ namespace, labels: {} }, host)
  if (!standing) return undefined
  const clash = { placed, service, standing }
  if (placedId(standing.entry) === placedId(refOf(placed))) return clash
  // Beside the Service itself an entry only adds servers, unless it says ports that the Service does not have.
  return isService(standing) && service.entry.namespace === namespace && lostPorts(clash).length > 0 ? clash : undefined
}

function isService({ entry }: StandingService): boolean {
  return entry.kind === 'Service'
}

/** Ports that one of the two says and that nobody reaches in the entry's namespace. */
function lostPorts({ placed, service, standing }: Clash): readonly number[] {
  const kept = new Set(standing.ports.map(({ number }) => number))
  const said = isService(standing) ? placed.resource.ports : service.ports.filter(({ protocol }) => protocol !== 'UDP')
  return [...new Set(said.map(({ number }) => number))].filter((number) => !kept.has(number))
}

function findingOf({ place }: ResourceInFile<ServiceEntry>, index: number, clash: Clash): Finding {
  const { placed, service, standing } = clash
  const [entry, other] = [refText(refOf(placed)), refText(service.entry)]
  const { namespace } = placed
  const lost = lostPorts(clash)
  const ports = `port${lost.length > 1 ? 's' : ''} ${listText(lost.map(String), 4)}`
  const [headline, why] = isService(standing)
    ? [
        `${entry} has the host of ${other}, which wins: ${ports} of the entry never work`,
        'For calls there Envoy has a listener but no cluster, and answers 503 or closes the connection',
      ]
    : [
        `${entry} takes the place of ${other} in namespace ${namespace}`,
        `For its own namespace an entry comes before a Service of the same host, with all its ports${lost.length > 0 ? `: calls to ${ports} of the Service are left to the outbound policy there` : ', so calls end where the entry sends them'}`,
      ]
  return {
    range: place(`spec.hosts[${index}]`),
    message: sentences(
      headline,
      why,
      isService(standing) ? undefined : 'In other namespaces the Service wins, and the entry counts for nothing',
      'Give the entry a host of its own, or remove it',
    ),
    related: [{ at: service.entry, message: `${other} has this host.` }],
    data: { host: service.host, service: `${service.entry.namespace}/${service.entry.name}`, lostPorts: lost },
  }
}
