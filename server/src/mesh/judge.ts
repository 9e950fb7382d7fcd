import { attribute, needsCaller } from '../destinations/attribute'
import type { DestinationFact } from '../destinations/destination'
import { externalTest } from '../destinations/external'
import type { EgressEngine } from '../egress/egress-engine'
import type { Caller, EgressVerdict, Outcome } from '../egress/egress-verdict'
import type { Bypass } from '../kubernetes/bypass'
import { bypassOf } from '../kubernetes/injection'
import type { ResourceHead } from '../kubernetes/resource'
import type { CaptureDefaults } from '../kubernetes/traffic-capture'
import type { Workload } from '../kubernetes/workload'
import type { FileIndex } from '../registry/file-index'
import type { MeshResources } from '../registry/mesh-resources'
import { type Placed, refOf } from '../registry/placed'
import { captureDefaults, createDoubt, type Doubt } from './doubts'
import { judgeFact } from './judge-fact'
import type { JudgedCall, JudgedDestination } from './mesh'
import { type PlacementsOf, placeResource } from './place-resources'

/** The destinations of a file with their callers and verdicts, in the order of the text. */
export type Judge = (file: FileIndex) => readonly JudgedDestination[]

/** Where the control plane lives unless the mesh configuration says otherwise. */
const ROOT_NAMESPACE = 'istio-system'

/** Says of every destination who calls it and what becomes of the call. */
export function createJudge(resources: MeshResources, engine: EgressEngine, placementsOf: PlacementsOf): Judge {
  const judging = new Judging(resources, engine, placementsOf)
  return (file) => judging.judgeFile(file)
}

class Judging {
  private readonly isExternal: (host: string) => boolean
  private readonly workloads = new Map<string, Placed<Workload>[]>()
  private readonly namespaceLabels: ReadonlyMap<string, Readonly<Record<string, string>>>
  private readonly rootNamespace: string
  private readonly captureDefaults: CaptureDefaults
  private readonly doubt: Doubt

  constructor(
    resources: MeshResources,
    private readonly engine: EgressEngine,
    private readonly placementsOf: PlacementsOf,
  ) {
    this.isExternal = externalTest(
      resources.services.map((each) => ({ name: each.resource.name, namespace: each.namespace })),
    )
    for (const workload of resources.workloads) {
      const known = this.workloads.get(workload.namespace)
      if (known) known.push(workload)
      else this.workloads.set(workload.namespace, [workload])
    }
    this.namespaceLabels = new Map(resources.namespaces.map(({ resource }) => [resource.name, resource.labels]))
    this.captureDefaults = captureDefaults(resources)
    this.doubt = createDoubt(resources)
    this.rootNamespace =
      resources.meshConfigs.find(({ resource }) => resource.rootNamespace)?.resource.rootNamespace ?? ROOT_NAMESPACE
  }

  judgeFile(file: FileIndex): readonly JudgedDestination[] {
    const heads = new Map<string, ResourceHead>(file.facts.resources.map((resource) => [resource.key, resource]))
    return file.facts.destinations.flatMap((fact) => {
      const range = file.places.destinations.get(fact.id)
      const calls = withDisagreement(this.callsOf(fact, file.uri, heads.get(fact.resource)))
      if (!range || calls.length === 0) return []
      return [{ uri: file.uri, fact, range, external: this.isExternal(fact.host), calls }]
    })
  }

  private callsOf(fact: DestinationFact, uri: string, head: ResourceHead | undefined): readonly JudgedCall[] {
    if (fact.via === 'crd-field') return [this.callOfControlPlane(fact, uri)]
    if (!head) return []
    return this.placementsOf(uri).flatMap((placement) => {
      if (placement.role === 'patch') return []
      const placed = placeResource(head, uri, placement)
      if (isWorkload(placed)) return [this.callOf(fact, uri, placed)]
      if (head.kind !== 'ConfigMap' && head.kind !== 'Secret') return [this.callOfNobody(fact, uri, placed)]
      const config = { kind: head.kind, name: placed.resource.name }
      const callers = onceEach(attribute(fact, config, this.neighbours(placed)), uri)
      if (callers.length > 0) return callers.map((caller) => this.callOf(fact, uri, caller))
      return needsCaller(fact) ? [] : [this.callOfNobody(fact, uri, placed)]
    })
  }

