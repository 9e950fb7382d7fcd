import { Pair, parseLines } from 'dot-properties'
import type { Setting } from '../setting'
import { composeSource, type Piece, type SourceText } from '../source-text'

/** Java's `.properties`: keys as written, values with their escapes undone. */
export function readProperties(source: SourceText): readonly Setting[] {
  return parseLines(source.text, true).flatMap((node) => {
    if (!(node instanceof Pair) || !node.range) return []
    const [, , start, end] = node.range as readonly number[]
    if (start === undefined || end === undefined || end <= start) return []
    return [{ path: [node.key], value: unescaped(source, start, end) }]
  })
}

const CONTROL: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', f: '\f' }

/** Escapes and continued lines of a value (java.util.Properties). */
function unescaped(source: SourceText, start: number, end: number): SourceText {
  const { text } = source
  const pieces: Piece[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(/\\(?:u([0-9a-fA-F]{4})|\r?\n[ \t]*|[\s\S])/g)) {
    const from = start + match.index
    if (from > at) pieces.push({ text: text.slice(at, from), start: at, end: from })
    at = from + match[0].length
    const char = match[0][1] ?? ''
    const value = match[1]
      ? String.fromCharCode(Number.parseInt(match[1], 16))
      : /[\r\n]/.test(char)
        ? ''
        : (CONTROL[char] ?? char)
    if (value !== '') pieces.push({ text: value, start: from, end: at })
  }
  if (at < end) pieces.push({ text: text.slice(at, end), start: at, end })
  return composeSource(source, pieces)
}
