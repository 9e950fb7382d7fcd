import { createEgressEngine } from '../../egress/create-egress-engine'
import type { EgressEngine } from '../../egress/egress-engine'
import type { EgressVerdict } from '../../egress/egress-verdict'
import { type Protocol, parseProtocol, protocolOfServicePort } from '../../istio/protocol'
import type { ServiceEntry } from '../../istio/service-entry'
import type { Sidecar } from '../../istio/sidecar'
import type { Service } from '../../kubernetes/service'
import { judgeFact } from '../../mesh/judge-fact'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import { placeResource } from '../../mesh/place-resources'
import type { MeshResources } from '../../registry/mesh-resources'
import { type Placed, type PlacedRef, refOf } from '../../registry/placed'
import type { ReadText } from '../rule'
import type { EntryTarget } from './entry-target'
import { type CallsByNamespace, callsByNamespace } from './mesh-calls'
import { type Concern, concernOf, extend, NOTHING, type Reach, type Touched } from './touched'

/** A ServiceEntry that a draft adds, and where it will stand. */
export interface CreatedEntry {
  readonly entry: ServiceEntry
  readonly target: EntryTarget
}

/** A resource of the mesh as a draft changes it. */
export interface ChangedResource {
  readonly uri: string
  readonly key: string
  readonly change: ChangeResource
}

/** What a draft does to a resource; applied to the facts as written, and to those that an overlay renamed. */
export type ChangeResource = <R extends Changeable>(resource: R) => R

type Changeable = ServiceEntry | Sidecar | Service

interface DraftState {
  readonly resources: MeshResources
  readonly created: readonly CreatedEntry[]
  readonly changed: readonly ChangedResource[]
  /** What was done, for the title of a fix. */
  readonly notes: readonly string[]
  /** What was touched since the draft was last found harmless. */
  readonly touched: Touched
  /** Calls that this draft has opened. */
  readonly opened: readonly JudgedCall[]
  /** Hosts of the cluster that no file declares, whose calls the draft's entries take unless a Service declares them. */
  readonly taken: readonly string[]
}

/**
 * A mesh as it would be after some changes, so that a fix can be tried before it is offered: the engine answers for the
 * changed mesh as it does for the real one. Nothing is written until the draft is rendered as file changes.
 */
export class Draft {
  private state: DraftState
  private knownCalls: CallsByNamespace | undefined
  private currentEngine: EgressEngine | undefined

  constructor(
    readonly mesh: Mesh,
    readonly read: ReadText,
  ) {
    this.state = {
      resources: mesh.resources,
      created: [],
      changed: [],
      notes: [],
      touched: NOTHING,
      opened: [],
      taken: [],
    }
  }

  get resources(): MeshResources {
    return this.state.resources
  }

  get created(): readonly CreatedEntry[] {
    return this.state.created
  }

  get changed(): readonly ChangedResource[] {
    return this.state.changed
  }

  get notes(): readonly string[] {
    return this.state.notes
  }

  /** What was done, in one sentence. */
  title(): string {
    const done = this.notes.map((note, i) => (i === 0 ? note : note.charAt(0).toLowerCase() + note.slice(1)))
    return done.join(' and ') + this.caveat()
  }

  /** What a person should know before the change is made, for the end of a title; mostly nothing. */
  caveat(): string {
    const { taken } = this.state
    return taken.length === 0 ? '' : ` (also takes calls to ${taken.join(', ')}, unless a Service declares them)`
  }

  get touched(): Touched {
    return this.state.touched
  }

  /** The calls that settled changes have opened: later ones must not close them again. */
  get opened(): readonly JudgedCall[] {
    return this.state.opened
  }

  /**
   * Says that nothing done so far does harm and that it opened some calls; only later changes are looked at from now on.
   * @param taken hosts that no file declares and whose calls are taken: see {@link caveat}
   */
  settle(opened: readonly JudgedCall[], taken: readonly string[]): void {
    const known = new Set([...this.state.taken, ...taken])
    this.state = { ...this.state, touched: NOTHING, opened: [...this.state.opened, ...opened], taken: [...known] }
  }

  get engine(): EgressEngine {
    this.currentEngine ??=
      this.resources === this.mesh.resources
        ? this.mesh.engine
        : createEgressEngine(this.resources, this.mesh.setup.options)
    return this.currentEngine
  }

