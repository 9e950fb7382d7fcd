import { validators } from '../../../schemas/generated/validators.mjs'
import type { Range } from '../text/range'
import { childOf, nodeAtPath, textOf, type YamlMap, type YamlPath } from '../yaml/node'
import { plainValueOf } from './plain-value'
import { missingMessage, mistakeMessage } from './structure-message'
import { keyRange, openingRange, pathText, valueRange, yamlPathOf } from './structure-place'
import { meantField, unknownFieldMessage } from './unknown-field'
import {
  errorsOf,
  isRequired,
  type JsonSchema,
  lazyValidator,
  type SchemaError,
  schemaAround,
  type Validator,
} from './validator'

/** One mistake in the structure of an object: a field that does not exist, is missing, or has a value of the wrong form. */
export interface StructureError {
  /** To the value; of an unknown field to that field; of a missing one to the map that lacks it. */
  readonly path: YamlPath
  /** Offsets: the key of an unknown field, the value otherwise; where a field is missing, what opens its map. */
  readonly range: Range
  /** What is wrong, and what to write. */
  readonly message: string
  /** The API server drops the field and takes the rest; every error without this mark makes it refuse the object. */
  readonly unknownField: boolean
}

/** More mistakes of one object help nobody, and an unlucky file must not cost time. */
const MOST_ERRORS = 100

const validatorOf: ReadonlyMap<string, () => Validator> = new Map(
  Object.entries(validators).map(([kind, create]) => [kind, lazyValidator(create)]),
)

/** The kinds whose structure is checked. */
export const checkedKinds: readonly string[] = Object.keys(validators)

/** The JSON Schema by which a kind is checked; undefined for kinds that are not. */
export function schemaOf(kind: string): JsonSchema | undefined {
  return validatorOf.get(kind)?.().schema
}

/**
 * What the CRD's schema refuses in one object, in the order of the text; one error a mistake. Empty for kinds without
 * a schema, and for objects of another API group that share a kind's name. Never throws.
 * Source: the CRDs of istio.io/api at the version that `schemas/generated` names. Rules that CEL expressions state are not checked here.
 */
export function checkStructure(kind: string, node: YamlMap): readonly StructureError[] {
  const validator = validatorOf.get(kind)?.()
  if (!validator || !isOfGroup(node, validator)) return []
  const plain = plainValueOf(node)
  if (!plain) return [tooLarge(node)]
  const errors = errorsOf(validator, plain.value).slice(0, MOST_ERRORS * 10)
  const unknown = errors.filter((error) => error.keyword === 'additionalProperties')
  const missing = errors.filter((error) => error.keyword === 'required')
  const wrong = errors.filter((error) => error.keyword !== 'additionalProperties' && error.keyword !== 'required')
  const mistyped = unknown.map((error) => unknownField(kind, node, error, missing, validator))
  const found = [
    ...mistyped,
    ...missingFields(kind, node, missing, mistyped, validator),
    ...wrong.map((error) => wrongValue(node, error, validator)),
  ]
  return onePerPlace(found).slice(0, MOST_ERRORS)
}

function isOfGroup(node: YamlMap, { schema }: Validator): boolean {
  const versions = schema.properties?.apiVersion?.enum ?? []
  const group = textOf(childOf(node, 'apiVersion'))?.split('/')[0]
  return versions.some((version) => String(version).split('/')[0] === group)
}

function tooLarge(node: YamlMap): StructureError {
  const message = 'This object holds more values than its structure is checked for. Split it, or use fewer aliases.'
  return { path: [], range: openingRange(node, []), message, unknownField: true }
}

/** An unknown field, with the missing one that it was meant to be: one mistake, one error. */
interface MistypedField extends StructureError {
  readonly instead: SchemaError | undefined
}

function unknownField(
  kind: string,
  root: YamlMap,
  error: SchemaError,
  missing: readonly SchemaError[],
  { schema }: Validator,
): MistypedField {
  const path = yamlPathOf(root, error.instancePath)
  const key = String(error.params.additionalProperty)
  const around = schemaAround(schema, error.schemaPath)
  const meant = meantField(key, around)
  const instead = missing.find(
    (other) => other.instancePath === error.instancePath && other.params.missingProperty === meant,
  )
  const end = instead ? ` Without \`${meant}\` the object is refused.` : ''
  const message = unknownFieldMessage(kind, path, key, around, schema) + end
  return { path: [...path, key], range: keyRange(root, path, key), message, unknownField: !instead, instead }
}

function wrongValue(root: YamlMap, error: SchemaError, { schema }: Validator): StructureError {
  const path = yamlPathOf(root, error.instancePath)
  const message = mistakeMessage({
    error,
    name: `\`${pathText(path)}\``,
    node: nodeAtPath(root, path),
    schema: schemaAround(schema, error.schemaPath),
    step: path.at(-1),
    required: isRequired(schema, error.schemaPath),
  })
  return { path, range: valueRange(root, path), message, unknownField: false }
}

/** All that one map lacks makes one error: it is one place to mend. */
function missingFields(
  kind: string,
  root: YamlMap,
  missing: readonly SchemaError[],
  mistyped: readonly MistypedField[],
  { schema }: Validator,
): readonly StructureError[] {
  const byPlace = new Map<string, SchemaError[]>()
  for (const error of missing) {
    if (mistyped.some((field) => field.instead === error)) continue
    const group = byPlace.get(error.instancePath)
    if (group) group.push(error)
    else byPlace.set(error.instancePath, [error])
  }
  return [...byPlace].map(([pointer, group]) => {
    const path = yamlPathOf(root, pointer)
    const name = path.length === 0 ? `This ${kind}` : `\`${pathText(path)}\``
    const fields = group.map((error) => String(error.params.missingProperty))
    const message = missingMessage(name, fields, schemaAround(schema, group[0]?.schemaPath ?? '#'))
    return { path, range: openingRange(root, path), message, unknownField: false }
  })
}

/** In the order of the text. Of several errors on one value the first counts; a value that aliases repeat is reported once. */
function onePerPlace(errors: readonly StructureError[]): readonly StructureError[] {
  const seen = new Set<string>()
  const sorted = [...errors].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  return sorted.filter(({ range }) => {
    const place = `${range.start}-${range.end}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}
