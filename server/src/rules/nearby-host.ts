import { isWildcardHost } from '../istio/host-name'
import type { Mesh } from '../mesh/mesh'
import type { CallTrouble } from './call-trouble'

/** In shorter labels one letter is all the difference: `db1` and `db2` are two hosts, not a slip of the pen. */
const SHORTEST_LABEL = 5

/**
 * A hint where a declared host comes close to the one that is called: a slip of the pen, or a wildcard that does not
 * cover its own apex. Empty where nothing is near.
 */
export function nearbyHostHint({ destination: { fact } }: Pick<CallTrouble, 'destination'>, mesh: Mesh): string {
  const { host } = fact
  const { declarations } = mesh.engine
  const wildcard = `*.${host}`
  if (declarations.isEntryHost(wildcard))
    return `The declared wildcard ${wildcard} covers names below ${host}, never ${host} itself`
  const [near] = [...declarations.similarHosts(host)]
    .filter((declared) => !isWildcardHost(declared) && isSlip(host, declared))
    .sort()
  return near === undefined ? '' : `Is ${near} meant? That one is declared`
}

/** True if the hosts differ by one slip in one label: a letter too many, too few, another one, or two swapped. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const left = a.split('.')
  const right = b.split('.')
  if (left.length !== right.length) return false
  const differing = left.flatMap((label, i) => (label === right[i] ? [] : [[label, right[i] ?? ''] as const]))
  const [pair] = differing
  return pair !== undefined && differing.length === 1 && labelsSlip(pair[0], pair[1])
}

function labelsSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < SHORTEST_LABEL) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [inA, inB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (/\d/.test(inA + inB)) return false
  if (inA.length <= 1 && inB.length <= 1) return true
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0]
}
