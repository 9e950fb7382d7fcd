import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WorkspaceEdit } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const ownExample = join(import.meta.dirname, '../extension/workspaces/own-example')

/** A folder on disk that a test may change. */
export interface TestWorkspace {
  readonly folder: string
  readonly uri: string
  uriOf(path: string): string
  read(path: string): string
  write(path: string, text: string): void
  /** A file, or a folder with all that is in it. */
  delete(path: string): void
  /** Does on disk what an editor does with an edit and a save; gives the files that changed. */
  apply(edit: WorkspaceEdit): readonly string[]
  remove(): void
}

/** A copy of the user's own example: `db.example.com:5432` declared in `frontend`, called from `default`. */
export function ownExampleWorkspace(): TestWorkspace {
  const workspace = emptyWorkspace()
  cpSync(ownExample, workspace.folder, { recursive: true })
  return workspace
}

function emptyWorkspace(): TestWorkspace {
  const folder = mkdtempSync(join(tmpdir(), 'istio-egress-protocol-'))
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).toString()
  const read = (path: string) => readFileSync(join(folder, path), 'utf8')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return {
    folder,
    uri: pathToFileURL(folder).toString(),
    uriOf,
    read,
    write,
    delete: (path) => rmSync(join(folder, path), { recursive: true }),
    apply: (edit) => applyEdit(edit, (uri) => decodeURIComponent(uri.slice(uriOf('').length)), read, write),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function applyEdit(
  edit: WorkspaceEdit,
  pathOf: (uri: string) => string,
  read: (path: string) => string,
  write: (path: string, text: string) => void,
): readonly string[] {
  const changed = new Set<string>()
  const textEdits = (uri: string, edits: readonly object[]) => {
    const document = TextDocument.create(uri, 'yaml', 0, read(pathOf(uri)))
    write(pathOf(uri), TextDocument.applyEdits(document, edits.filter(isTextEdit)))
    changed.add(uri)
  }
  for (const change of edit.documentChanges ?? []) {
    if ('textDocument' in change) textEdits(change.textDocument.uri, change.edits)
    else if (change.kind === 'create') {
      write(pathOf(change.uri), '')
      changed.add(change.uri)
    } else throw new Error(`no fix should ${change.kind} a file`)
  }
  for (const [uri, edits] of Object.entries(edit.changes ?? {})) textEdits(uri, edits)
  return [...changed]
}

type TextEdit = Parameters<typeof TextDocument.applyEdits>[1][number]
const isTextEdit = (edit: object): edit is TextEdit => 'newText' in edit && 'range' in edit
