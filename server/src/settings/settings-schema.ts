import type { JsonSchema } from '../schema/validator'
import { SETTING_KEYS, SETTINGS } from './setting-table'

/** The schema of all settings side by side, keys with dots: what the generated validator checks. */
export function settingsSchema(): JsonSchema {
  const properties = Object.fromEntries(SETTING_KEYS.map((key) => [key, SETTINGS[key].schema]))
  return { $schema: 'http://json-schema.org/draft-07/schema#', title: 'Settings', type: 'object', properties }
}
