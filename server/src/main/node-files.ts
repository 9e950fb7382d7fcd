import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs'
import { URI } from 'vscode-uri'
import { type DirEntry, type EntryKind, type FileSystem, MAX_FILE_BYTES } from '../files/file-system'

/** The disk, read synchronously: on a warm page cache nothing else is as fast. Errors are thrown with Node's codes. */
export const nodeFiles = {
  readDirectory(uri: string): readonly DirEntry[] {
    const entries = readdirSync(pathOf(uri), { withFileTypes: true })
    return entries.map((entry) => ({ name: entry.name, kind: entry.isSymbolicLink() ? 'link' : kindOf(entry) }))
  },
  readFile: (uri: string, maxBytes?: number): Uint8Array => readFile(pathOf(uri), maxBytes ?? MAX_FILE_BYTES),
  stat: (uri: string): EntryKind => kindOf(statSync(pathOf(uri))),
  realPath: (uri: string): string => uriOf(realpathSync.native(pathOf(uri))),
} satisfies FileSystem

/** The URI of an absolute path on this machine, as `normalizeUri` writes it. */
export function uriOf(path: string): string {
  const uri = URI.file(path).toString()
  return uri.endsWith('/') && uri !== 'file:///' ? uri.slice(0, -1) : uri
}

/** The path of a `file:` URI on this machine. */
export function pathOf(uri: string): string {
  if (process.platform !== 'win32' && /^file:\/\/\/[\w./~-]*$/.test(uri)) return uri.slice('file://'.length)
  return URI.parse(uri).fsPath
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  if (entry.isFile()) return 'file'
  return entry.isDirectory() ? 'directory' : 'other'
}

/** Reads a regular file: its size is looked at first, and a pipe or device is never waited for. */
function readFile(path: string, maxBytes: number): Uint8Array {
  const handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stat = fstatSync(handle)
    if (stat.isDirectory()) throw errorWithCode('EISDIR', 'it is a folder')
    if (!stat.isFile()) throw errorWithCode('EINVAL', 'it is no regular file')
    if (stat.size > maxBytes) throw errorWithCode('EFBIG', 'it is too large')
    const bytes = Buffer.allocUnsafe(stat.size)
    let length = 0
    while (length < stat.size) {
      const read = readSync(handle, bytes, length, stat.size - length, null)
      if (read === 0) break
      length += read
    }
    return bytes.subarray(0, length)
  } finally {
    closeSync(handle)
  }
}

function errorWithCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
