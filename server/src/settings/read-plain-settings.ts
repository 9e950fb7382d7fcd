import type { ConfigProblem, RawSettings } from './raw-settings'
import { settingOf } from './setting-table'
import { isSettingPrefix, unknownSettingMessage } from './unknown-setting'

/** Deeper nesting than any setting has. */
const DEPTH_LIMIT = 12

/**
 * Settings that came as plain data: flags of the command line or what an editor sent. Keys may be flat
 * (`generate.exportTo`) or nested; null and undefined mean that a setting is not set. Never throws.
 */
export function readPlainSettings(source: 'flag' | 'editor', given: unknown): RawSettings {
  const values = new Map<string, unknown>()
  const problems: ConfigProblem[] = []
  const report = (key: string, message: string) =>
    problems.push({ source, key, uri: undefined, range: undefined, message })

  function take(map: object, prefix: string): void {
    for (const [name, value] of Object.entries(map)) {
      const key = prefix + name
      if (value === null || value === undefined) continue
      if (settingOf(key)) values.set(key, withoutPrototypes(value, DEPTH_LIMIT))
      else if (!isSettingPrefix(key)) report(key, unknownSettingMessage(key))
      else if (isMap(value)) take(value, `${key}.`)
      else report(key, `\`${key}\` holds settings of its own, such as \`{ … }\`, but this is no map.`)
    }
  }

  if (isMap(given)) take(given, '')
  else if (given !== undefined && given !== null) report('', 'Settings are a map of key and value, but these are none.')
  return { source, uri: undefined, values, rangeOf: () => undefined, problems }
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The same data in objects without prototypes, so that no key reaches one of JavaScript's own. */
function withoutPrototypes(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (depth === 0) return null
  if (Array.isArray(value)) return value.map((item) => withoutPrototypes(item, depth - 1))
  const result: Record<string, unknown> = Object.create(null)
  for (const [key, item] of Object.entries(value)) result[key] = withoutPrototypes(item, depth - 1)
  return result
}
