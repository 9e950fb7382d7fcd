import { type Context, type FoundHost, findInSetting } from './find-in-setting'
import { findInFile } from './formats/find-in-file'
import { keyMeaning } from './key-words'
import type { Setting } from './setting'
import { findInFlags, wordsOfText } from './shell/find-in-command'

/** Every host of a value, which may itself be an embedded file or a list of flags. */
export function findInValue(setting: Setting, context: Context, depth = 0): readonly FoundHost[] {
  const { text } = setting.value
  const last = setting.path.filter((step) => !/^#\d+$/.test(step)).at(-1) ?? ''
  if (isEmbedded(text)) {
    if (keyMeaning(setting.path.filter((step) => !/^#\d+$/.test(step))).kind === 'never') return []
    return findInFile(isFileName(last) ? last : '', setting.value, depth + 1)
  }
  if (isFlagText(text)) return findInFlags(wordsOfText(setting.value))
  return findInSetting(setting, context)
}

/** A whole document: JSON, or lines that each say something. */
function isEmbedded(text: string): boolean {
  if (/^\s*[{[]\s*["{[\]}]/.test(text) && /[\]}]\s*$/.test(text)) return true
  if (!text.trim().includes('\n')) return false
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const saying = lines.filter((line) =>
    /^\s*["']?[\w.@$/-]+["']?\s*(?:[=:]\s|=>|=\S|[:{]\s*$)|^\s*\[[^\]]+\]\s*$|^\s*[#;<]/.test(line),
  )
  return saying.length > lines.length / 2
}

/** Flags of a program in one value: JAVA_OPTS and its like. */
function isFlagText(text: string): boolean {
  return /^\s*-{1,2}[A-Za-z]/.test(text) && /[=\s]/.test(text.trim())
}

/** True for a key that is a file's name. */
function isFileName(key: string): boolean {
  return /^[\w.-]*\.[a-z][a-z0-9]{1,11}$/i.test(key) || /^(?:Caddyfile|Corefile|Dockerfile|Makefile)$/.test(key)
}
