import { allRules } from '../rules/index'

/**
 * Codes that this version may have no rule for, but another one has: a config file is shared between versions, and
 * naming them is no mistake.
 */
export const RESERVED_CODES: readonly string[] = [
  'unused-entry',
  'duplicate-entry',
  'unknown-host',
  'conflicting-mesh-config',
]

/** The codes that the setting `rules` may name. */
export const ruleCodes: readonly string[] = [...new Set([...allRules.map(({ code }) => code), ...RESERVED_CODES])]
