import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, type Scalar } from 'yaml'
import type { Range } from '../text/range'
import { nestsTooDeep } from './nesting'
import type { YamlDocument, YamlError, YamlMap, YamlNode, YamlPair, YamlScalar, YamlSequence } from './node'
import { plainScalarType } from './scalar-type'

/** A document whose aliases unfold to more nodes than this is cut: an alias bomb must not cost memory or time. */
const NODE_BUDGET = 200_000
/** Deeper nesting than any manifest has; what lies below is left out. */
const DEPTH_LIMIT = 200

/** Reads with the `yaml` package and turns its tree into ours. */
export function readWithYamlPackage(text: string): readonly YamlDocument[] {
  if (nestsTooDeep(text)) return [unreadable(text, 'It nests deeper than any manifest does, so it was not read.')]
  let parsed: readonly Document.Parsed[]
  try {
    const documents = parseAllDocuments(text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      strict: true,
      logLevel: 'silent',
    })
    parsed = Array.isArray(documents) ? documents : []
  } catch (error) {
    return [unreadable(text, error instanceof Error ? error.message : String(error))]
  }
  return parsed.map((document) => convertDocument(document, text))
}

function unreadable(text: string, message: string): YamlDocument {
  return { range: { start: 0, end: text.length }, root: undefined, errors: [{ range: { start: 0, end: 0 }, message }] }
}

function convertDocument(document: Document.Parsed, text: string): YamlDocument {
  const errors: YamlError[] = document.errors.map((error) => ({
    range: { start: Math.min(error.pos[0], text.length), end: Math.min(error.pos[1], text.length) },
    message: error.message,
  }))
  const [start, , end] = document.range
  const converter = new Converter(text, errors)
  const root = converter.convert(document.contents, 0)
  converter.checkDuplicateKeys(root)
  return { range: { start, end: Math.max(end, start) }, root, errors }
}

class Converter {
  private readonly anchors = new Map<string, YamlNode | undefined>()
  /** How many nodes a walk over each collection meets, aliases unfolded. */
  private readonly sizes = new Map<YamlNode, number>()
  private unfolded = 0

  constructor(
    private readonly text: string,
    private readonly errors: YamlError[],
  ) {}

  convert(node: Node | null, depth: number): YamlNode | undefined {
    if (!node?.range) return undefined
    const range: Range = { start: node.range[0], end: node.range[1] }
    if (depth > DEPTH_LIMIT) {
      if (depth === DEPTH_LIMIT + 1)
        this.errors.push({ range, message: `Nested deeper than ${DEPTH_LIMIT} levels; the rest is not read.` })
      return undefined
    }
    if (isAlias(node)) return this.resolveAlias(node.source, range)
    const anchor = 'anchor' in node ? node.anchor : undefined
    // An anchor counts only from its end on: an alias inside its own anchor would make a cycle.
    if (anchor) this.anchors.delete(anchor)
    let result: YamlNode | undefined
    if (isScalar(node)) result = this.convertScalar(node, range)
    else if (isMap(node)) {
      const pairs: YamlPair[] = []
      for (const pair of node.items) {
        const key = this.convert(pair.key as Node | null, depth + 1)
        const value = this.convert(pair.value as Node | null, depth + 1)
        pairs.push({ key: key?.kind === 'scalar' ? key : emptyKey(key?.range ?? range), value })
      }
      result = { kind: 'map', range, flow: node.flow === true, pairs } satisfies YamlMap
      this.measure(
        result,
        pairs.map((pair) => pair.value),
      )
    } else if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node | null, depth + 1))
      result = { kind: 'sequence', range, flow: node.flow === true, items } satisfies YamlSequence
      this.measure(result, items)
    }
    if (anchor) this.anchors.set(anchor, result)
    return result
  }

  private resolveAlias(name: string, range: Range): YamlNode | undefined {
    if (!this.anchors.has(name)) {
      this.errors.push({ range, message: `No anchor &${name} stands before this alias.` })
      return undefined
    }
    const target = this.anchors.get(name)
    if (!target) return undefined
    this.unfolded += this.sizeOf(target)
    if (this.unfolded > NODE_BUDGET) {
      this.errors.push({ range, message: `The aliases of this document unfold to more than ${NODE_BUDGET} values.` })
      return undefined
    }
    return target
  }

  private measure(node: YamlNode, children: readonly (YamlNode | undefined)[]): void {
    let size = 1
    for (const child of children) size += child ? this.sizeOf(child) : 1
    this.sizes.set(node, size)
  }

  private sizeOf(node: YamlNode): number {
    return this.sizes.get(node) ?? 1
  }

  private convertScalar(node: Scalar, range: Range): YamlScalar {
    const value = typeof node.value === 'string' ? node.value : ''
    const style = SCALAR_STYLES[node.type ?? 'PLAIN'] ?? 'plain'
    const tag = node.tag
    const type = style === 'plain' && tag !== 'tag:yaml.org,2002:str' ? plainScalarType(value) : 'string'
    return { kind: 'scalar', range, value, type, style }
  }

  /** kubectl refuses a map that says a key twice; the parser's own check is quadratic, so it is done here. */
  checkDuplicateKeys(root: YamlNode | undefined): void {
    const seenNodes = new Set<YamlNode>()
    const waiting: (YamlNode | undefined)[] = [root]
    while (waiting.length > 0) {
      const node = waiting.pop()
      if (!node || node.kind === 'scalar' || seenNodes.has(node)) continue
      seenNodes.add(node)
      if (node.kind === 'sequence') {
        for (const item of node.items) waiting.push(item)
        continue
      }
      const keys = new Set<string>()
      for (const { key, value } of node.pairs) {
        const isMerge = key.value === '<<' && key.style === 'plain'
        if (keys.has(key.value) && !isMerge && this.text.slice(key.range.start, key.range.end) !== '') {
          this.errors.push({
            range: key.range,
            message: `The key "${key.value}" stands twice in this map; only one can count.`,
          })
        }
        keys.add(key.value)
        waiting.push(value)
      }
    }
  }
}

const SCALAR_STYLES: Readonly<Record<string, YamlScalar['style']>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

/** Stands for a key that is no scalar: manifests have none, but a half-typed text may. */
function emptyKey(range: Range): YamlScalar {
  return { kind: 'scalar', range, value: '', type: 'string', style: 'plain' }
}
