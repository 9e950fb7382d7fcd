import type { Mesh } from '../mesh/mesh'
import type { PlacedRef } from '../registry/placed'
import { code, plain } from './markdown'
import { namespaceOfFile } from './status'

/** One call of a file's namespace, explained as a Markdown document. */
export interface Explanation {
  readonly title: string
  readonly markdown: string
}

/** `HOST:PORT`; an IPv6 address stands in brackets. */
const CALL = /^(?:\[([0-9a-fA-F:.]+)\]|([^\s:/]+)):(\d{1,5})$/

/** The host and port of `HOST:PORT`; undefined for anything else. */
export function parseCall(text: string): { readonly host: string; readonly port: number } | undefined {
  const match = CALL.exec(text.trim())
  const port = Number(match?.[3])
  const host = match?.[1] ?? match?.[2]
  return host === undefined || port < 1 || port > 65_535 ? undefined : { host, port }
}

/**
 * What becomes of a call from a file's namespace and why, step by step; undefined if `call` is no `HOST:PORT`.
 * @param namespace replaces the file's own
 */
export function explainForPeople(
  mesh: Mesh,
  uri: string,
  call: string,
  namespace: string | undefined,
  linkTo: (ref: PlacedRef) => string,
): Explanation | undefined {
  const parsed = parseCall(call)
  if (!parsed) return undefined
  const from = namespace ?? namespaceOfFile(mesh, uri) ?? 'default'
  const labels = mesh.resources.workloads.find((workload) => workload.uri === uri)?.resource.podLabels ?? {}
  const verdict = mesh.engine.verdict({ namespace: from, labels }, { ...parsed, protocol: null })
  const steps = verdict.steps.map((step, i) => `${i + 1}. ${plain(step.text)}${step.at ? ` (${linkTo(step.at)})` : ''}`)
  const parts = [
    `# ${code(`${call.trim()} from ${from}`)}: ${verdict.outcome}`,
    plain(verdict.reason),
    verdict.symptom ? `What the caller sees: ${plain(verdict.symptom)}.` : '',
    steps.length > 0 ? `## How Istio decides\n\n${steps.join('\n')}` : '',
    verdict.cluster ? `Envoy's cluster: ${code(verdict.cluster)}.` : '',
    verdict.ambiguous
      ? 'The files do not say which object is older, and that decides; Istio may choose otherwise.'
      : '',
  ]
  return {
    title: `${call.trim().replace(/[^\w.-]/g, '-')} from ${from}`,
    markdown: `${parts.filter(Boolean).join('\n\n')}\n`,
  }
}
