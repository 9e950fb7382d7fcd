import type { CallToExplain } from '../../../server/src/egress/parse-calls'

/** What both our engine and Istio say of a call. */
export interface Answer {
  readonly id: string
  readonly verdict: string
  readonly ambiguous?: boolean
}

/**
 * The calls that are worse off: that worked or passed and no longer do, or that were dropped and now reach somebody
 * else's server. What a title says beforehand, with the host named, is no surprise.
 */
export function worseCalls(
  before: ReadonlyMap<string, Answer>,
  after: readonly Answer[],
  calls: readonly CallToExplain[],
  title: string,
): readonly string[] {
  return after.flatMap(({ id, verdict, ambiguous }) => {
    const old = before.get(id)
    const call = calls.find((each) => each.id === id)
    if (!old || !call) return []
    const isTied = old.verdict === 'registered' && ambiguous === true && old.ambiguous === false
    if (!isTied && !isWorse(old.verdict, verdict)) return []
    const announced = title.includes(`also takes`) && title.includes(call.call.host)
    return announced ? [] : [`${id} (${old.verdict} → ${verdict}${isTied ? ', by age' : ''})`]
  })
}

function isWorse(before: string, after: string): boolean {
  if (before === after || after === 'registered') return false
  if (before === 'registered') return true
  if (before === 'passthrough') return true
  return before === 'blocked' && after === 'captured'
}
