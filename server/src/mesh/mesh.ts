import type { DestinationFact } from '../destinations/destination'
import type { EgressEngine } from '../egress/egress-engine'
import type { EgressVerdict, Outcome } from '../egress/egress-verdict'
import type { FileIndex } from '../registry/file-index'
import type { MeshOptions, MeshResources } from '../registry/mesh-resources'
import type { PlacedRef } from '../registry/placed'
import type { Placement, PlacementOptions } from '../registry/placement'
import type { Range } from '../text/range'

/** What people set about a mesh, as the rooms below the settings take it. */
export interface MeshSetup {
  readonly options: MeshOptions
  readonly placement: PlacementOptions
  /** What a generated ServiceEntry says in `exportTo`. */
  readonly generateExportTo: readonly string[]
}

/** One service mesh: the files that make it and everything that follows from them, as of now. */
export interface Mesh {
  readonly name: string
  /** URI of the folder that holds it, without a final slash. */
  readonly root: string
  readonly setup: MeshSetup
  readonly files: ReadonlyMap<string, FileIndex>
  readonly resources: MeshResources
  readonly engine: EgressEngine
  /** Where a file's resources live: once for each overlay; none for a file that is unknown. */
  placementsOfFile(uri: string): readonly Placement[]
  /** Every destination of a file with its callers and verdicts, in the order of the text. */
  destinationsIn(uri: string): readonly JudgedDestination[]
  /** Every destination of the mesh, file by file. */
  allDestinations(): Iterable<JudgedDestination>
  /** The calls that a declaration serves (its verdict names it as entry). */
  usersOf(entry: Pick<PlacedRef, 'uri' | 'key'>): readonly JudgedCall[]
  /** The calls to a port that an entry takes although they were meant for other hosts. */
  capturedBy(entry: Pick<PlacedRef, 'uri' | 'key' | 'namespace'>, port: number): readonly CapturedCall[]
  /** Where a reference stands: offsets in its file; undefined if the file is gone. */
  placeOf(ref: PlacedRef): { readonly uri: string; readonly range: Range } | undefined
}

/** A destination with everyone who calls it. */
export interface JudgedDestination {
  readonly uri: string
  readonly fact: DestinationFact
  /** Where the host text stands. */
  readonly range: Range
  readonly external: boolean
  /** One for each workload and overlay; a ConfigMap that none uses has one without a workload. */
  readonly calls: readonly JudgedCall[]
}

export interface JudgedCall {
  readonly destination: DestinationFact
  readonly uri: string
  readonly namespace: string
  /** The namespace is a guess, or nobody is known to call. */
  readonly assumed: boolean
  readonly workload: PlacedRef | undefined
  readonly labels: Readonly<Record<string, string>>
  /** The kustomization whose build the caller is in; undefined outside of any. */
  readonly overlay: string | undefined
  /** Why the workload's traffic does not pass the sidecar; undefined if it does. */
  readonly bypass: string | undefined
  /** Why the files cannot tell what becomes of the call, apart from overlays that disagree; the outcome is then `unknown`. */
  readonly doubt?: string
  /** The engine's answer, also for a call that bypasses. */
  readonly verdict: EgressVerdict
  /** What is reported: `bypassed`, `unknown` where overlays disagree or there is a doubt, else the verdict's own. */
  readonly outcome: Outcome
}

/** A call that ends at the server of another host. */
export interface CapturedCall {
  readonly call: JudgedCall
  /** The destination's: see {@link JudgedDestination}. */
  readonly external: boolean
}
