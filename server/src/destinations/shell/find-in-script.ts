import type { FoundHost } from '../find-in-setting'
import type { SourceText } from '../source-text'
import { findInCommand } from './find-in-command'
import { readShell } from './shell-words'

/** Reads text that a script writes somewhere: a here-document. */
export type ReadDocument = (document: SourceText) => readonly FoundHost[]

/** Every host that a shell script calls. Variables are not followed, comments and printed text do not count. */
export function findInScript(script: SourceText, readDocument: ReadDocument, depth = 0): readonly FoundHost[] {
  const { commands, documents } = readShell(script)
  const nested = (inner: SourceText) => (depth < 4 ? findInScript(inner, readDocument, depth + 1) : [])
  return [...commands.flatMap((words) => findInCommand(words, nested)), ...documents.flatMap(readDocument)]
}
