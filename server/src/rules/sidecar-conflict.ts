import type { Sidecar } from '../istio/sidecar'
import type { Mesh } from '../mesh/mesh'
import { type Placed, type PlacedRef, refOf } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import { listText, refText, sentences } from './call-words'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** Several Sidecars for the same workloads, of which istiod uses one. */
export const sidecarConflict: Rule = {
  code: 'sidecar-conflict',
  summary: 'Two Sidecars are meant for the same workloads; istiod uses only one of them.',
  severity: 'warning',
  istio: ['IST0110', 'IST0111'],
  kiali: ['KIA0002', 'KIA0003'],
  fixable: false,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('Sidecar', file, mesh)) {
      for (const each of placed) {
        const conflict = mesh.engine.declarations.sidecarRivals(refOf(each))
        if (!conflict) continue
        const { rivals, workload } = conflict
        const names = rivals.map((rival) => rival.name)
        yield {
          range: place('metadata.name'),
          message: sentences(
            `Sidecar ${resource.name} and ${listText(names)} in namespace ${each.namespace} are meant for the same workloads`,
            headline(each, workload),
            outcome(each, rivals, workload, mesh),
            resource.workloadSelector
              ? 'Merge them, or make their selectors tell the workloads apart'
              : 'Merge them into one, or give one a workloadSelector',
          ),
          related: rivals.slice(0, 4).map((at) => ({ at, message: `${refText(at)} is meant for them too.` })),
          data: { namespace: each.namespace, name: resource.name, rivals: names },
        }
        break
      }
    }
  },
}

function headline({ resource }: Placed<Sidecar>, workload: PlacedRef | undefined): string {
  if (workload) return `Both select ${refText(workload)}`
  return resource.workloadSelector ? 'Their selectors are the same' : 'Neither has a workloadSelector'
}

function outcome(
  sidecar: Placed<Sidecar>,
  rivals: readonly PlacedRef[],
  workload: PlacedRef | undefined,
  mesh: Mesh,
): string {
  const found = workload
    ? mesh.resources.workloads.find(({ uri, resource }) => uri === workload.uri && resource.key === workload.key)
    : undefined
  const labels = found?.resource.podLabels ?? sidecar.resource.workloadSelector ?? {}
  const winner = mesh.engine.sidecarFor({ namespace: sidecar.namespace, labels })
  const competing = [refOf(sidecar), ...rivals]
  const isOneOfThem = winner && competing.some((each) => placedId(each) === placedId(winner))
  const order = 'istiod uses the oldest alone, and what the other says counts for nothing'
  return isOneOfThem ? `${order}; by age and name that is ${winner.name} here` : order
}
