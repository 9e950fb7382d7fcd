import type { DirEntry, FileSystem } from '../files/file-system'

/** Files in memory, by URI; a folder exists where a file lies in it. */
export class MemoryFiles implements FileSystem {
  private readonly files = new Map<string, Uint8Array>()

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [uri, text] of Object.entries(files)) this.write(uri, text)
  }

  write(uri: string, content: string | Uint8Array): void {
    this.files.set(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }

  remove(uri: string): void {
    this.files.delete(uri)
  }

  uris(): readonly string[] {
    return [...this.files.keys()]
  }

  readDirectory(uri: string): readonly DirEntry[] {
    const entries = new Map<string, DirEntry>()
    for (const file of this.files.keys()) {
      if (!file.startsWith(`${uri}/`)) continue
      const [name = '', ...rest] = file.slice(uri.length + 1).split('/')
      entries.set(name, { name, kind: rest.length > 0 ? 'directory' : 'file' })
    }
    return [...entries.values()]
  }

  readFile(uri: string): Uint8Array {
    const bytes = this.files.get(uri)
    if (!bytes) throw Object.assign(new Error(`${uri} does not exist`), { code: 'ENOENT' })
    return bytes
  }
}
