import { type Node, type ParseError, parseTree } from 'jsonc-parser'
import type { Setting } from '../setting'
import { composeSource, type Piece, type SourceText } from '../source-text'

/** Every value of a JSON text (comments and trailing commas allowed) with its keys; undefined if it is no JSON. */
export function readJsonSettings(source: SourceText): readonly Setting[] | undefined {
  const errors: ParseError[] = []
  const root = parseTree(source.text, errors, { allowTrailingComma: true })
  if (!root || (root.type !== 'object' && root.type !== 'array') || errors.length > 0) return undefined
  const settings: Setting[] = []
  collect(root, [], source, settings)
  return settings
}

function collect(node: Node | undefined, path: readonly string[], source: SourceText, settings: Setting[]): void {
  if (!node) return
  if (node.type === 'object') {
    for (const property of node.children ?? []) {
      const [key, value] = property.children ?? []
      collect(value, [...path, String(key?.value ?? '')], source, settings)
    }
  } else if (node.type === 'array') {
    node.children?.forEach((child, index) => void collect(child, [...path, `#${index}`], source, settings))
  } else if (node.type !== 'null') settings.push({ path, value: sourceOf(node, source) })
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' }

function sourceOf(node: Node, source: SourceText): SourceText {
  const quoted = node.type === 'string' ? 1 : 0
  return unescapedJson(source, node.offset + quoted, node.offset + node.length - quoted)
}

/** The text of a string between its quotes, with JSON's escapes undone (RFC 8259, 7). */
export function unescapedJson(source: SourceText, start: number, end: number): SourceText {
  const { text } = source
  const pieces: Piece[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(/\\(?:u([0-9a-fA-F]{4})|[\s\S])/g)) {
    const from = start + match.index
    if (from > at) pieces.push({ text: text.slice(at, from), start: at, end: from })
    at = from + match[0].length
    const char = match[0][1] ?? ''
    pieces.push({
      text: match[1] ? String.fromCharCode(Number.parseInt(match[1], 16)) : (ESCAPES[char] ?? char),
      start: from,
      end: at,
    })
  }
  if (at < end || pieces.length === 0) pieces.push({ text: text.slice(at, end), start: at, end })
  return composeSource(source, pieces)
}
