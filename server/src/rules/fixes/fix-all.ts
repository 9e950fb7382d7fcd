import type { Finding, ReadText } from '../rule'
import { Draft } from './draft'
import type { Fix } from './fix'
import { renderDraft } from './render-draft'

/**
 * One change that opens the calls of many findings: each is tried on what those before it have made, so that a host
 * gets one entry, with all its ports, and no fix disturbs another. Findings without a sound fix are left alone.
 * @returns undefined where nothing can be fixed
 */
export async function fixAll(findings: Iterable<Pick<Finding, 'joint'>>, read: ReadText): Promise<Fix | undefined> {
  const joints = [...findings].flatMap(({ joint }) => joint ?? [])
  const [first] = joints
  if (!first) return undefined
  const draft = new Draft(first.mesh, read)
  const left = await planAll(joints, (joint) =>
    joint.mesh === draft.mesh ? joint.plan(draft) : Promise.resolve(false),
  )
  const fixed = joints.length - left.length
  if (fixed === 0) return undefined
  const title = fixed === 1 ? draft.title() : `Open all ${fixed} hosts that have a sound fix${draft.caveat()}`
  return renderDraft(draft, title, false)
}

/**
 * Plans each item; those that failed are tried again as long as others succeed, because one change can make room for
 * another: a TCP entry takes TLS hosts of its port only until they are declared.
 * @returns the items that found no way
 */
export async function planAll<T>(items: readonly T[], plan: (item: T) => Promise<boolean>): Promise<readonly T[]> {
  let left = items
  for (;;) {
    const failed: T[] = []
    for (const item of left) if (!(await plan(item))) failed.push(item)
    if (failed.length === left.length || failed.length === 0) return failed
    left = failed
  }
}
