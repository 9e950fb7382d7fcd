import type { Resource } from '../../istio/resource-kinds'
import type { FileIndex } from '../../registry/file-index'
import { indexFile } from '../../registry/index-file'
import { applyEdits } from '../../text/edit'
import type { ReadText } from '../rule'
import type { Fix } from './fix'

/** A word of an object that is to be written in another way. */
export interface WordChange {
  readonly file: FileIndex
  /** Key of the object. */
  readonly key: string
  /** Where the word stands, such as `spec.resolution`. */
  readonly path: string
  readonly from: string
  readonly to: string
  readonly preferred: boolean
}

/**
 * Writes one word of an object in another way, quotes and comments kept. The edited text is read again: the fix is offered
 * only if the object is accepted as before and `isRight` holds of it.
 */
export async function wordFix(
  { file, key, path, from, to, preferred }: WordChange,
  read: ReadText,
  isRight: (after: Resource) => boolean,
): Promise<readonly Fix[]> {
  const range = file.places.resources.get(key)?.paths.get(path)
  const before = file.facts.resources.find((resource) => resource.key === key)
  const text = await read(file.uri)
  if (!range || !before || text === undefined) return []
  const edits = [{ range, newText: text.slice(range.start, range.end).replace(from, to) }]
  const after = indexFile(file.uri, applyEdits(text, edits)).facts.resources.find((resource) => resource.key === key)
  if (!after || after.rejections.length > before.rejections.length || !isRight(after)) return []
  return [{ title: `Write ${to}`, preferred, changes: [{ kind: 'edit', uri: file.uri, edits }] }]
}
