import type { Resource } from '../istio/resource-kinds'
import type { ServiceEntry } from '../istio/service-entry'
import type { Sidecar } from '../istio/sidecar'
import type { VirtualService } from '../istio/virtual-service'
import type { Mesh } from '../mesh/mesh'
import { placeResource } from '../mesh/place-resources'
import type { FileIndex } from '../registry/file-index'
import type { Placed, PlacedRef } from '../registry/placed'
import type { Range } from '../text/range'

interface Kinds {
  readonly ServiceEntry: ServiceEntry
  readonly Sidecar: Sidecar
  readonly VirtualService: VirtualService
}

/** One resource of a file, and every place that it has in the mesh. */
export interface ResourceInFile<R extends Resource> {
  readonly resource: R
  /** At least one; several where several overlays hold the file. */
  readonly placed: readonly Placed<R>[]
  /** Where a path of it stands; where it does not, the name stands for it. */
  place(path: string): Range
}

/** The resources of one kind that a file gives to the mesh; none of a file that is only a patch. */
export function* resourcesIn<K extends keyof Kinds>(
  kind: K,
  file: FileIndex,
  mesh: Mesh,
): Iterable<ResourceInFile<Kinds[K]>> {
  const found = file.facts.resources.filter((resource): resource is Resource & Kinds[K] => isOfKind(resource, kind))
  if (found.length === 0) return
  const placements = mesh.placementsOfFile(file.uri).filter(({ role }) => role === 'resource')
  if (placements.length === 0) return
  for (const resource of found) {
    const places = file.places.resources.get(resource.key)
    if (!places) continue
    yield {
      resource,
      placed: placements.map((placement) => placeResource(resource, file.uri, placement)),
      place: (path) => places.paths.get(path) ?? places.paths.get('metadata.name') ?? places.range,
    }
  }
}

function isOfKind(resource: Resource, kind: string): boolean {
  return !('role' in resource) && resource.kind === kind
}

/** False if two objects stand only in different overlays: these may be different clusters, where the two never meet. */
export function mayMeet({ overlay }: Placed, other: PlacedRef, mesh: Mesh): boolean {
  if (overlay === undefined) return true
  const overlays = mesh.placementsOfFile(other.uri).map((placement) => placement.overlay)
  return overlays.some((each) => each === undefined || each === overlay)
}
