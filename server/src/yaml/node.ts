import type { Range } from '../text/range'

/**
 * The tree that every other room reads: plain data, no trace of the parser that made it.
 * An alias is the very node of its anchor, so a node may be reached by several ways; there are no cycles.
 */
export type YamlNode = YamlScalar | YamlMap | YamlSequence

/** What a plain scalar means to kubectl's reader (YAML 1.1 as Go's goyaml reads it); quoted and block scalars are strings. */
export type ScalarType = 'string' | 'boolean' | 'integer' | 'float' | 'null'

export interface YamlScalar {
  readonly kind: 'scalar'
  /** The whole token: quotes and a block scalar's `|` line included. */
  readonly range: Range
  /** The text after unquoting, unescaping and folding. */
  readonly value: string
  readonly type: ScalarType
  readonly style: 'plain' | 'single' | 'double' | 'literal' | 'folded'
}

export interface YamlMap {
  readonly kind: 'map'
  readonly range: Range
  readonly flow: boolean
  /** In the order of the text; a key may occur twice, the last one counts. `<<` pairs are kept as they stand. */
  readonly pairs: readonly YamlPair[]
}

export interface YamlPair {
  readonly key: YamlScalar
  readonly value: YamlNode | undefined
}

export interface YamlSequence {
  readonly kind: 'sequence'
  readonly range: Range
  readonly flow: boolean
  readonly items: readonly (YamlNode | undefined)[]
}

export interface YamlError {
  readonly range: Range
  readonly message: string
}

export interface YamlDocument {
  /** From behind the `---` (or the file's start) to the next `---`, `...` or the file's end. */
  readonly range: Range
  readonly root: YamlNode | undefined
  readonly errors: readonly YamlError[]
}

/** A key or an index, from the document's root. */
export type YamlPath = readonly (string | number)[]

/** The pair of `key`; of repeated keys the last. Keys merged in by `<<` count where the map itself has none. */
export function pairOf(node: YamlNode | undefined, key: string): YamlPair | undefined {
  if (node?.kind !== 'map') return undefined
  for (let i = node.pairs.length - 1; i >= 0; i--) {
    const pair = node.pairs[i]
    if (pair?.key.value === key) return pair
  }
  for (const pair of node.pairs) {
    if (pair.key.value !== '<<' || pair.key.style !== 'plain') continue
    const sources = pair.value?.kind === 'sequence' ? pair.value.items : [pair.value]
    for (const source of sources) {
      const merged = pairOf(source, key)
      if (merged) return merged
    }
  }
  return undefined
}

/** The value of `key` in a map, merge keys followed; undefined for anything else. */
export function childOf(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return pairOf(node, key)?.value
}

/** The node at a path, or undefined where the way ends. */
export function nodeAtPath(node: YamlNode | undefined, path: YamlPath): YamlNode | undefined {
  let current = node
  for (const step of path) {
    if (typeof step === 'string') current = childOf(current, step)
    else current = current?.kind === 'sequence' ? current.items[step] : undefined
  }
  return current
}

/** Every pair of a map with `<<` resolved: own keys first, each key once. */
export function pairsOf(node: YamlNode | undefined): readonly YamlPair[] {
  if (node?.kind !== 'map') return []
  const byKey = new Map<string, YamlPair>()
  const merged: (YamlNode | undefined)[] = []
  for (const pair of node.pairs) {
    if (pair.key.value === '<<' && pair.key.style === 'plain') {
      merged.push(...(pair.value?.kind === 'sequence' ? pair.value.items : [pair.value]))
    } else byKey.set(pair.key.value, pair)
  }
  for (const source of merged) {
    for (const pair of pairsOf(source)) if (!byKey.has(pair.key.value)) byKey.set(pair.key.value, pair)
  }
  return [...byKey.values()]
}

/** The items of a sequence that hold something; none for anything else. */
export function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  if (node?.kind !== 'sequence') return []
  return node.items.filter((item) => item !== undefined)
}

/** The text of a scalar that is a string to kubectl; undefined for numbers, booleans, null and collections. */
export function stringOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type === 'string' ? node.value : undefined
}

/** The text of any scalar but null, as written: for places where people leave the quotes out. */
export function textOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'scalar' && node.type !== 'null' ? node.value : undefined
}

/** The value of an integer scalar; undefined for anything else, a quoted number included. */
export function integerOf(node: YamlNode | undefined): number | undefined {
  if (node?.kind !== 'scalar' || node.type !== 'integer') return undefined
  const text = node.value.replaceAll('_', '')
  const value = /^[-+]?0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text)
  return Number.isSafeInteger(value) ? value : undefined
}

/** The value of a boolean scalar, YAML 1.1 words (`yes`, `on` …) included. */
export function booleanOf(node: YamlNode | undefined): boolean | undefined {
  if (node?.kind !== 'scalar' || node.type !== 'boolean') return undefined
  return /^(y|yes|true|on)$/i.test(node.value)
}

/** A map of strings such as labels; values of another type are left out. */
export function stringMapOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  const result: Record<string, string> = Object.create(null)
  for (const pair of pairsOf(node)) {
    const value = textOf(pair.value)
    if (value !== undefined) result[pair.key.value] = value
  }
  return result
}
