import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type DirectoryEntry,
  type ReadDirectoryParams,
  type ReadFileParams,
  type ReadFileResult,
  readDirectoryRequest,
  readFileRequest,
} from '../../server/src/lsp/requests'

/** Reads files and folders for a server that has no disk: in the browser, and in workspaces that are not on one. */
export function answerFileRequests(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    client.onRequest(readDirectoryRequest, ({ uri }: ReadDirectoryParams) => readDirectory(uri)),
    client.onRequest(readFileRequest, (params: ReadFileParams) => readFile(params)),
  )
}

async function readDirectory(uri: string): Promise<readonly DirectoryEntry[] | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri))
    return entries.map(([name, type]) => ({ name, kind: kindOf(type) }))
  } catch {
    return null
  }
}

/** A link counts as what it leads to; VS Code sets both bits. */
function kindOf(type: vscode.FileType): DirectoryEntry['kind'] {
  if (type & vscode.FileType.Directory) return 'folder'
  return type & vscode.FileType.File ? 'file' : 'other'
}

async function readFile({ uri: text, maxBytes }: ReadFileParams): Promise<ReadFileResult | null> {
  const uri = vscode.Uri.parse(text)
  try {
    if (maxBytes !== undefined && (await vscode.workspace.fs.stat(uri)).size > maxBytes) {
      return { base64: '', tooLarge: true }
    }
    return { base64: base64Of(await vscode.workspace.fs.readFile(uri)) }
  } catch {
    return null
  }
}

/** In slices, since a call takes a limited number of arguments. */
function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  }
  return btoa(binary)
}
