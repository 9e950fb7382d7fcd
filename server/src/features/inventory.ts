import type { JudgedCall, JudgedDestination, Mesh } from '../mesh/mesh'
import { positionAt } from '../text/line-starts'

/** One call of the inventory, in the shape in which the command prints it. */
export interface InventoryRow {
  readonly file: string
  /** 1-based; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
  readonly host: string
  readonly port: number | null
  /** Istio's name, or null when it cannot be known. */
  readonly protocol: string | null
  readonly namespace: string
  /** `Kind/name`; null where nobody is known to call. */
  readonly workload: string | null
  readonly via: string
  readonly external: boolean
  readonly bypassesMesh: boolean
  readonly confidence: string
  readonly verdict: string
}

/** Every outbound call of a mesh, by file and place. */
export function inventoryOf(mesh: Mesh, pathOf: (uri: string) => string): readonly InventoryRow[] {
  return [...mesh.allDestinations()].flatMap((destination) =>
    inventoryRows(destination, destination.calls, mesh, pathOf),
  )
}

/** A row for each of these calls of a destination. */
export function inventoryRows(
  { uri, fact, range, external }: JudgedDestination,
  calls: readonly JudgedCall[],
  mesh: Mesh,
  pathOf: (uri: string) => string,
): readonly InventoryRow[] {
  const { line, character } = positionAt(mesh.files.get(uri)?.places.lineStarts ?? [0], range.start)
  return calls.map((call) => ({
    file: pathOf(uri),
    line: line + 1,
    column: character + 1,
    host: fact.host,
    port: fact.port,
    protocol: fact.protocol,
    namespace: call.namespace,
    workload: call.workload ? `${call.workload.kind}/${call.workload.name}` : null,
    via: fact.via,
    external,
    // What the control plane calls has no workload whose sidecar could be passed by.
    bypassesMesh: call.workload !== undefined && call.bypass !== undefined,
    confidence: fact.confidence,
    verdict: call.outcome,
  }))
}
