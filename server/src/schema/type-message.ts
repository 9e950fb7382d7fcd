import type { YamlNode, YamlScalar } from '../yaml/node'
import { describeExpected, typesOf } from './expected-value'
import type { JsonSchema } from './validator'

/** Longer values are cut in messages. */
const SHOWN = 40

/**
 * What is wrong with a value of the wrong type, and what to write.
 * @param name how the message calls the value: a path in backquotes
 */
export function typeMessage(name: string, node: YamlNode, schema: JsonSchema): string {
  const expected = describeExpected(schema)
  const rule = `${name} must be ${expected}, but this is ${describeFound(node)}.`
  return schema.enum ? rule : `${rule} ${advice(node, schema)}`
}

/**
 * What to do about a key or a list item without a value.
 * @param required the object is refused without it
 */
export function emptyMessage(name: string, isItem: boolean, required: boolean, schema: JsonSchema): string {
  const expected = describeExpected(schema)
  if (isItem) return `${name} has no value. Write ${expected}, or delete its dash.`
  return `${name} has no value. Write ${expected}${required ? '' : ', or delete the line'}.`
}

/** True if nothing is written, or only `null`. */
export function isEmpty(node: YamlNode | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.type === 'null')
}

/** What a node is, for people. */
export function describeFound(node: YamlNode): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'sequence') return 'a list'
  if (node.type === 'boolean')
    return isPlainTruth(node) ? 'a boolean' : `\`${node.value}\`, which YAML reads as a boolean`
  if (node.type === 'integer') return 'a number'
  if (node.type === 'float') return 'a number with a fraction'
  return 'one text'
}

/** A value in backquotes, cut where it is long. */
export function quoted(text: string): string {
  return `\`${text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}\``
}

function isPlainTruth(scalar: YamlScalar): boolean {
  return /^(true|false)$/i.test(scalar.value)
}

function advice(node: YamlNode, schema: JsonSchema): string {
  const types = typesOf(schema)
  if (types.includes('array')) return adviceForList(node)
  if (types.includes('object')) return adviceForMap(node)
  if (node.kind !== 'scalar') return `Write ${describeExpected(schema)} right behind the colon.`
  if (types.includes('string')) return `Put quotes around it: \`"${node.value}"\`.`
  if (types.includes('boolean')) return 'Write `true` or `false` without quotes.'
  if (node.type === 'string' && /^[0-9]+$/.test(node.value)) return `Take the quotes away: \`${node.value}\`.`
  return node.type === 'float' ? 'Write it without the fraction.' : 'Write a number in digits, without quotes.'
}

function adviceForList(node: YamlNode): string {
  if (node.kind === 'map') return 'Put a dash and a space before the first field of each item.'
  if (node.kind === 'scalar') return `Put brackets around it: ${quoted(`[${node.value}]`)}.`
  return ''
}

function adviceForMap(node: YamlNode): string {
  if (node.kind === 'sequence') return 'Write its fields without dashes, each as `name: value`.'
  return 'Write its fields below it, each as `name: value`, indented by two spaces.'
}
