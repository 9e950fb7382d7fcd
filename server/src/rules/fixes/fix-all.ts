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
  let draft: Draft | undefined
  let fixed = 0
  for (const { joint } of findings) {
    if (!joint) continue
    draft ??= new Draft(joint.mesh, read)
    if (draft.mesh === joint.mesh && (await joint.plan(draft))) fixed++
  }
  if (!draft || fixed === 0) return undefined
  const notes = draft.notes.length
  const title =
    fixed === 1
      ? (draft.notes[0] ?? 'Open the blocked host')
      : `Open all ${fixed} blocked hosts that have a sound fix (${notes} changes)`
  return renderDraft(draft, title, false)
}
