import type { YamlMap, YamlNode, YamlPair } from '../../yaml/node'

/** False for what an alias brings in: it stands somewhere else. */
export function holds(parent: YamlNode, child: YamlNode): boolean {
  return parent.range.start <= child.range.start && child.range.end <= parent.range.end
}

/** Behind what a pair of a block map says: its key where an alias or nothing stands behind it. */
export function pairEnd(text: string, map: YamlMap, pair: YamlPair): number {
  const { key, value } = pair
  if (!value || !holds(map, value) || value.range.start === value.range.end) return key.range.end
  return Math.max(key.range.end, contentEnd(text, value))
}

/** Behind the last character that says something, comments behind it aside. */
export function contentEnd(text: string, node: YamlNode): number {
  if (node.kind === 'scalar') return trimmedEnd(text, node.range.end)
  if (node.flow) return node.range.end
  if (node.kind === 'map') {
    const last = node.pairs.at(-1)
    return last ? pairEnd(text, node, last) : node.range.end
  }
  const last = node.items.at(-1)
  if (!last || !holds(node, last) || last.range.start === last.range.end) return trimmedEnd(text, node.range.end)
  return contentEnd(text, last)
}

/** The offset behind the last character before `offset` that is no blank. */
export function trimmedEnd(text: string, offset: number): number {
  let end = offset
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--
  return end
}

export function startOfLine(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
}

export function endOfLine(text: string, offset: number): number {
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}

/** 0-based, in UTF-16 units. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset)
}
