import type { TextEdit } from '../../text/edit'
import type { YamlMap, YamlNode, YamlPair, YamlPath, YamlScalar, YamlSequence } from '../../yaml/node'
import { columnOf, contentEnd, endOfLine, holds, pairEnd, startOfLine, trimmedEnd } from './yaml-extent'
import {
  DEFAULT_STYLE,
  type WriteStyle,
  writeBlock,
  writeFlow,
  writePair,
  writeString,
  type YamlValue,
} from './yaml-write'

/**
 * Edits of a YAML text that leave every other byte as it is. Each takes the text and nodes of its tree (`readYaml` of
 * that very text) and gives undefined where an edit would be unsafe: an anchor that other places share, an alias.
 */

/** How lines of the text end. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/**
 * The node at a path of which a change touches no other place: nothing on the way comes from an alias or a merge key,
 * and nothing carries an anchor or tag.
 */
export function ownNode(text: string, root: YamlNode, path: YamlPath): YamlNode | undefined {
  let node: YamlNode = root
  for (const step of path) {
    const child: YamlNode | undefined =
      typeof step === 'string' ? ownPair(node, step)?.value : node.kind === 'sequence' ? node.items[step] : undefined
    if (
      !child ||
      !holds(node, child) ||
      /[&!]\S*\s*$/.test(text.slice(Math.max(0, child.range.start - 200), child.range.start))
    ) {
      return undefined
    }
    node = child
  }
  return node
}

/** True if the map itself says the key (merge keys do not count). */
export function saysKey(node: YamlNode | undefined, key: string): boolean {
  return node !== undefined && ownPair(node, key) !== undefined
}

/** Puts another text in place of a scalar, in the same quotes where there are any. */
export function replaceScalar(node: YamlScalar, value: string): TextEdit | undefined {
  if (node.style === 'literal' || node.style === 'folded') return undefined
  return { range: node.range, newText: writeString(value, node.style === 'plain' ? undefined : node.style) }
}

/** Puts items behind the last one of a list, written as that one is. */
export function appendItems(text: string, list: YamlSequence, values: readonly YamlValue[]): TextEdit | undefined {
  const last = list.items.at(-1)
  if (values.length === 0 || (last && !holds(list, last))) return undefined
  const style = { ...styleLike(text, last), indentedLists: true }
  const ordered = values.map((value) => inOrderOf(value, last))
  if (list.flow)
    return appendInFlow(
      text,
      list,
      last,
      ordered.map((value) => writeFlow(value, style)),
    )
  if (list.items.length === 0) return undefined
  const indent = ' '.repeat(columnOf(text, list.range.start))
  const lineEnd = lineEndOf(text)
  const lines = ordered.flatMap((value) => {
    const oneLine = typeof value !== 'object' || (last?.kind === 'map' && last.flow)
    return oneLine ? [`- ${writeFlow(value, style)}`] : writeBlock([value], style)
  })
  const at = endOfLine(text, last ? contentEnd(text, last) : trimmedEnd(text, list.range.end))
  return { range: { start: at, end: at }, newText: lines.map((line) => lineEnd + indent + line).join('') }
}

/**
 * Puts a new key into a map: behind the key `after` where the map says it, else at its end. A list is written like the
 * first list of the map.
 */
export function insertPair(
  text: string,
  map: YamlMap,
  key: string,
  value: YamlValue,
  after?: string,
): TextEdit | undefined {
  const anchor = (after !== undefined ? ownPair(map, after) : undefined) ?? map.pairs.at(-1)
  if (map.flow) {
    const style = { ...styleLike(text, map), quote: map.pairs.length > 0 ? quoteOf(text, anchor?.value) : undefined }
    const [written = ''] = [writeFlow({ [key]: value }, { ...style, padded: false }).slice(1, -1)]
    return appendInFlow(text, map, anchor, [written])
  }
  if (!anchor) return undefined
  const sibling = map.pairs.map((pair) => pair.value).find((node) => node?.kind === 'sequence' && holds(map, node))
  const column = columnOf(text, anchor.key.range.start)
  const indentedLists =
    sibling && !isFlow(sibling) ? columnOf(text, sibling.range.start) > column : DEFAULT_STYLE.indentedLists
  const style = { ...styleLike(text, sibling), quoteKeys: false, indentedLists }
  const lines =
    sibling && isFlow(sibling) && typeof value === 'object'
      ? [`${key}: ${writeFlow(value, style)}`]
      : writePair(key, value, style)
  const at = endOfLine(text, pairEnd(text, map, anchor))
  const lineEnd = lineEndOf(text)
  const indent = ' '.repeat(column)
  return { range: { start: at, end: at }, newText: lines.map((line) => lineEnd + indent + line).join('') }
}

function ownPair(node: YamlNode, key: string): YamlPair | undefined {
  return node.kind === 'map' ? node.pairs.findLast((pair) => pair.key.value === key) : undefined
}

function isFlow(node: YamlNode): boolean {
  return node.kind !== 'scalar' && node.flow
}

/** Behind the last entry of a flow collection; on a line of its own where that one has such a line. */
function appendInFlow(
  text: string,
  collection: YamlMap | YamlSequence,
  last: YamlNode | YamlPair | undefined,
  items: readonly string[],
): TextEdit | undefined {
  if (!last) {
    const inside = { start: collection.range.start + 1, end: collection.range.end - 1 }
    if (text.slice(inside.start, inside.end).trim() !== '') return undefined
    return { range: inside, newText: items.join(', ') }
  }
  const isPair = 'key' in last
  const value = isPair ? last.value : last
  const start = isPair ? last.key.range.start : last.range.start
  if (!value || !holds(collection, value)) return undefined
  const at = Math.max(contentEnd(text, value), isPair ? last.key.range.end : 0)
  const lineStart = startOfLine(text, start)
  const ownLine = lineStart > collection.range.start && text.slice(lineStart, start).trim() === ''
  const separator = ownLine ? `,${lineEndOf(text)}${text.slice(lineStart, start)}` : ', '
  return { range: { start: at, end: at }, newText: items.map((item) => separator + item).join('') }
}

/** The style of a node and what is in it, for what is put beside it. */
function styleLike(text: string, node: YamlNode | undefined): WriteStyle {
  if (!node) return DEFAULT_STYLE
  if (node.kind === 'scalar') return { ...DEFAULT_STYLE, quote: quoteOf(text, node) }
  if (node.kind === 'sequence')
    return styleLike(text, node.items.find((item) => item?.kind === 'scalar') ?? node.items[0])
  const quoteKeys = node.flow && node.pairs.length > 0 && node.pairs.every(({ key }) => key.style === 'double')
  const padded = !node.flow || text[node.range.start + 1] === ' '
  return { ...DEFAULT_STYLE, quoteKeys, padded, quote: quoteKeys ? 'double' : undefined }
}

function quoteOf(text: string, node: YamlNode | undefined): WriteStyle['quote'] {
  if (node?.kind === 'sequence')
    return quoteOf(
      text,
      node.items.find((item) => item?.kind === 'scalar'),
    )
  if (node?.kind === 'map') return styleLike(text, node).quote
  return node?.style === 'single' || node?.style === 'double' ? node.style : undefined
}

/** The keys of a new item in the order in which the one before it has them. */
function inOrderOf(value: YamlValue, model: YamlNode | undefined): YamlValue {
  if (model?.kind !== 'map' || typeof value !== 'object' || Array.isArray(value)) return value
  const order = model.pairs.map((pair) => pair.key.value)
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b)))
}
