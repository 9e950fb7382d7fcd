import { createValidator } from '../../../schemas/generated/settings.validator.mjs'
import { closestName } from '../schema/closest-name'
import { describeExpected, oneOf } from '../schema/expected-value'
import {
  errorsOf,
  type JsonSchema,
  lazyValidator,
  pointerSteps,
  type SchemaError,
  schemaAround,
} from '../schema/validator'
import type { ConfigProblem, RawSettings } from './raw-settings'
import { isMapSetting } from './setting'
import { settingOf } from './setting-table'

const validator = lazyValidator(createValidator)

/** More problems of one source help nobody; settings with further mistakes fall away untold. */
const MOST_PROBLEMS = 50

/** What of one source counts: the values that are as they should be. */
export interface CheckedSettings {
  readonly values: ReadonlyMap<string, unknown>
  readonly problems: readonly ConfigProblem[]
}

/**
 * Checks the settings of one source. A value that is wrong falls away, of a map only the entry that is wrong; each
 * mistake gives one problem.
 * @param ruleCodes the codes that `rules` may name; empty: any
 */
export function checkSettings(raw: RawSettings, ruleCodes: readonly string[]): CheckedSettings {
  const problems = [...raw.problems]
  const values = new Map(raw.values)
  const told = new Set<string>()
  for (const error of errorsOf(validator(), asObject(raw.values))) {
    // Errors below the name of a key are told by the one of the map.
    if (error.schemaPath.includes('/propertyNames/')) continue
    const path = pointerSteps(error.instancePath)
    const key = path[0] ?? ''
    if (told.size === MOST_PROBLEMS) {
      values.delete(key)
      continue
    }
    const mistake = mistakeOf(error, path, raw.values)
    drop(values, mistake.path)
    const place = mistake.path.join('/')
    if (told.has(place)) continue
    told.add(place)
    const range = raw.rangeOf(mistake.path, mistake.ofKey)
    problems.push({ source: raw.source, key, uri: raw.uri, range, message: mistake.message })
  }
  return { values, problems: [...problems, ...unknownRules(raw, values, ruleCodes)] }
}

function asObject(values: ReadonlyMap<string, unknown>): object {
  return Object.assign(Object.create(null), Object.fromEntries(values))
}

/** Takes a wrong value away: the entry of a map, else the whole setting. */
function drop(values: Map<string, unknown>, [key = '', entry]: readonly string[]): void {
  const value = values.get(key)
  const setting = settingOf(key)
  if (setting && isMapSetting(setting) && entry !== undefined && typeof value === 'object' && value !== null) {
    const rest: Record<string, unknown> = Object.assign(Object.create(null), value)
    delete rest[entry]
    values.set(key, rest)
  } else values.delete(key)
}

interface Mistake {
  /** To the wrong value, or to the key that should not be there. */
  readonly path: readonly string[]
  readonly ofKey: boolean
  readonly message: string
}

function mistakeOf(error: SchemaError, path: readonly string[], values: ReadonlyMap<string, unknown>): Mistake {
  const schema = schemaAround(validator().schema, error.schemaPath)
  const name = `\`${nameOf(path)}\``
  if (error.keyword === 'additionalProperties') {
    const key = String(error.params.additionalProperty)
    const known = Object.keys(schema.properties ?? {})
    const near = closestName(key, known)
    const hint =
      near === undefined ? `It takes ${known.map((each) => `\`${each}\``).join(' and ')}.` : `Did you mean \`${near}\`?`
    return { path: [...path, key], ofKey: true, message: `${name} has no \`${key}\`. ${hint}` }
  }
  if (error.keyword === 'propertyNames') {
    const key = String(error.params.propertyName)
    const advice = (schema.propertyNames as JsonSchema | undefined)?.patternErrorMessage
    return { path: [...path, key], ofKey: true, message: `${name} cannot hold \`${key}\`. ${String(advice)}` }
  }
  return { path, ofKey: false, message: valueMessage(error, name, schema, valueAt(values, path)) }
}

function valueMessage(error: SchemaError, name: string, schema: JsonSchema, value: unknown): string {
  switch (error.keyword) {
    case 'required':
      return `${name} lacks \`${String(error.params.missingProperty)}\`. Add it.`
    case 'pattern':
      return `${name} cannot be ${shown(value)}. ${String(schema.patternErrorMessage)}`
    case 'minimum':
    case 'maximum':
      return `${name} cannot be ${shown(value)}. Write a number from ${String(schema.minimum)} to ${String(schema.maximum)}.`
    case 'minItems':
    case 'minLength':
      return `${name} is empty. Write a value, or delete the line.`
    case 'enum': {
      const values = (schema.enum ?? []).map(String)
      const near = typeof value === 'string' ? closestName(value, values) : undefined
      const hint = near === undefined ? '' : ` Did you mean \`${near}\`?`
      return `${name} cannot be ${shown(value)}.${hint} It must be ${oneOf(values)}.`
    }
    default:
      return `${name} must be ${describeExpected(schema)}, but this is ${shown(value)}.`
  }
}

/** The codes in `rules` that no rule has; they stay, and have no effect. */
function unknownRules(
  raw: RawSettings,
  values: ReadonlyMap<string, unknown>,
  codes: readonly string[],
): ConfigProblem[] {
  const rules = values.get('rules')
  if (codes.length === 0 || typeof rules !== 'object' || rules === null) return []
  return Object.keys(rules)
    .filter((code) => !codes.includes(code))
    .map((code) => {
      const near = closestName(code, codes)
      const hint = near === undefined ? '`istio-egress rules` lists all there are.' : `Did you mean \`${near}\`?`
      const message = `There is no rule \`${code}\`, so its severity has no effect. ${hint}`
      return { source: raw.source, key: 'rules', uri: raw.uri, range: raw.rangeOf(['rules', code], true), message }
    })
}

function nameOf([key = '', ...rest]: readonly string[]): string {
  return rest.reduce((text, step) => (/^[0-9]+$/.test(step) ? `${text}[${step}]` : `${text}.${step}`), key)
}

function valueAt(values: ReadonlyMap<string, unknown>, [key = '', ...rest]: readonly string[]): unknown {
  let value = values.get(key)
  for (const step of rest) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Readonly<Record<string, unknown>>)[step]
  }
  return value
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map'
  if (value === null || value === undefined) return 'nothing'
  const text = String(value)
  return `\`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``
}
