import type { Range } from '../text/range'
import { nodeAtPath, pairOf, type YamlMap, type YamlNode, type YamlPath } from '../yaml/node'
import { pointerSteps } from './validator'

/** The path that a JSON pointer means in a tree: a step into a sequence is an index. */
export function yamlPathOf(root: YamlNode, pointer: string): YamlPath {
  const path: (string | number)[] = []
  let current: YamlNode | undefined = root
  for (const text of pointerSteps(pointer)) {
    const step: string | number = current?.kind === 'sequence' ? Number(text) : text
    path.push(step)
    current = nodeAtPath(current, [step])
  }
  return path
}

/** How people write a path: `spec.ports[0].name`; empty for the object itself. */
export function pathText(path: YamlPath): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else text += text === '' ? step : `.${step}`
  }
  return text
}

/** Where a wrong value stands: the value itself, or its key where there is no text of a value. */
export function valueRange(root: YamlMap, path: YamlPath): Range {
  const node = nodeAtPath(root, path)
  if (node && node.range.end > node.range.start) return { start: node.range.start, end: endOf(node) }
  const last = path.at(-1)
  const parent = nodeAtPath(root, path.slice(0, -1))
  const key = typeof last === 'string' ? pairOf(parent, last)?.key : undefined
  return key?.range ?? (path.length > 0 ? openingRange(root, path.slice(0, -1)) : root.range)
}

/** Where a key stands that does not belong there. */
export function keyRange(root: YamlMap, path: YamlPath, key: string): Range {
  return pairOf(nodeAtPath(root, path), key)?.key.range ?? valueRange(root, path)
}

/**
 * Where something is missing from a map: a map in braces as a whole, of one over several lines the key that opens it
 * (of a list's item its first key), so that not half a file is underlined. The object's own is its `kind`.
 */
export function openingRange(root: YamlMap, path: YamlPath): Range {
  const node = nodeAtPath(root, path)
  if (path.length === 0) return pairOf(root, 'kind')?.value?.range ?? root.range
  if (node?.kind === 'map' && node.flow) return node.range
  const last = path.at(-1)
  const key = typeof last === 'string' ? pairOf(nodeAtPath(root, path.slice(0, -1)), last)?.key : undefined
  if (key) return key.range
  if (node?.kind === 'map') return node.pairs[0]?.key.range ?? node.range
  return node?.range ?? openingRange(root, path.slice(0, -1))
}

/** Where the text of a node ends; a block's own range takes in the line breaks behind it. */
function endOf(node: YamlNode): number {
  if (node.kind === 'scalar' || node.flow) return node.range.end
  const last = node.kind === 'map' ? lastOfMap(node) : node.items.at(-1)
  // The last part of a block that an alias fills stands elsewhere.
  const isInside = last && last.range.start >= node.range.start && last.range.end <= node.range.end
  return isInside && last.range.end > last.range.start ? endOf(last) : node.range.end
}

function lastOfMap(node: YamlMap): YamlNode | undefined {
  const pair = node.pairs.at(-1)
  return pair?.value && pair.value.range.end > pair.value.range.start ? pair.value : pair?.key
}
