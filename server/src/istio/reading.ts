import type { NotePlace, Rejection } from '../kubernetes/resource'
import { booleanOf, childOf, integerOf, pairsOf, type YamlMap, type YamlNode } from '../yaml/node'

/** Deeper than any field that a finding points at. */
const NOTED_DEPTH = 12

/**
 * Takes down the place of every value below a node, under paths such as `spec.hosts[0]`. A key without a value has the
 * place of the key.
 */
export function noteTree(node: YamlNode | undefined, path: string, note: NotePlace, depth = NOTED_DEPTH): void {
  if (!node || depth < 0) return
  note(path, node.range)
  if (node.kind === 'sequence') {
    node.items.forEach((item, index) => {
      noteTree(item, `${path}[${index}]`, note, depth - 1)
    })
  }
  if (node.kind !== 'map') return
  for (const { key, value } of pairsOf(node)) {
    if (value) noteTree(value, `${path}.${key.value}`, note, depth - 1)
    else note(`${path}.${key.value}`, key.range)
  }
}

/** Notes `spec` and all below it. */
export function noteSpec(node: YamlMap, note: NotePlace): void {
  noteTree(childOf(node, 'spec'), 'spec', note)
}

/**
 * Reads fields and keeps in mind what the CRD's schema refuses: a number in quotes, a name that YAML 1.1 takes for a
 * boolean, an unknown word where only some are allowed. What is refused is read as left out.
 */
export class FieldReader {
  readonly problems: Rejection[] = []

  /** A string; null and left out are undefined. */
  string(node: YamlNode | undefined, path: string): string | undefined {
    if (!node || isNull(node)) return undefined
    if (node.kind === 'scalar' && node.type === 'string') return node.value
    this.refuse(path, `${path} must be a string, but ${describe(node)} stands there; put it in quotes.`)
    return undefined
  }

  /** A whole number; null and left out are undefined. */
  integer(node: YamlNode | undefined, path: string): number | undefined {
    if (!node || isNull(node)) return undefined
    const value = integerOf(node)
    if (value === undefined) this.refuse(path, `${path} must be a whole number, but ${describe(node)} stands there.`)
    return value
  }

  boolean(node: YamlNode | undefined, path: string): boolean {
    if (!node || isNull(node)) return false
    const value = booleanOf(node)
    if (value === undefined) this.refuse(path, `${path} must be true or false, but ${describe(node)} stands there.`)
    return value ?? false
  }

  /** One of some words, as written. */
  word<W extends string>(node: YamlNode | undefined, path: string, words: readonly W[]): W | undefined {
    const value = this.string(node, path)
    if (value === undefined) return undefined
    const known = words.find((word) => word === value)
    if (known === undefined)
      this.refuse(path, `${path} is "${value}", which Istio does not know; it takes ${words.join(', ')}.`)
    return known
  }

  /** The items of a list with their paths; something else than a list is refused. */
  items(node: YamlNode | undefined, path: string): readonly { readonly node: YamlNode; readonly path: string }[] {
    if (!node || isNull(node)) return []
    if (node.kind !== 'sequence') {
      this.refuse(path, `${path} must be a list, but ${describe(node)} stands there.`)
      return []
    }
    const found: { node: YamlNode; path: string }[] = []
    node.items.forEach((item, index) => {
      if (!item || isNull(item))
        this.refuse(`${path}[${index}]`, `${path}[${index}] is empty; remove it or fill it in.`)
      else found.push({ node: item, path: `${path}[${index}]` })
    })
    return found
  }

  strings(node: YamlNode | undefined, path: string): readonly string[] {
    return this.items(node, path).flatMap((item) => this.string(item.node, item.path) ?? [])
  }

  /** A map of strings, such as labels. */
  stringMap(node: YamlNode | undefined, path: string): Readonly<Record<string, string>> {
    const result: Record<string, string> = Object.create(null)
    if (node && node.kind !== 'map' && !isNull(node))
      this.refuse(path, `${path} must be a map, but ${describe(node)} stands there.`)
    for (const { key, value } of pairsOf(node)) {
      const text = this.string(value, `${path}.${key.value}`)
      if (text !== undefined) result[key.value] = text
    }
    return result
  }

  /** A map; anything else but null is refused. */
  map(node: YamlNode | undefined, path: string): YamlMap | undefined {
    if (!node || isNull(node)) return undefined
    if (node.kind === 'map') return node
    this.refuse(path, `${path} must be a map, but ${describe(node)} stands there.`)
    return undefined
  }

  refuse(path: string, message: string): void {
    this.problems.push({ path, message })
  }
}

/** What the API server refuses in any object's metadata: names and labels that are no strings. */
export function checkMetadata(node: YamlMap, fields: FieldReader): void {
  const metadata = childOf(node, 'metadata')
  fields.string(childOf(metadata, 'name'), 'metadata.name')
  fields.string(childOf(metadata, 'namespace'), 'metadata.namespace')
  fields.stringMap(childOf(metadata, 'labels'), 'metadata.labels')
  fields.stringMap(childOf(metadata, 'annotations'), 'metadata.annotations')
}

/** The labels of `field` in a selector; undefined where there is no selector. */
export function readSelector(
  node: YamlNode | undefined,
  path: string,
  field: 'labels' | 'matchLabels',
  fields: FieldReader,
): Readonly<Record<string, string>> | undefined {
  const selector = fields.map(node, path)
  return selector && fields.stringMap(childOf(selector, field), `${path}.${field}`)
}

/** A list of strings of which none is the same as none at all. */
export function nonEmpty(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined
}

/** True for `key:` with nothing behind it, `null` and `~`. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null'
}

function describe(node: YamlNode): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'sequence') return 'a list'
  return node.type === 'string' ? `the text "${node.value}"` : `the ${node.type} ${node.value}`
}
