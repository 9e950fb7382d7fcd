import type { JsonSchema } from './validator'

/** The types that a schema takes; empty for any. */
export function typesOf(schema: JsonSchema): readonly string[] {
  if (schema.type === undefined) return []
  return typeof schema.type === 'string' ? [schema.type] : schema.type
}

/** What a schema wants, for people: "a list of text", "a whole number", "one of NONE, STATIC, DNS". */
export function describeExpected(schema: JsonSchema): string {
  if (schema.enum) return oneOf(schema.enum)
  const type = typesOf(schema).find((name) => name !== 'null')
  switch (type) {
    case 'array':
      return schema.items ? `a list of ${describePlural(schema.items)}` : 'a list'
    case 'object':
      return schema.properties ? 'a map of fields' : 'a map of names and values'
    case 'integer':
      return 'a whole number'
    case 'number':
      return 'a number'
    case 'boolean':
      return '`true` or `false`'
    case 'string':
      return 'text'
    default:
      return 'a value'
  }
}

function describePlural(schema: JsonSchema): string {
  const type = typesOf(schema).find((name) => name !== 'null')
  if (type === 'object') return 'maps'
  if (type === 'array') return 'lists'
  return type === 'integer' ? 'whole numbers' : type === 'string' ? 'texts' : 'values'
}

/** `one of A, B or C`; a single one by itself. */
export function oneOf(values: readonly unknown[]): string {
  const names = values.map((value) => `\`${String(value)}\``)
  if (names.length <= 1) return names.join('')
  return `one of ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
}
