import type { JudgedCall, JudgedDestination } from '../../mesh/mesh'
import type { PlacedRef } from '../../registry/placed'
import { code, plain } from '../markdown'

/** Where a reference stands, as a Markdown link or its bare name. */
export type LinkTo = (ref: PlacedRef) => string

/** More callers than this are counted, not listed. */
const LISTED = 6

/** What becomes of the calls to one destination: verdict by calling namespace, the way there, the entry that serves it. */
export function destinationHover(destination: JudgedDestination, linkTo: LinkTo): string {
  const { host, port, protocol } = destination.fact
  const title = `**${code(port === null ? host : `${host}:${port}`)}**${protocol ? ` ${plain(protocol)}` : ''}`
  const verdicts = distinctVerdicts(destination.calls)
  const lines = verdicts.slice(0, LISTED).map((calls) => verdictLine(calls))
  if (verdicts.length > LISTED) lines.push(`- and ${verdicts.length - LISTED} more callers`)
  const worst = verdicts.find(([call]) => call && isTrouble(call)) ?? verdicts[0]
  const call = worst?.[0]
  return [title, lines.join('\n'), call ? wayThere(call, linkTo) : ''].filter(Boolean).join('\n\n')
}

/** Calls of one namespace with one answer stand together. */
function distinctVerdicts(calls: readonly JudgedCall[]): readonly (readonly JudgedCall[])[] {
  const groups = new Map<string, JudgedCall[]>()
  for (const call of calls) {
    const id = `${call.namespace} ${call.outcome} ${call.verdict.reason} ${call.bypass ?? ''} ${call.doubt ?? ''}`
    const group = groups.get(id)
    if (group) group.push(call)
    else groups.set(id, [call])
  }
  return [...groups.values()].sort((a, b) => (a[0]?.namespace ?? '').localeCompare(b[0]?.namespace ?? '', 'en'))
}

function isTrouble(call: JudgedCall): boolean {
  return call.outcome === 'blocked' || call.outcome === 'captured' || call.outcome === 'error'
}

function verdictLine(calls: readonly JudgedCall[]): string {
  const [call] = calls
  if (!call) return ''
  const workloads = [
    ...new Set(calls.flatMap(({ workload }) => (workload ? [`${workload.kind}/${workload.name}`] : []))),
  ]
  const who = workloads.length > 0 ? ` (${workloads.map(code).join(', ')})` : ''
  const guess = call.assumed ? ', assumed' : ''
  return `- ${call.outcome} from ${code(call.namespace)}${guess}${who}${why(call)}`
}

function why(call: JudgedCall): string {
  if (call.bypass !== undefined) return `: ${plain(call.bypass)}`
  if (call.doubt !== undefined) return `: ${plain(call.doubt)}`
  if (call.outcome === 'unknown') return ': the overlays that include this file do not agree'
  const symptom = call.verdict.symptom ? `: ${plain(call.verdict.symptom)}` : ''
  return symptom
}

/** The steps, which say why; the finding's own sentence stands beside the hover in every editor. */
function wayThere(call: JudgedCall, linkTo: LinkTo): string {
  const { entry, cluster, reason, steps } = call.verdict
  const rows = steps.map((step, i) => `${i + 1}. ${plain(step.text)}${step.at ? ` (${linkTo(step.at)})` : ''}`)
  const way = rows.length > 0 ? rows.join('\n') : plain(reason)
  const served = entry ? `Served by ${linkTo(entry)}${cluster ? `, cluster ${code(cluster)}` : ''}.` : ''
  return [way, served].filter(Boolean).join('\n\n')
}
