import { createEgressEngine } from '../egress/create-egress-engine'
import type { EgressEngine } from '../egress/egress-engine'
import { equalFacts } from '../registry/equal-facts'
import type { FileIndex } from '../registry/file-index'
import type { MeshResources } from '../registry/mesh-resources'
import type { PlacedRef } from '../registry/placed'
import { type Placement, placementsOf } from '../registry/placement'
import { CapturedCalls } from './captured-calls'
import { createJudge, type Judge } from './judge'
import type { CapturedCall, JudgedCall, JudgedDestination, Mesh, MeshSetup } from './mesh'
import { placeResources } from './place-resources'

/**
 * One mesh as its files come and go. What follows from the files is made when it is asked for and kept until a fact
 * that it rests on changes: an edit that only moves text keeps everything.
 */
export class MeshState implements Mesh {
  readonly files = new Map<string, FileIndex>()
  /** Grows whenever findings of other files than the changed one may have changed. */
  revision = 0
  private currentSetup: MeshSetup
  private placements: ReadonlyMap<string, readonly Placement[]> | undefined
  private placed: MeshResources | undefined
  private currentEngine: EgressEngine | undefined
  private judge: Judge | undefined
  private readonly judged = new Map<string, readonly JudgedDestination[]>()
  private users: Map<string, JudgedCall[]> | undefined
  private readonly captured = new CapturedCalls(this)

  constructor(
    readonly name: string,
    readonly root: string,
    setup: MeshSetup,
  ) {
    this.currentSetup = setup
  }

  get setup(): MeshSetup {
    return this.currentSetup
  }

  /** Puts a file in, or its new reading in place of the old one. */
  setFile(file: FileIndex): void {
    const old = this.files.get(file.uri)
    this.files.set(file.uri, file)
    if (!old || !equalFacts(old.facts.kustomization, file.facts.kustomization)) this.forgetPlacements()
    else if (!equalFacts(old.facts.resources, file.facts.resources)) this.forgetResources()
    else this.forgetDestinations(old, file)
  }

  removeFile(uri: string): void {
    if (this.files.delete(uri)) this.forgetPlacements()
  }

  /** Takes new settings; nothing is read again. */
  configure(setup: MeshSetup): void {
    if (equalFacts(setup, this.currentSetup)) return
    this.currentSetup = setup
    this.forgetPlacements()
  }

  get resources(): MeshResources {
    this.placed ??= placeResources(this.sortedFiles(), (uri) => this.placementsOfFile(uri))
    return this.placed
  }

  get engine(): EgressEngine {
    this.currentEngine ??= createEgressEngine(this.resources, this.setup.options)
    return this.currentEngine
  }

  placementsOfFile(uri: string): readonly Placement[] {
    this.placements ??= this.computePlacements()
    return this.placements.get(uri) ?? []
  }

  destinationsIn(uri: string): readonly JudgedDestination[] {
    const known = this.judged.get(uri)
    if (known) return known
    const file = this.files.get(uri)
    if (!file) return []
    this.judge ??= createJudge(this.resources, this.engine, (other) => this.placementsOfFile(other))
    const result = this.judge(file)
    this.judged.set(uri, result)
    return result
  }

  *allDestinations(): Iterable<JudgedDestination> {
    for (const { uri } of this.sortedFiles()) yield* this.destinationsIn(uri)
  }

  usersOf(entry: Pick<PlacedRef, 'uri' | 'key'>): readonly JudgedCall[] {
    this.users ??= this.computeUsers()
    return this.users.get(`${entry.uri} ${entry.key}`) ?? []
  }

  capturedBy(entry: Pick<PlacedRef, 'uri' | 'key' | 'namespace'>, port: number): readonly CapturedCall[] {
    return this.captured.of(entry, port)
  }

  placeOf(
    ref: PlacedRef,
  ): { readonly uri: string; readonly range: { readonly start: number; readonly end: number } } | undefined {
    const places = this.files.get(ref.uri)?.places.resources.get(ref.key)
    if (!places) return undefined
    const range = (ref.path !== undefined ? places.paths.get(ref.path) : undefined) ?? places.paths.get('metadata.name')
    return { uri: ref.uri, range: range ?? places.range }
  }

  /** By URI: what follows from the files must not depend on the order in which they were read. */
  private sortedFiles(): readonly FileIndex[] {
    return [...this.files.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1))
  }

  private computePlacements(): ReadonlyMap<string, readonly Placement[]> {
    const kustomizations = new Map(
      this.sortedFiles().flatMap((file) =>
        file.facts.kustomization ? [[file.uri, file.facts.kustomization] as const] : [],
      ),
    )
    return placementsOf(kustomizations, [...this.files.keys()], this.setup.placement)
  }

  private computeUsers(): Map<string, JudgedCall[]> {
    const users = new Map<string, JudgedCall[]>()
    for (const destination of this.allDestinations()) {
      for (const call of destination.calls) {
        const entry = call.verdict.entry
        if (!entry) continue
        const id = `${entry.uri} ${entry.key}`
        const known = users.get(id)
        if (known) known.push(call)
        else users.set(id, [call])
      }
    }
    return users
  }

  private forgetPlacements(): void {
    this.placements = undefined
    this.forgetResources()
  }

  private forgetResources(): void {
    this.placed = undefined
    this.currentEngine = undefined
    this.judge = undefined
    this.judged.clear()
    this.users = undefined
    this.captured.forget()
    this.revision++
  }

  /** The judged destinations hold ranges, so those of the file itself are always made anew. */
  private forgetDestinations(old: FileIndex, file: FileIndex): void {
    this.judged.delete(file.uri)
    if (equalFacts(old.facts.destinations, file.facts.destinations)) return
    this.users = undefined
    if (this.captured.forgetCallsOf([old, file])) this.revision++
  }
}
