import type { YamlNode } from '../yaml/node'
import { closestName } from './closest-name'
import { describeExpected, oneOf } from './expected-value'
import { describeFound, emptyMessage, isEmpty, quoted, typeMessage } from './type-message'
import type { JsonSchema, SchemaError } from './validator'

/** What a message is about. */
export interface Mistake {
  readonly error: SchemaError
  /** How the message calls the value: a path in backquotes, or "This ServiceEntry". */
  readonly name: string
  readonly node: YamlNode | undefined
  /** The schema whose keyword failed. */
  readonly schema: JsonSchema
  /** The last step to the value: a field's name or an index. */
  readonly step: string | number | undefined
  /** The object is refused if the value is left out. */
  readonly required: boolean
}

/** What is wrong and what to write, for every keyword but `required` and `additionalProperties`. */
export function mistakeMessage({ error, name, node, schema, step, required }: Mistake): string {
  const limit = Number(error.params.limit)
  if (!node || isEmpty(node)) return emptyMessage(name, typeof step === 'number', required, schema)
  switch (error.keyword) {
    case 'type':
      return typeMessage(name, node, schema)
    case 'enum':
      return enumMessage(name, node, schema)
    case 'minItems':
      return `${name} is empty. Write ${limit === 1 ? 'at least one item' : `at least ${limit} items`}.`
    case 'maxItems':
      return `${name} has ${lengthOf(node)} items, and at most ${limit} are allowed. Spread them over several objects.`
    case 'maxProperties':
      return `${name} has ${lengthOf(node)} fields, and at most ${limit} are allowed. Remove some.`
    case 'maxLength':
      return `${name} has ${[...textOf(node)].length} characters, and at most ${limit} are allowed. Shorten it.`
    case 'minLength':
      return `${name} is too short. Write at least ${limit === 1 ? 'one character' : `${limit} characters`}.`
    case 'minimum':
    case 'maximum':
      return `${name} is ${textOf(node)}, which is out of range. ${rangeAdvice(schema, step)}`
    case 'pattern':
      return `${name} cannot be ${quoted(textOf(node))}. ${String(schema.patternErrorMessage ?? 'Check how it is written.')}`
    case 'oneOf':
      return `${name} sets fields that exclude each other. Keep one of them.`
    default:
      return `${name} must be ${describeExpected(schema)}.`
  }
}

function enumMessage(name: string, node: YamlNode, schema: JsonSchema): string {
  const values = schema.enum ?? []
  if (node.kind !== 'scalar') return `${name} must be ${oneOf(values)}, but this is ${describeFound(node)}.`
  const near = closestName(node.value, values.map(String))
  const rule = `${name} cannot be ${quoted(node.value)}.`
  return near === undefined
    ? `${rule} Write ${oneOf(values)}.`
    : `${rule} Did you mean \`${near}\`? It must be ${oneOf(values)}.`
}

function rangeAdvice(schema: JsonSchema, step: string | number | undefined): string {
  const { minimum, maximum } = schema
  if (step === 'number' || step === 'targetPort') return 'A port is a whole number from 1 to 65535.'
  // An unsigned number of 32 bits: the upper bound means nothing to people.
  if (minimum === 0 && maximum === 4294967295) return 'Write a whole number that is not negative.'
  return `Write a number from ${String(minimum)} to ${String(maximum)}.`
}

/** What is missing from a map, all of it in one message. */
export function missingMessage(name: string, missing: readonly string[], schema: JsonSchema): string {
  const parts = missing.map((field) => {
    const child = schema.properties?.[field]
    return child ? `\`${field}\` (${describeExpected(child)})` : `\`${field}\``
  })
  const list = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : parts.join('')
  return `${name} lacks ${missing.map((field) => `\`${field}\``).join(' and ')}, and is refused without. Add ${list}.`
}

function textOf(node: YamlNode): string {
  return node.kind === 'scalar' ? node.value : ''
}

function lengthOf(node: YamlNode): number {
  if (node.kind === 'sequence') return node.items.length
  return node.kind === 'map' ? node.pairs.length : 0
}
