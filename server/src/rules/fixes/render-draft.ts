import { isKustomizationFile } from '../../kubernetes/kustomization'
import type { Mesh } from '../../mesh/mesh'
import type { TextEdit } from '../../text/edit'
import { applyEdits } from '../../text/edit'
import { childOf } from '../../yaml/node'
import { readYaml } from '../../yaml/reader'
import type { ReadText } from '../rule'
import type { CreatedEntry, Draft } from './draft'
import { type DocumentStyle, entryYaml } from './entry-yaml'
import type { FileChange, Fix } from './fix'
import { resourceEdits } from './resource-edits'
import { appendItems, insertPair, lineEndOf } from './yaml-edit'

/**
 * A draft as changes of files: edits where a file is there, new files where none is.
 * @returns undefined if the draft changes nothing, or if a file cannot be changed so that it says what the draft says
 */
export async function renderDraft(draft: Draft, title: string, preferred: boolean): Promise<Fix | undefined> {
  const edits = new Map<string, TextEdit[]>()
  const created: FileChange[] = []
  const addEdits = (uri: string, more: readonly TextEdit[]) => edits.set(uri, [...(edits.get(uri) ?? []), ...more])
  for (const [uri, changes] of groupBy(draft.changed, (change) => change.uri)) {
    const found = await resourceEdits(uri, changes, draft.read)
    if (!found) return undefined
    addEdits(uri, found)
  }
  for (const [uri, entries] of groupBy(draft.created, ({ target }) => target.uri)) {
    if (entries.every(({ target }) => target.isNew)) {
      created.push({ kind: 'create', uri, text: await newFile(entries, draft) })
      continue
    }
    const text = await draft.read(uri)
    if (text === undefined) return undefined
    addEdits(uri, [appendDocuments(text, entries, draft)])
  }
  for (const [uri, paths] of listings(draft)) {
    const found = await listingEdits(uri, paths, draft.read)
    if (!found) return undefined
    addEdits(uri, found)
  }
  const changes: FileChange[] = [
    ...created,
    ...[...edits].map(([uri, list]) => ({ kind: 'edit' as const, uri, edits: list })),
  ]
  return changes.length > 0 ? { title, preferred, changes } : undefined
}

/**
 * A generated entry as a document of its own, in the style of the file in which it will stand. One that takes its whole
 * port says so in a comment, unless DNS capture gives every entry an address of its own.
 */
export function entryDocument({ entry, target }: CreatedEntry, style: DocumentStyle, mesh: Mesh): string {
  const ports = entry.ports.filter(({ protocol }) => protocol === 'TCP').map(({ number }) => number)
  const hasDnsCapture = mesh.resources.meshConfigs.some(({ resource }) => resource.dnsCapture)
  const takesPorts = ports.length > 0 && entry.addresses.length === 0 && !hasDnsCapture
  const comment = takesPorts
    ? `# Envoy tells TCP hosts apart by address alone: without addresses this entry takes every TCP call on port ${ports.join(', ')}.${style.lineEnd}`
    : ''
  return comment + entryYaml(entry, target.namespace, style)
}

async function newFile(entries: readonly CreatedEntry[], draft: Draft): Promise<string> {
  const [first] = entries
  const model = first && (await draft.read(first.target.listedIn[0]?.uri ?? ''))
  const style = { lineEnd: lineEndOf(model ?? ''), indentedLists: indentsLists(model ?? '') }
  return entries.map((each) => entryDocument(each, style, draft.mesh)).join(`---${style.lineEnd}`)
}

/** Puts documents at the end of a file, each behind a `---` of its own. */
function appendDocuments(text: string, entries: readonly CreatedEntry[], draft: Draft): TextEdit {
  const lineEnd = lineEndOf(text)
  const style = { lineEnd, indentedLists: indentsLists(text) }
  const documents = entries.map((each) => entryDocument(each, style, draft.mesh)).join(`---${lineEnd}`)
  const gap = text === '' || /[\r\n]$/.test(text) ? '' : lineEnd
  const isOpen = text.trim() === '' || /(^|[\r\n])---[ \t]*[\r\n]*$/.test(text.slice(-200))
  const end = text.length
  return { range: { start: end, end }, newText: `${gap}${isOpen ? '' : `---${lineEnd}`}${documents}` }
}

/** True unless the text's first block list stands at the column of its key. */
function indentsLists(text: string): boolean {
  const found = /^([ ]*)[\w"'./-]+:[ \t]*(?:#[^\r\n]*)?\r?\n([ ]*)- /m.exec(text)
  return found === null || (found[2] ?? '').length > (found[1] ?? '').length
}

function listings(draft: Draft): ReadonlyMap<string, readonly string[]> {
  const byUri = new Map<string, Set<string>>()
  for (const { target } of draft.created) {
    for (const { uri, path } of target.listedIn) byUri.set(uri, (byUri.get(uri) ?? new Set()).add(path))
  }
  return new Map([...byUri].map(([uri, paths]) => [uri, [...paths]]))
}

/** Adds paths to `resources` of a kustomization. */
async function listingEdits(
  uri: string,
  paths: readonly string[],
  read: ReadText,
): Promise<readonly TextEdit[] | undefined> {
  const text = await read(uri)
  if (text === undefined || !isKustomizationFile(uri)) return undefined
  const root = readYaml(text)[0]?.root
  if (root?.kind !== 'map') return undefined
  const list = childOf(root, 'resources')
  const edit = list?.kind === 'sequence' ? appendItems(text, list, paths) : insertPair(text, root, 'resources', paths)
  if (!edit || (list !== undefined && list.kind !== 'sequence')) return undefined
  const after = readYaml(applyEdits(text, [edit]))[0]
  return after && after.errors.length === 0 ? [edit] : undefined
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