  /** The calls of the unchanged mesh. */
  get calls(): CallsByNamespace {
    this.knownCalls ??= callsByNamespace(this.mesh)
    return this.knownCalls
  }

  /** What becomes of a call in the changed mesh. */
  verdict({ namespace, labels, destination }: JudgedCall): EgressVerdict {
    return judgeFact(this.engine, { namespace, labels }, destination)
  }

  /** Does what `change` does, or nothing: where it answers false, or throws, the draft is as it was. */
  async attempt(change: () => Promise<boolean>): Promise<boolean> {
    const before = this.state
    const engine = this.currentEngine
    let done = false
    try {
      done = await change()
    } finally {
      if (!done) {
        this.state = before
        this.currentEngine = engine
      }
    }
    return done
  }

  addEntry(entry: ServiceEntry, target: EntryTarget, note: string): void {
    const named = { ...entry, namespace: target.namespace, key: this.freeKey(entry, target) }
    const placed = target.placements.map((placement) => placeResource(named, target.uri, placement))
    this.take(
      { ...this.resources, serviceEntries: [...this.resources.serviceEntries, ...placed] },
      { created: [...this.created, { entry: named, target }] },
      note,
    )
    const ref = { uri: target.uri, key: named.key }
    this.touch(this.isShared(ref, named) ? 'everywhere' : this.reachOf(ref, named), this.concernsOf(named))
  }

  /**
   * Changes every placed copy of a resource, whether it stands in a file or is added by this draft.
   * @param reach whose calls this can alter; left out: of an entry those of the namespaces to which it is exported
   * @param concern the calls of those that this can alter; left out: of an entry those to its hosts and ports, else any
   */
  change(
    { uri, key, kind }: Pick<PlacedRef, 'uri' | 'key' | 'kind'>,
    change: ChangeResource,
    note: string,
    reach?: Reach,
    concern?: Concern,
  ): void {
    const before = this.entryOf({ uri, key })?.resource
    const apply = <R extends Changeable>(list: readonly Placed<R>[]): readonly Placed<R>[] =>
      list.map((each) =>
        each.uri === uri && each.resource.key === key ? { ...each, resource: change(each.resource) } : each,
      )
    const { serviceEntries, sidecars, services } = this.resources
    const resources = {
      ...this.resources,
      ...(kind === 'ServiceEntry' ? { serviceEntries: apply(serviceEntries) } : {}),
      ...(kind === 'Sidecar' ? { sidecars: apply(sidecars) } : {}),
      ...(kind === 'Service' ? { services: apply(services) } : {}),
    }
    const index = this.created.findIndex(({ entry, target }) => target.uri === uri && entry.key === key)
    const own = this.created[index]
    if (own) {
      this.take(resources, { created: this.created.with(index, { ...own, entry: change(own.entry) }) }, undefined)
    } else this.take(resources, { changed: [...this.changed, { uri, key, change }] }, note)
    const after = this.entryOf({ uri, key })?.resource
    const concerns = concern ? [concern] : [before, after].flatMap((entry) => (entry ? this.concernsOf(entry) : []))
    const isShared = after !== undefined && this.isShared({ uri, key }, after)
    const reached = reach ?? (after ? this.reachOf({ uri, key }, after) : 'everywhere')
    this.touch(isShared ? 'everywhere' : reached, concerns)
  }

  /** The first placed copy of the ServiceEntry that a reference names. */
  entryOf(ref: Pick<PlacedRef, 'uri' | 'key'>): Placed<ServiceEntry> | undefined {
    return this.resources.serviceEntries.find((each) => each.uri === ref.uri && each.resource.key === ref.key)
  }

  sidecarOf(ref: Pick<PlacedRef, 'uri' | 'key'>): Placed<Sidecar> | undefined {
    return this.resources.sidecars.find((each) => each.uri === ref.uri && each.resource.key === ref.key)
  }

  serviceOf(ref: Pick<PlacedRef, 'uri' | 'key'>): Placed<Service> | undefined {
    return this.resources.services.find((each) => each.uri === ref.uri && each.resource.key === ref.key)
  }

