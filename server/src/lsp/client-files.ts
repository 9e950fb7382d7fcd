import type { Connection } from 'vscode-languageserver'
import { type DirEntry, type FileSystem, MAX_FILE_BYTES } from '../files/file-system'
import {
  type DirectoryEntry,
  type ReadDirectoryParams,
  type ReadFileParams,
  type ReadFileResult,
  readDirectoryRequest,
  readFileRequest,
} from './requests'

/** Every platform has it; the core's compiler settings know neither Node nor the DOM. */
declare const atob: (base64: string) => string

const KINDS: Readonly<Record<DirectoryEntry['kind'], DirEntry['kind']>> = {
  file: 'file',
  folder: 'directory',
  other: 'other',
}

/** Files that the client reads for us: in the browser, and in workspaces that lie on no disk. */
export function clientFiles(connection: Connection): FileSystem {
  return {
    async readDirectory(uri) {
      const params: ReadDirectoryParams = { uri }
      const entries = await connection.sendRequest<readonly DirectoryEntry[] | null>(readDirectoryRequest, params)
      if (!entries) throw missing()
      return entries.map(({ name, kind }) => ({ name, kind: KINDS[kind] }))
    },
    async readFile(uri, maxBytes = MAX_FILE_BYTES) {
      const params: ReadFileParams = { uri, maxBytes }
      const file = await connection.sendRequest<ReadFileResult | null>(readFileRequest, params)
      if (!file) throw missing()
      if (file.tooLarge === true) throw Object.assign(new Error('It is too large.'), { code: 'EFBIG' })
      return Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0))
    },
  }
}

/** No files at all, for a client that reads none for us: only what it opens is known. */
export const noFiles: FileSystem = {
  readDirectory: () => [],
  readFile() {
    throw missing()
  },
}

function missing(): Error {
  return Object.assign(new Error('There is no such file.'), { code: 'FileNotFound' })
}
