import type { PlacedRef } from '../registry/placed'
import type { EgressEngine } from './egress-engine'
import type { EgressVerdict, Outcome, Step } from './egress-verdict'
import type { CallToExplain } from './parse-calls'

/** The verdict for one call, as `explain` prints it. */
export interface Explanation {
  readonly id: string
  readonly verdict: Outcome
  readonly cluster: string
  readonly ambiguous: boolean
  readonly reason: string
  readonly steps: readonly string[]
  readonly entry: PlacedRef | null
  /** `VirtualService namespace/name`, or `egressProxy`. */
  readonly via: string | null
}

/** `path/to/file.yaml:12`; undefined where a reference has no place in a file. */
export type PlaceText = (ref: PlacedRef) => string | undefined

/**
 * Judges a list of calls, in its order.
 * @param placeOf where what decided a step stands, to be put behind the step
 */
export function explainCalls(
  engine: EgressEngine,
  calls: readonly CallToExplain[],
  placeOf: PlaceText = () => undefined,
): readonly Explanation[] {
  return calls.map(({ id, from, call }) => explanationOf(id, engine.verdict(from, call), placeOf))
}

/** A verdict in the words of `explain`. */
function explanationOf(id: string, verdict: EgressVerdict, placeOf: PlaceText): Explanation {
  return {
    id,
    verdict: verdict.outcome,
    cluster: verdict.cluster,
    ambiguous: verdict.ambiguous,
    reason: verdict.reason,
    steps: verdict.steps.map((step) => stepText(step, placeOf)),
    entry: verdict.entry ?? null,
    via: verdict.via ? viaText(verdict.via) : null,
  }
}

function stepText({ text, at }: Step, placeOf: PlaceText): string {
  const place = at && placeOf(at)
  return place === undefined ? text : `${text} (${place})`
}

/** A Sidecar is named only for the egress proxy that it sets. */
function viaText({ kind, namespace, name }: PlacedRef): string {
  return kind === 'Sidecar' ? 'egressProxy' : `${kind} ${namespace}/${name}`
}
