import { stringify } from 'yaml'

/** What is written into a YAML text: plain data in the order in which it shall stand. */
export type YamlValue = string | number | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** How the neighbours are written, so that new text looks like them. */
export interface WriteStyle {
  /** Strings stand in these quotes; undefined: plain where kubectl still reads a string, else double. */
  readonly quote: 'single' | 'double' | undefined
  /** Keys in double quotes, as in JSON. */
  readonly quoteKeys: boolean
  /** Blanks inside the braces of `{ a: 1 }`. */
  readonly padded: boolean
  /** The dashes of a list stand deeper than its key. */
  readonly indentedLists: boolean
}

export const DEFAULT_STYLE: WriteStyle = { quote: undefined, quoteKeys: false, padded: true, indentedLists: true }

/** A string as YAML that kubectl (YAML 1.1) reads as that very string. */
export function writeString(value: string, quote: WriteStyle['quote'] = undefined): string {
  if (quote === 'double') return JSON.stringify(value)
  if (quote === 'single' && isPrintable(value)) return `'${value.replaceAll("'", "''")}'`
  const plain = stringify(value, { version: '1.1', lineWidth: 0 }).trimEnd()
  // Commas and brackets end a plain scalar inside a flow collection.
  return plain === value && !/[,[\]{}]/.test(value) ? value : JSON.stringify(value)
}

function isPrintable(value: string): boolean {
  return /^[\x20-\x7e]*$/.test(value)
}

/** A value on one line: `[a, b]`, `{ a: 1 }`. */
export function writeFlow(value: YamlValue, style: WriteStyle): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return writeString(value, style.quote)
  if (isList(value)) return `[${value.map((item) => writeFlow(item, style)).join(', ')}]`
  const pairs = Object.entries(value).map(([key, item]) => `${writeKey(key, style)}: ${writeFlow(item, style)}`)
  const pad = style.padded && pairs.length > 0 ? ' ' : ''
  return `{${pad}${pairs.join(', ')}${pad}}`
}

/**
 * A value as block lines without their common indentation. The lines of a list begin with its dashes, those of a map
 * with its keys; a scalar is one line.
 */
export function writeBlock(value: YamlValue, style: WriteStyle): readonly string[] {
  if (typeof value !== 'object') return [writeFlow(value, style)]
  if (isList(value)) {
    if (value.length === 0) return ['[]']
    return value.flatMap((item) => writeBlock(item, style).map((line, i) => (i === 0 ? `- ${line}` : `  ${line}`)))
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return ['{}']
  return entries.flatMap(([key, item]) => writePair(key, item, style))
}

/** `key: value` as block lines without their common indentation. */
export function writePair(key: string, value: YamlValue, style: WriteStyle): readonly string[] {
  const name = writeKey(key, style)
  const lines = writeBlock(value, style)
  const isEmpty = typeof value === 'object' && (isList(value) ? value : Object.keys(value)).length === 0
  if (typeof value !== 'object' || isEmpty) return [`${name}: ${lines[0] ?? ''}`]
  const indent = isList(value) && !style.indentedLists ? '' : '  '
  return [`${name}:`, ...lines.map((line) => indent + line)]
}

function writeKey(key: string, style: WriteStyle): string {
  return style.quoteKeys ? JSON.stringify(key) : writeString(key)
}

function isList(value: object): value is readonly YamlValue[] {
  return Array.isArray(value)
}
