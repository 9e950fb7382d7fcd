import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createEgressEngine } from '../../../server/src/egress/create-egress-engine'
import { explainCalls } from '../../../server/src/egress/explain'
import { parseCalls } from '../../../server/src/egress/parse-calls'
import { DEFAULT_MESH_OPTIONS } from '../../../server/src/registry/mesh-resources'
import { readWorkspace } from '../workspace'

/** What Istio's own code answers to one call. */
export interface IstioAnswer {
  readonly id: string
  readonly verdict: string
  readonly cluster: string
  readonly via?: string
  readonly resourceHint?: string
}

/** One call, answered twice, in the form `verdict | cluster | via | resource`. */
export interface Comparison {
  readonly id: string
  readonly verdict: string
  readonly istio: string
  readonly ours: string
  readonly ambiguous: boolean
  readonly reason: string
  readonly call: string
}

/** Asks our engine for the calls of a scenario folder and puts its answers beside Istio's. */
export function compare(folder: string, answers: readonly IstioAnswer[]): readonly Comparison[] {
  const { calls, errors } = parseCalls(readFileSync(join(folder, 'calls.yaml'), 'utf8'))
  if (errors.length > 0) throw new Error(`${folder}/calls.yaml: ${errors[0]?.message ?? ''}`)
  const engine = createEgressEngine(readWorkspace(join(folder, 'workspace')), DEFAULT_MESH_OPTIONS)
  return explainCalls(engine, calls).map((ours, index) => {
    const istio = answers[index]
    const entry = ours.entry ? `${ours.entry.kind} ${ours.entry.namespace}/${ours.entry.name}` : ''
    return {
      id: ours.id,
      verdict: istio?.verdict ?? 'unanswered',
      istio: [istio?.verdict, istio?.cluster, istio?.via ?? '', istio?.resourceHint ?? ''].join(' | '),
      ours: [ours.verdict, ours.cluster, ours.via ?? '', entry].join(' | '),
      ambiguous: ours.ambiguous,
      reason: ours.reason,
      call: JSON.stringify({ from: calls[index]?.from, ...calls[index]?.call }),
    }
  })
}
