import type { PlacedRef } from '../registry/placed'
import type { EgressEngine } from './egress-engine'
import type { EgressVerdict, Outcome } from './egress-verdict'
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

/** Judges a list of calls, in its order. */
export function explainCalls(engine: EgressEngine, calls: readonly CallToExplain[]): readonly Explanation[] {
  return calls.map(({ id, from, call }) => explanationOf(id, engine.verdict(from, call)))
}

/** A verdict in the words of `explain`. */
function explanationOf(id: string, verdict: EgressVerdict): Explanation {
  return {
    id,
    verdict: verdict.outcome,
    cluster: verdict.cluster,
    ambiguous: verdict.ambiguous,
    reason: verdict.reason,
    steps: verdict.steps.map(({ text }) => text),
    entry: verdict.entry ?? null,
    via: verdict.via ? viaText(verdict.via) : null,
  }
}

/** A Sidecar is named only for the egress proxy that it sets. */
function viaText({ kind, namespace, name }: PlacedRef): string {
  return kind === 'Sidecar' ? 'egressProxy' : `${kind} ${namespace}/${name}`
}
