import { relativePath } from '../files/uri'
import type { JudgedDestination, Mesh } from '../mesh/mesh'
import { type CallTrouble, troubleOf } from '../rules/call-trouble'
import { planEntry, whyNotFixable } from '../rules/fixes/call-fixes'
import { Draft } from '../rules/fixes/draft'
import { planAll } from '../rules/fixes/fix-all'
import { entryDocument } from '../rules/fixes/render-draft'
import type { ReadText } from '../rules/rule'
import { type InventoryRow, inventoryRows } from './inventory'

/** A ServiceEntry that is missing. */
export interface GeneratedEntry {
  /** The namespace in which it will live; of several overlays the first. */
  readonly namespace: string
  readonly name: string
  readonly hosts: readonly string[]
  /** Where it belongs: the path of a file that is there, or of a new one. */
  readonly file: string
  /** One YAML document without `---`. */
  readonly yaml: string
}

/** A destination that is not reached and that no new ServiceEntry can open: a row of the inventory with the reason. */
export interface NotFixable extends InventoryRow {
  /** For people: why, and what opens it. */
  readonly reason: string
}

export interface GenerateOptions {
  /** Only for callers in this namespace. */
  readonly namespace?: string | undefined
  /** How a URI is shown; left out: as a path from the mesh's root. */
  readonly pathOf?: (uri: string) => string
}

export interface Generated {
  readonly entries: readonly GeneratedEntry[]
  readonly notFixable: readonly NotFixable[]
}

/**
 * The ServiceEntries that would open every host which these files call and which is not reached: those that the policy
 * blocks (or would, by `assume`) and, where the files set no policy at all, those that only pass by Istio's default.
 */
export async function generateEntries(mesh: Mesh, read: ReadText, options: GenerateOptions = {}): Promise<Generated> {
  const { namespace, pathOf = (uri: string) => relativePath(mesh.root, uri) ?? uri } = options
  const draft = new Draft(mesh, read)
  const troubles = [...mesh.allDestinations()].flatMap((destination) => missingOf(destination, mesh, namespace) ?? [])
  const left = await planAll(troubles, (trouble) => planEntry(trouble, draft))
  const style = { lineEnd: '\n', indentedLists: true }
  const entries = draft.created.map((created) => ({
    namespace: draft.namespaceOf(created),
    name: created.entry.name,
    hosts: created.entry.hosts,
    file: pathOf(created.target.uri),
    yaml: entryDocument(created, style, mesh),
  }))
  return { entries, notFixable: left.flatMap((trouble) => rowsOf(trouble, mesh, pathOf)) }
}

/** The calls of a destination that a declaration could open. */
function missingOf(destination: JudgedDestination, mesh: Mesh, namespace: string | undefined): CallTrouble | undefined {
  const calls = destination.calls.filter((call) => namespace === undefined || call.namespace === namespace)
  const trouble = troubleOf({ ...destination, calls }, mesh)
  if (trouble || !destination.external || destination.fact.protocol === 'UDP') return trouble
  const [first, ...rest] = calls.filter(
    ({ outcome, verdict }) => outcome === 'passthrough' && verdict.policy.from === 'default',
  )
  return first && { code: 'would-be-blocked', destination, calls: [first, ...rest] }
}

function rowsOf(trouble: CallTrouble, mesh: Mesh, pathOf: (uri: string) => string): readonly NotFixable[] {
  const reason = whyNotFixable(trouble)
  return inventoryRows(trouble.destination, trouble.calls, mesh, pathOf).map((row) => ({ ...row, reason }))
}
