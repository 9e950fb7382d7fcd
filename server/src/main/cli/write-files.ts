import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { decode } from '../../files/decode'
import { encode } from '../../files/encode'
import type { FileChange } from '../../rules/fixes/fix'
import { applyEdits } from '../../text/edit'
import { nodeFiles, pathOf } from '../node-files'
import type { LoadedWorkspace } from './load'
import { note } from './output'
import { UsageError } from './usage-error'

/** A file that was written; its shown path. */
export interface WrittenFile {
  readonly file: string
  readonly isNew: boolean
}

/** Writes changes to disk, each file whole or not at all, in the encoding that it had. */
export function applyFileChanges(changes: readonly FileChange[], loaded: LoadedWorkspace): readonly WrittenFile[] {
  const written: WrittenFile[] = []
  for (const change of changes) {
    const path = pathOf(change.uri)
    const file = loaded.pathOf(change.uri)
    if (change.kind === 'create') {
      if (existsSync(path)) {
        note(`${file} exists already and was left as it is.`)
        continue
      }
      writeWhole(path, new TextEncoder().encode(change.text))
    } else {
      const bytes = edited(change.uri, change.edits)
      if (!bytes) {
        note(`${file} holds bytes that are no text; it was left as it is. Save it as UTF-8.`)
        continue
      }
      writeWhole(path, bytes)
    }
    written.push({ file, isNew: change.kind === 'create' })
  }
  return written
}

function edited(uri: string, edits: Parameters<typeof applyEdits>[1]): Uint8Array | undefined {
  const result = decode(uri, nodeFiles.readFile(uri))
  if (!('decoded' in result) || result.decoded.lossy) return undefined
  return encode(applyEdits(result.decoded.text, edits), result.decoded.encoding)
}

/** Writes beside the file and then puts it in its place, so that nobody ever sees half of it. */
export function writeWhole(path: string, bytes: Uint8Array): void {
  const beside = `${path}.${process.pid}.tmp`
  try {
    mkdirSync(dirname(path), { recursive: true })
    const mode = existsSync(path) ? statSync(path).mode : 0o644
    writeFileSync(beside, bytes, { mode, flag: 'wx' })
    renameSync(beside, path)
  } catch (error) {
    rmSync(beside, { force: true })
    throw new UsageError(`${path} cannot be written (${error instanceof Error ? error.message : String(error)}).`)
  }
}
