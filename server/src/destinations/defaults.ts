import { composeSource, type Piece, type SourceText } from './source-text'

/** `${NAME:-default}` of shells, `${NAME:default}` of Spring and Logstash, innermost first. */
const DEFAULT = /\$\{([A-Za-z_][\w.-]*):[-=?]?([^{}$]+)\}/g

/** Names before a colon that say where a value comes from: what follows is its name there, no default. */
const SOURCES = new Set(
  'env sys file yaml secret secrets vault ssm sm ctx map sd jndi java bundle main date self opt param params resolve cf aws gcp azure k8s sops'.split(
    ' ',
  ),
)

/** Defaults within defaults are followed this deep. */
const DEPTH_LIMIT = 3

/** Puts the defaults in for the placeholders that have one: such a default stands in the text, so it counts. */
export function withDefaults(source: SourceText): SourceText {
  let current = source
  for (let depth = 0; depth < DEPTH_LIMIT && current.text.includes('${'); depth++) {
    const pieces = defaultPieces(current.text)
    if (pieces.length < 2) return current
    current = composeSource(current, pieces)
  }
  return current
}

/** {@link withDefaults} for a text whose places do not matter. */
export function textWithDefaults(text: string): string {
  let current = text
  for (let depth = 0; depth < DEPTH_LIMIT && current.includes('${'); depth++) {
    current = current.replace(DEFAULT, (whole, name: string, value: string) => (SOURCES.has(name) ? whole : value))
  }
  return current
}

function defaultPieces(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(DEFAULT)) {
    const [whole, name = '', value = ''] = match
    if (SOURCES.has(name)) continue
    const end = match.index + whole.length
    pieces.push({ text: text.slice(at, match.index), start: at, end: match.index })
    pieces.push({ text: value, start: end - 1 - value.length, end: end - 1 })
    at = end
  }
  if (pieces.length > 0) pieces.push({ text: text.slice(at), start: at, end: text.length })
  return pieces
}
