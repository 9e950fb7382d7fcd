import { isSubsetOfLabels, type Labels } from '../istio/label-selector'
import type { Sidecar } from '../istio/sidecar'
import type { MeshResources } from '../registry/mesh-resources'
import type { MeshSettings } from '../registry/mesh-settings'
import { type Placed, type PlacedRef, refOf } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import { countingPlaced } from '../registry/service-registry'
import type { SidecarRivals } from './declaration-facts'

/** For each Sidecar those that are meant for the same workloads; only those that have any (semantics 2.3). */
export function sidecarRivals(resources: MeshResources, settings: MeshSettings): ReadonlyMap<string, SidecarRivals> {
  const found = new Map<string, SidecarRivals>()
  const note = (rivals: readonly Placed<Sidecar>[], workload: PlacedRef | undefined) => {
    for (const one of rivals) {
      const others = rivals.filter((other) => other !== one && mayMeet(one, other))
      const id = idOf(one)
      if (others.length > 0 && !found.has(id)) found.set(id, { rivals: others.map((each) => refOf(each)), workload })
    }
  }
  const workloads = groupBy(resources.workloads, ({ namespace }) => namespace)
  for (const [namespace, sidecars] of severalOfANamespace(resources, settings)) {
    for (const alike of groupBy(sidecars, ({ resource }) => textOf(resource.workloadSelector)).values()) {
      note(alike, undefined)
    }
    const selective = sidecars.filter(({ resource }) => resource.workloadSelector)
    if (selective.length < 2) continue
    for (const workload of workloads.get(namespace) ?? []) {
      const selecting = selective.filter(({ resource }) =>
        isSubsetOfLabels(resource.workloadSelector ?? {}, workload.resource.podLabels),
      )
      note(
        selecting.filter((sidecar) => mayMeet(sidecar, workload)),
        refOf(workload),
      )
    }
  }
  return found
}

function severalOfANamespace(
  { sidecars }: MeshResources,
  settings: MeshSettings,
): readonly (readonly [string, readonly Placed<Sidecar>[]])[] {
  const groups = groupBy(countingPlaced(sidecars, settings), ({ namespace }) => namespace)
  return [...groups].filter(([, group]) => group.length > 1)
}

/** Two overlays may be two clusters: what only they bring together is no conflict. */
function mayMeet(a: Placed, b: Placed): boolean {
  return a.overlay === undefined || b.overlay === undefined || a.overlay === b.overlay
}

function idOf({ uri, resource, namespace }: Placed): string {
  return placedId({ uri, key: resource.key, namespace })
}

function textOf(selector: Labels | undefined): string {
  return JSON.stringify(Object.entries(selector ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
