import type { JudgedCall, Mesh } from '../mesh/mesh'
import type { FileIndex } from '../registry/file-index'
import type { PlacedRef } from '../registry/placed'
import { type CallCode, type CallTrouble, troubleOf } from './call-trouble'
import { assumptionText, callersText, isAssumed, namespacesOf, refText, sentences } from './call-words'
import { callFixes, planCall } from './fixes/call-fixes'
import type { Finding, RelatedPlace } from './rule'

/** What a rule about calls says of one of its findings. */
export interface CallWords {
  /** The verdict in one short sentence. */
  readonly headline: string
  /** What a person can do. */
  readonly advice: string
}

/** More declarations than this are not worth a place each. */
const MAX_RELATED = 4

/** The findings of one code on the calls of a file: one for each destination whose most specific code it is. */
export function* callFindings(
  code: CallCode,
  file: FileIndex,
  mesh: Mesh,
  words: (trouble: CallTrouble, mesh: Mesh) => CallWords,
): Iterable<Finding> {
  for (const destination of mesh.destinationsIn(file.uri)) {
    const trouble = troubleOf(destination, mesh)
    if (trouble?.code === code) yield findingOf(trouble, mesh, words(trouble, mesh))
  }
}

function findingOf(trouble: CallTrouble, mesh: Mesh, { headline, advice }: CallWords): Finding {
  const [call] = trouble.calls
  const callers = callersText(trouble.calls)
  return {
    range: trouble.destination.range,
    message: sentences(
      headline,
      whyText(call.verdict.reason),
      symptomText(call, callers),
      advice,
      assumptionText(trouble),
    ),
    ...(isAssumed(trouble) ? { assumed: true } : {}),
    related: relatedPlaces(trouble.calls),
    data: dataOf(trouble),
    fixes: (read) => callFixes(trouble, mesh, read),
    joint: { mesh, plan: (draft) => planCall(trouble, draft) },
  }
}

/** The engine's reason without the verdict in front of it, which the headline says already. */
function whyText(reason: string): string {
  const why = reason.slice(reason.indexOf(': ') + 1).trim()
  return why.charAt(0).toUpperCase() + why.slice(1)
}

function symptomText({ verdict: { symptom } }: JudgedCall, callers: string | undefined): string {
  if (!symptom) return ''
  return `For ${callers ?? 'the caller'}: ${symptom}`
}

/** Where the policy is set, the declarations that come near, what took the call, the Sidecar in force. */
function relatedPlaces(calls: readonly JudgedCall[]): readonly RelatedPlace[] {
  const places: RelatedPlace[] = []
  for (const { verdict, outcome } of calls) {
    const { policy, sidecar, cause } = verdict
    if (outcome !== 'blocked' && verdict.entry) {
      places.push({ at: verdict.entry, message: `${refText(verdict.entry)} takes the call.` })
    }
    if (verdict.via) places.push({ at: verdict.via, message: `${refText(verdict.via)} routes the call.` })
    for (const at of verdict.nearMisses) places.push({ at, message: `${refText(at)} declares the host.` })
    if (sidecar && cause === 'outside-sidecar-scope') {
      places.push({ at: sidecar, message: `${refText(sidecar)} is the Sidecar in force.` })
    }
    if (policy.source && policy.from !== 'assumed' && outcome === 'blocked') {
      places.push({ at: policy.source, message: `The outbound policy ${policy.mode} is set here.` })
    }
  }
  return distinct(places).slice(0, MAX_RELATED)
}

function distinct(places: readonly RelatedPlace[]): readonly RelatedPlace[] {
  const byPlace = new Map<string, RelatedPlace>()
  for (const place of places) {
    const id = placeId(place.at)
    if (!byPlace.has(id)) byPlace.set(id, place)
  }
  return [...byPlace.values()]
}

function placeId({ uri, key, path }: PlacedRef): string {
  return `${uri} ${key} ${path ?? ''}`
}

function dataOf({ destination: { fact, external }, calls }: CallTrouble): Readonly<Record<string, unknown>> {
  const [{ verdict, outcome }] = calls
  const workloads = calls.flatMap(({ workload }) => (workload ? [`${workload.kind}/${workload.name}`] : []))
  return {
    host: fact.host,
    port: fact.port,
    protocol: fact.protocol,
    namespaces: namespacesOf(calls),
    workloads: [...new Set(workloads)],
    external,
    via: fact.via,
    confidence: fact.confidence,
    verdict: outcome,
    cause: verdict.cause,
    cluster: verdict.cluster,
    symptom: verdict.symptom,
    ambiguous: verdict.ambiguous,
    policy: verdict.policy.mode,
    entry: entryData(verdict.entry ?? verdict.nearMisses[0]),
  }
}

function entryData(ref: PlacedRef | undefined): Readonly<Record<string, string>> | null {
  return ref ? { kind: ref.kind, namespace: ref.namespace, name: ref.name } : null
}