  /** The workloads that find a ConfigMap under its name: those of its namespace, of its own build where that has any. */
  private neighbours(placed: Placed): readonly Placed<Workload>[] {
    const all = this.workloads.get(placed.namespace) ?? []
    const sameBuild = all.filter((workload) => workload.overlay === placed.overlay)
    return sameBuild.length > 0 ? sameBuild : all
  }

  private callOf(fact: DestinationFact, uri: string, caller: Placed<Workload>): JudgedCall {
    const { namespace, resource } = caller
    const labels = resource.podLabels
    const home = { name: namespace, labels: this.namespaceLabels.get(namespace) }
    const bypass = bypassOf(resource, home, fact, this.captureDefaults)
    const call = this.judged(fact, uri, namespace, labels, bypass)
    return { ...call, assumed: caller.assumedNamespace, workload: refOf(caller), overlay: caller.overlay }
  }

  private callOfNobody(fact: DestinationFact, uri: string, placed: Placed): JudgedCall {
    return { ...this.judged(fact, uri, placed.namespace, {}, undefined), overlay: placed.overlay }
  }

  private callOfControlPlane(fact: DestinationFact, uri: string): JudgedCall {
    return this.judged(
      fact,
      uri,
      this.rootNamespace,
      {},
      { reason: 'The control plane uses it, and its own calls pass no sidecar.', certain: true },
    )
  }

  /** Why a call that fails in the sidecar may not fail. */
  private doubtOf(
    verdict: EgressVerdict,
    fact: DestinationFact,
    caller: Caller,
    bypass: Bypass | undefined,
  ): string | undefined {
    if (WORKS.has(verdict.outcome)) return undefined
    return bypass?.reason ?? this.doubt(verdict, fact.host, caller)
  }

  private judged(
    fact: DestinationFact,
    uri: string,
    namespace: string,
    labels: Readonly<Record<string, string>>,
    bypass: Bypass | undefined,
  ): JudgedCall {
    const verdict = judgeFact(this.engine, { namespace, labels }, fact)
    const doubt = bypass?.certain ? undefined : this.doubtOf(verdict, fact, { namespace, labels }, bypass)
    const outcome: Outcome = bypass?.certain ? 'bypassed' : doubt === undefined ? verdict.outcome : 'unknown'
    return {
      destination: fact,
      uri,
      namespace,
      labels,
      bypass: bypass?.certain ? bypass.reason : undefined,
      ...(doubt === undefined ? {} : { doubt }),
      verdict,
      outcome,
      assumed: true,
      workload: undefined,
      overlay: undefined,
    }
  }
}

/** A call that works, by the registry or by the policy, works past the sidecar, too. */
const WORKS: ReadonlySet<Outcome> = new Set(['registered', 'passthrough'])

function isWorkload(placed: Placed): placed is Placed<Workload> {
  return 'role' in placed.resource && placed.resource.role === 'workload'
}

/** One of each name: files that say the same object again are read as one, that of the given file first. */
function onceEach(workloads: readonly Placed<Workload>[], uri: string): readonly Placed<Workload>[] {
  const byName = new Map<string, Placed<Workload>>()
  for (const workload of workloads) {
    const name = JSON.stringify([workload.resource.kind, workload.namespace, workload.resource.name])
    if (!byName.has(name) || workload.uri === uri) byName.set(name, workload)
  }
  return [...byName.values()]
}

/** Where overlays of one caller get different answers, the files cannot say what holds: all of them are `unknown`. */
function withDisagreement(calls: readonly JudgedCall[]): readonly JudgedCall[] {
  if (calls.length < 2) return calls
  const outcomes = new Map<string, Set<Outcome>>()
  for (const call of calls) {
    if (call.overlay === undefined) continue
    const id = callerId(call)
    outcomes.set(id, (outcomes.get(id) ?? new Set()).add(call.outcome))
  }
  return calls.map((call) => ((outcomes.get(callerId(call))?.size ?? 0) > 1 ? { ...call, outcome: 'unknown' } : call))
}

/** The same text of the same file, whichever build it is in. */
function callerId({ workload }: JudgedCall): string {
  return workload ? `${workload.uri} ${workload.key}` : ''
}
