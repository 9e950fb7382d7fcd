/** What a name in a folder stands for. A link is followed by `stat` and `realPath`. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other'

export interface DirEntry {
  readonly name: string
  readonly kind: EntryKind
}

/** A value now or later: an implementation answers whichever way its platform is fastest. */
export type MaybePromise<T> = T | Promise<T>

/**
 * The files as some platform has them: Node's disk, an editor's virtual workspace, a map in a test. URIs are as
 * `normalizeUri` writes them. Implementations may throw or reject; whoever calls them here turns that into problems.
 */
export interface FileSystem {
  readDirectory(uri: string): MaybePromise<readonly DirEntry[]>
  /** The bytes of a file. One larger than `maxBytes` (left out: `MAX_FILE_BYTES`) may be refused with the code `EFBIG`. */
  readFile(uri: string, maxBytes?: number): MaybePromise<Uint8Array>
  /** What a URI stands for, links followed. Left out: links are not followed. */
  stat?(uri: string): MaybePromise<EntryKind>
  /** The URI behind all links. Left out: links are not followed. */
  realPath?(uri: string): MaybePromise<string>
}

/** A file or folder that could not be read, in words for people: what is wrong and how to mend it. */
export interface ReadProblem {
  readonly uri: string
  readonly reason: 'missing' | 'no-permission' | 'link-loop' | 'too-deep' | 'too-large' | 'binary' | 'unreadable'
  readonly message: string
}

/** The problem behind an error of a file system: Node's codes and those of VS Code's `FileSystemError` are known. */
export function readProblemOf(uri: string, error: unknown): ReadProblem {
  const code = codeOf(error)
  if (/^(ENOENT|ENOTDIR|FileNotFound|FileNotADirectory)/.test(code)) {
    return { uri, reason: 'missing', message: 'It does not exist. Check the path, or restore the file.' }
  }
  if (/^(EACCES|EPERM|NoPermissions)/.test(code)) {
    return {
      uri,
      reason: 'no-permission',
      message: 'It may not be read. Give yourself read permission, or exclude it.',
    }
  }
  if (code === 'ELOOP') {
    return { uri, reason: 'link-loop', message: 'Its symbolic links lead in a circle. Mend or remove the link.' }
  }
  if (code === 'EFBIG') return tooLarge(uri)
  const detail = error instanceof Error ? error.message : String(error)
  return { uri, reason: 'unreadable', message: `It could not be read (${detail}). Mend that, or exclude it.` }
}

/** Files above this size, in bytes, are left out. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024

/** The problem of a file above `MAX_FILE_BYTES`. */
export function tooLarge(uri: string): ReadProblem {
  return {
    uri,
    reason: 'too-large',
    message: `It is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB and was left out. Split it if it holds manifests, else exclude it.`,
  }
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
