import type { TextEdit as LspEdit, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { FileChange, Fix } from '../rules/fixes/fix'
import type { ReadText } from '../rules/rule'
import type { TextEdit } from '../text/edit'
import { lineStartsOf } from '../text/line-starts'
import { toLspRange } from './diagnostics'

/** What an editor can do with an edit. */
export interface EditAbilities {
  readonly documentChanges: boolean
  readonly createsFiles: boolean
}

/**
 * A fix as LSP says it. An editor that cannot make files gets the new text at the end of `fallbackUri` instead.
 * undefined if a file that would be edited cannot be read any more.
 */
export async function toWorkspaceEdit(
  fix: Fix,
  fallbackUri: string,
  read: ReadText,
  abilities: EditAbilities,
): Promise<WorkspaceEdit | undefined> {
  const changes = abilities.createsFiles
    ? fix.changes
    : withoutNewFiles(fix.changes, fallbackUri, await read(fallbackUri))
  const edits = new Map<string, LspEdit[]>()
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = []
  for (const change of changes) {
    if (change.kind === 'create') {
      documentChanges.push({ kind: 'create', uri: change.uri, options: { overwrite: false, ignoreIfExists: false } })
      documentChanges.push(documentEdit(change.uri, [{ range: START, newText: change.text }]))
      continue
    }
    const text = await read(change.uri)
    if (text === undefined) return undefined
    const lspEdits = change.edits.map((edit) => toLspEdit(edit, text))
    edits.set(change.uri, [...(edits.get(change.uri) ?? []), ...lspEdits])
    documentChanges.push(documentEdit(change.uri, lspEdits))
  }
  const needsDocumentChanges = changes.some((change) => change.kind === 'create')
  if (needsDocumentChanges || abilities.documentChanges) return { documentChanges }
  return { changes: Object.fromEntries(edits) }
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }

function documentEdit(uri: string, edits: LspEdit[]): TextDocumentEdit {
  return { textDocument: { uri, version: null }, edits }
}

function toLspEdit(edit: TextEdit, text: string): LspEdit {
  return { range: toLspRange(lineStartsOf(text), edit.range), newText: edit.newText }
}

/** New files become documents at the end of the given file; a kustomization that would list them stays as it is. */
function withoutNewFiles(
  changes: readonly FileChange[],
  fallbackUri: string,
  fallbackText: string | undefined,
): readonly FileChange[] {
  const created = changes.filter((change) => change.kind === 'create')
  if (created.length === 0 || fallbackText === undefined) return changes
  const end = { start: fallbackText.length, end: fallbackText.length }
  const lineEnd = fallbackText.includes('\r\n') ? '\r\n' : '\n'
  const gap = fallbackText === '' || fallbackText.endsWith('\n') ? '' : lineEnd
  return created.map((change) => ({
    kind: 'edit',
    uri: fallbackUri,
    edits: [{ range: end, newText: `${gap}---${lineEnd}${change.text}` }],
  }))
}
