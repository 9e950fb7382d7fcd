import type { JudgedCall } from '../mesh/mesh'
import type { PlacedRef } from '../registry/placed'
import type { CallTrouble } from './call-trouble'

/** More names than this in a message are counted, not listed. */
const LISTED = 2

/** `api.stripe.com:443`, or the host alone where nothing says a port. */
export function destinationText({ destination: { fact } }: Pick<CallTrouble, 'destination'>): string {
  const host = fact.host.includes(':') ? `[${fact.host}]` : fact.host
  return fact.port === null ? host : `${host}:${fact.port}`
}

/** The namespaces from which the calls come, sorted, each once. */
export function namespacesOf(calls: readonly JudgedCall[]): readonly string[] {
  return [...new Set(calls.map((call) => call.namespace))].sort()
}

/** `namespace shop`, `namespaces dev and prod`, `namespaces a, b and 3 more`. */
export function namespacesText(calls: readonly JudgedCall[]): string {
  const names = namespacesOf(calls)
  return `${names.length === 1 ? 'namespace' : 'namespaces'} ${listText(names)}`
}

/** The callers for a sentence: `Deployment shop/cart`; undefined where nobody is known to call. */
export function callersText(calls: readonly JudgedCall[]): string | undefined {
  const names = [...new Set(calls.flatMap(({ workload }) => (workload ? [refText(workload)] : [])))]
  return names.length > 0 ? listText(names) : undefined
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listText(names: readonly string[], listed: number = LISTED): string {
  if (names.length <= 1) return names[0] ?? ''
  if (names.length <= listed) return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  return `${names.slice(0, listed).join(', ')} and ${names.length - listed} more`
}

/** `ServiceEntry frontend/db`. */
export function refText({ kind, namespace, name }: PlacedRef): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`
}

/** What is only assumed about a finding's calls, in sentences; empty where everything is certain. */
export function assumptionText({ destination, calls }: CallTrouble): string {
  const parts: string[] = []
  if (destination.fact.confidence === 'low') parts.push('The text only looks like a host.')
  if (calls.every((call) => call.workload === undefined)) {
    parts.push(`No workload of these files is seen to use it; ${namespacesText(calls)} is assumed.`)
  } else if (calls.every((call) => call.assumed)) {
    parts.push(`Nothing here names a namespace; ${namespacesOf(calls).join(', ')} is assumed.`)
  }
  return parts.join(' ')
}

/** True if a finding on the calls rests on a guess. */
export function isAssumed({ destination, calls }: CallTrouble): boolean {
  return destination.fact.confidence === 'low' || calls.every((call) => call.assumed || call.workload === undefined)
}

/** Sentences in a row, each with its final stop. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts
    .map((part) => part?.trim())
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]$/.test(part ?? '') ? part : `${part}.`))
    .join(' ')
}
