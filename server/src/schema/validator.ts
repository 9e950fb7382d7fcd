/** What a generated validator says about one mistake: ajv's own shape, without its texts. */
export interface SchemaError {
  /** JSON pointer into the value. */
  readonly instancePath: string
  /** JSON pointer into the schema, to the keyword that failed. */
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** The part of JSON Schema that our schemas are written in. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly required?: readonly string[]
  readonly [keyword: string]: unknown
}

/** A schema and the code made from it at build time. */
export interface Validator {
  readonly schema: JsonSchema
  /** True if the value fits; otherwise `errors` holds what does not, until the next call. */
  readonly validate: { (value: unknown): boolean; readonly errors?: readonly SchemaError[] | null }
}

/**
 * A validator that is made when it is first asked for. It never differs, so that nobody can tell when that was:
 * a constant in all but the moment of its making.
 */
export function lazyValidator(create: () => Validator): () => Validator {
  let made: Validator | undefined
  return () => {
    made ??= create()
    return made
  }
}

/** The errors of a value; of `oneOf` and its like only the outermost one, not the alternatives that failed below it. */
export function errorsOf(validator: Validator, value: unknown): readonly SchemaError[] {
  if (validator.validate(value)) return []
  const errors = validator.validate.errors ?? []
  return errors.filter(({ schemaPath }) => !/\/(oneOf|anyOf|not)\//.test(schemaPath))
}

/** The steps of a JSON pointer, unescaped. */
export function pointerSteps(pointer: string): readonly string[] {
  const steps = pointer.replace(/^#/, '').split('/').slice(1)
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** The schema that holds the failed keyword. */
export function schemaAround(schema: JsonSchema, schemaPath: string): JsonSchema {
  let current: unknown = schema
  for (const step of pointerSteps(schemaPath).slice(0, -1)) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return {}
    current = (current as Readonly<Record<string, unknown>>)[step]
  }
  return typeof current === 'object' && current !== null ? (current as JsonSchema) : {}
}

/** True if the field whose keyword failed is one that its map must have. */
export function isRequired(schema: JsonSchema, schemaPath: string): boolean {
  const field = /^(.*)\/properties\/([^/]*)\/[^/]*$/.exec(schemaPath)
  if (!field) return false
  return schemaAround(schema, `${field[1]}/required`).required?.includes(field[2] ?? '') ?? false
}
