import { booleanOf, integerOf, pairsOf, type YamlNode, type YamlScalar } from '../yaml/node'

/** More values than any object that the API server takes (it refuses objects above 3 MB). */
const VISIT_BUDGET = 300_000

/**
 * The value that kubectl would send for a node: maps become objects without a prototype, so that no key of a
 * person's text can reach one of JavaScript's own. undefined where aliases unfold to more than can be checked.
 */
export function plainValueOf(node: YamlNode | undefined): { readonly value: unknown } | undefined {
  let visits = 0
  let spent = false

  function convert(current: YamlNode | undefined): unknown {
    visits += 1
    if (visits > VISIT_BUDGET) spent = true
    if (spent || !current) return null
    if (current.kind === 'scalar') return scalarValueOf(current)
    if (current.kind === 'sequence') return current.items.map(convert)
    const result: Record<string, unknown> = Object.create(null)
    for (const pair of pairsOf(current)) result[pair.key.value] = convert(pair.value)
    return result
  }

  const value = convert(node)
  return spent ? undefined : { value }
}

/** The value of a scalar as kubectl's reader takes it; a number too large to be exact stays a number. */
export function scalarValueOf(scalar: YamlScalar): string | number | boolean | null {
  if (scalar.type === 'null') return null
  if (scalar.type === 'boolean') return booleanOf(scalar) ?? null
  if (scalar.type === 'integer') return integerOf(scalar) ?? Number(scalar.value.replaceAll('_', ''))
  if (scalar.type === 'float') return floatOf(scalar.value)
  return scalar.value
}

function floatOf(text: string): number {
  const special = text.replace(/^[-+]/, '').toLowerCase()
  if (special === '.inf') return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (special === '.nan') return Number.NaN
  return Number(text.replaceAll('_', ''))
}
