import { closestName } from '../schema/closest-name'
import { SETTING_KEYS, settingOf } from './setting-table'

/** What is wrong with a key that is no setting, and what was probably meant. */
export function unknownSettingMessage(key: string): string {
  const rule = `There is no setting \`${key}\`, so it has no effect.`
  const without = key.replace(/^istioEgress\./, '')
  if (without !== key && settingOf(without)) return `${rule} Write it without the prefix: \`${without}\`.`
  const near = closestName(without, SETTING_KEYS) ?? SETTING_KEYS.find((known) => known.endsWith(`.${without}`))
  return near === undefined ? `${rule} docs/settings.md lists all there are.` : `${rule} Did you mean \`${near}\`?`
}

/** True if settings begin with this key and a dot: `generate` of `generate.exportTo`. */
export function isSettingPrefix(key: string): boolean {
  return SETTING_KEYS.some((known) => known.startsWith(`${key}.`))
}