  /** True for an entry that this draft added. */
  isCreated({ uri, key }: Pick<PlacedRef, 'uri' | 'key'>): boolean {
    return this.created.some(({ entry, target }) => target.uri === uri && entry.key === key)
  }

  /** The entry that this draft added for a host in one of the namespaces. */
  createdFor(host: string, namespace: string): PlacedRef | undefined {
    for (const { entry, target } of this.created) {
      if (!entry.hosts.includes(host) && !entry.addresses.includes(host)) continue
      const placed = this.resources.serviceEntries.find(
        (each) => each.uri === target.uri && each.resource.key === entry.key && each.namespace === namespace,
      )
      if (placed) return refOf(placed)
    }
    return undefined
  }

  /** The namespace in which an added entry lives; of several overlays the first. */
  namespaceOf({ entry, target }: CreatedEntry): string {
    return this.entryOf({ uri: target.uri, key: entry.key })?.namespace ?? target.namespace ?? 'default'
  }

  /** A key that no resource of the target file has, so that the new entry is not taken for another one. */
  private freeKey(entry: ServiceEntry, target: EntryTarget): string {
    const base = `ServiceEntry/${target.namespace ?? ''}/${entry.name}`
    const taken = new Set(
      this.resources.serviceEntries.filter(({ uri }) => uri === target.uri).map((each) => each.resource.key),
    )
    let key = base
    for (let n = 2; taken.has(key); n++) key = `${base}#${n}`
    return key
  }

  /** Whom an entry reaches. */
  private reachOf({ uri, key }: Pick<PlacedRef, 'uri' | 'key'>, { exportTo }: ServiceEntry): Reach {
    if (!exportTo || exportTo.includes('*')) return 'everywhere'
    const homes = this.homesOf({ uri, key })
    return exportTo.flatMap((each) => (each === '.' ? [...homes] : each))
  }

  private homesOf({ uri, key }: Pick<PlacedRef, 'uri' | 'key'>): ReadonlySet<string> {
    const copies = this.resources.serviceEntries.filter((each) => each.uri === uri && each.resource.key === key)
    return new Set(copies.map(({ namespace }) => namespace))
  }

  /** True if another entry of the same namespace says one of its hosts: a change then alters what both of them give. */
  private isShared({ uri, key }: Pick<PlacedRef, 'uri' | 'key'>, { hosts }: ServiceEntry): boolean {
    const homes = this.homesOf({ uri, key })
    return this.resources.serviceEntries.some(
      (each) =>
        homes.has(each.namespace) &&
        (each.uri !== uri || each.resource.key !== key) &&
        each.resource.hosts.some((host) => hosts.includes(host)),
    )
  }

  /** Of several declarations of a host one counts, so a change of one can take effect on the ports of the others. */
  private concernsOf(entry: ServiceEntry): readonly Concern[] {
    const sharing = this.resources.serviceEntries.filter(({ resource }) =>
      resource.hosts.some((host) => entry.hosts.includes(host)),
    )
    const loners = this.lonerPorts()
    return [entry, ...sharing.map(({ resource }) => resource)].map((each) => concernOf(each, loners))
  }

  /** Ports that some entry or Service declares as MySQL or Mongo: any other declaration of the port can end that one. */
  lonerPorts(): ReadonlySet<number> {
    const { serviceEntries, services } = this.resources
    const isLoner = (protocol: Protocol) => protocol === 'MySQL' || protocol === 'Mongo'
    return new Set([
      ...serviceEntries.flatMap(({ resource: { ports } }) =>
        ports.flatMap(({ number, protocol }) => (isLoner(parseProtocol(protocol)) ? [number] : [])),
      ),
      ...services.flatMap(({ resource: { ports } }) =>
        ports.flatMap((port) => (isLoner(protocolOfServicePort(port)) ? [port.number] : [])),
      ),
    ])
  }

  private touch(reach: Reach, concerns: readonly Concern[]): void {
    this.state = { ...this.state, touched: extend(this.state.touched, reach, concerns) }
  }

  private take(resources: MeshResources, rest: Partial<DraftState>, note: string | undefined): void {
    const notes = note === undefined || this.notes.includes(note) ? this.notes : [...this.notes, note]
    this.state = { ...this.state, ...rest, resources, notes }
    this.currentEngine = undefined
  }
}
