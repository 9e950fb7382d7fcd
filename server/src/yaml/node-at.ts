import { type Range, touches } from '../text/range'
import type { YamlDocument, YamlNode } from './node'

/** What stands at an offset of a text. */
export interface NodeAt {
  readonly document: YamlDocument
  /** The key or value itself; undefined for a key whose value is not written yet. */
  readonly node: YamlNode | undefined
  /** The range of the key or scalar under the cursor. */
  readonly range: Range
  /** From the document's root. */
  readonly path: readonly (string | number)[]
  readonly onKey: boolean
}

/** The key or scalar at `offset` (UTF-16 units, 0-based), or undefined between them. */
export function nodeAt(documents: readonly YamlDocument[], offset: number): NodeAt | undefined {
  for (const document of documents) {
    if (!document.root || !touches(document.range, offset)) continue
    const found = descend(document, document.root, offset)
    if (found) return found
  }
  return undefined
}

function descend(document: YamlDocument, root: YamlNode, offset: number): NodeAt | undefined {
  const path: (string | number)[] = []
  let node: YamlNode | undefined = root
  while (node) {
    if (node.kind === 'scalar') {
      return touches(node.range, offset) ? { document, node, range: node.range, path, onKey: false } : undefined
    }
    if (node.kind === 'sequence') {
      const index: number = node.items.findIndex((item) => item && touches(item.range, offset))
      if (index === -1) return undefined
      path.push(index)
      node = node.items[index]
      continue
    }
    const key = node.pairs.find((pair) => touches(pair.key.range, offset))
    if (key) return { document, node: key.value, range: key.key.range, path: [...path, key.key.value], onKey: true }
    const pair = node.pairs.find(({ value }) => value && touches(value.range, offset))
    if (!pair) return undefined
    path.push(pair.key.value)
    node = pair.value
  }
  return undefined
}
