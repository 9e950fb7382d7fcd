import { ELSEWHERE, type StandingService } from '../egress/declaration-facts'
import type { ServiceEntry } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import { refText, sentences } from './call-words'
import { mayMeet, type ResourceInFile, resourcesIn } from './placed-in'
import type { Finding, Rule } from './rule'

/** A port that only a declaration has which is not the one that counts. */
export const portsSplit: Rule = {
  code: 'ports-split',
  summary: 'A port is declared only in an entry that loses against another one for the same host, so it is not there.',
  severity: 'warning',
  fixable: false,
  *check(file, mesh) {
    for (const entry of resourcesIn('ServiceEntry', file, mesh)) {
      const loss = entry.placed.map((placed) => lossOf(placed, mesh)).find((each) => each !== undefined)
      if (loss) yield findingOf(entry, loss)
    }
  },
}

interface Loss {
  readonly placed: Placed<ServiceEntry>
  readonly host: string
  /** For whom: a namespace, or all that nothing is known of. */
  readonly audience: string
  readonly winner: StandingService
  /** Place among the entry's ports. */
  readonly index: number
}

function lossOf(placed: Placed<ServiceEntry>, mesh: Mesh): Loss | undefined {
  const { declarations } = mesh.engine
  const ref = refOf(placed)
  if (!declarations.isContested(ref)) return undefined
  for (const host of new Set(placed.resource.hosts)) {
    for (const audience of declarations.audienceOf(ref) ?? []) {
      const winner = declarations.standingFor({ namespace: audience, labels: {} }, host)
      if (!winner || !isRival(winner, placed, mesh)) continue
      const kept = new Set(winner.ports.map(({ number }) => number))
      const index = placed.resource.ports.findIndex(({ number }) => !kept.has(number))
      if (index !== -1) return { placed, host, audience, winner, index }
    }
  }
  return undefined
}

/** Another entry; a Kubernetes Service that wins is `shadowed-service`. */
function isRival({ entry }: StandingService, placed: Placed<ServiceEntry>, mesh: Mesh): boolean {
  return entry.kind === 'ServiceEntry' && placedId(entry) !== placedId(refOf(placed)) && mayMeet(placed, entry, mesh)
}

function findingOf({ place, resource }: ResourceInFile<ServiceEntry>, loss: Loss): Finding {
  const { placed, host, audience, winner, index } = loss
  const port = resource.ports[index]?.number ?? 0
  const [entry, other] = [refText(refOf(placed)), refText(winner.entry)]
  const callers = audience === ELSEWHERE ? 'namespaces without an entry of their own' : `namespace ${audience}`
  const isNeighbour = winner.entry.namespace === placed.namespace
  return {
    range: place(`spec.ports[${index}].number`),
    message: sentences(
      `Port ${port} of ${host} cannot be reached from ${callers}, although ${entry} declares it`,
      isNeighbour
        ? `${other} comes first in the same namespace, and entries join their ports only if resolution, labels, workloadSelector and exportTo are the same; calls to the port meet a listener without a cluster`
        : `For one host istiod uses one namespace, and for these callers ${other} comes first; ports of other namespaces are not added, so calls to this one are left to the outbound policy`,
      isNeighbour
        ? `Say both in one entry, or write those fields alike`
        : `Declare the port in ${other} too, or export one of the two only to those who need it`,
    ),
    related: [{ at: winner.entry, message: `${other} is the one that counts for ${callers}.` }],
    data: {
      host,
      port,
      audience: audience === ELSEWHERE ? '*' : audience,
      winner: { namespace: winner.entry.namespace, name: winner.entry.name },
    },
  }
}
