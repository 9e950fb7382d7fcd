import { nestsTooDeep } from '../../yaml/nesting'
import { type Context, type FoundHost, findInSetting } from '../find-in-setting'
import { keyMeaning } from '../key-words'
import { groupOf, type Setting, type SettingGroup } from '../setting'
import { findInFlags, wordsOfText } from '../shell/find-in-command'
import { findInScript } from '../shell/find-in-script'
import type { SourceText } from '../source-text'
import { type Technology, technologyByWord } from '../technologies'
import { formatOf } from './format'
import { readHoconSettings } from './hocon-file'
import { readJsonSettings } from './json-file'
import { readBlockLines, readDotenv, readIni, readProgramLines } from './lines'
import { readLogstashSettings } from './logstash-file'
import { findInNginx } from './nginx-file'
import { readProperties } from './properties'
import { readTomlSettings } from './toml-file'
import { readXmlSettings } from './xml-file'
import { readYamlSettings } from './yaml-file'

/**
 * Every host that an embedded file names as something to call.
 * @param name the file's name (a key of a ConfigMap); its ending and the text decide about the format
 * @param depth how many files this one is embedded in
 */
export function findInFile(name: string, source: SourceText, depth = 0): readonly FoundHost[] {
  if (depth > 4 || nestsTooDeep(source.text)) return []
  switch (formatOf(name, source.text)) {
    case 'none':
      return []
    case 'properties':
      return findInSettings(readProperties(source), depth)
    case 'dotenv':
      return findInSettings(readDotenv(source), depth)
    case 'ini':
      return findInSettings(readIni(source), depth)
    case 'toml':
      return findInSettings(readTomlSettings(source), depth)
    case 'hocon':
      return findInSettings(readHoconSettings(source), depth)
    case 'blocks':
      return findInSettings(readBlockLines(source), depth)
    case 'program':
      return findInSettings(readProgramLines(name, source), depth)
    case 'xml':
      return findInSettings(readXmlSettings(source), depth)
    case 'logstash':
      return findInSettings(readLogstashSettings(source), depth)
    case 'json':
      return findInSettings(readJsonSettings(source) ?? readYamlSettings(source) ?? [], depth)
    case 'yaml':
      return findInSettings(readYamlSettings(source) ?? readIni(source), depth)
    case 'nginx':
      return findInNginx(source)
    case 'shell':
      return findInScript(source, (document) => findInFile('', document, depth + 1))
    case 'text':
      return findInSetting({ path: [name], value: source }, { group: new Map() })
  }
}

/** Every host of the settings of one file. */
function findInSettings(settings: readonly Setting[], depth: number): readonly FoundHost[] {
  const group = groupOf(settings)
  return settings.flatMap((setting) => {
    const context: Context = {
      group,
      // Asked for only where a host is found.
      get technology() {
        return pluginTechnology(setting, group)
      },
    }
    return findInValue(setting, context, depth)
  })
}

/** The technology that a plugin's own settings name: `Name es`, `type = "kafka"`. */
function pluginTechnology({ path }: Setting, group: SettingGroup): Technology | undefined {
  const steps = [...path]
  while (/^#\d+$/.test(steps.at(-1) ?? '')) steps.pop()
  const words = steps.slice(0, -1).flatMap((step) => step.toLowerCase().split(/[^a-z0-9$@#]+/))
  for (const name of ['type', '@type', 'name', 'kind', 'plugin', 'driver', 'dialect', 'client', 'adapter', 'engine']) {
    const value = group.get([...words.filter((word) => word !== ''), name].join(' '))
    const found = value === undefined || value.includes(' ') ? undefined : technologyByWord(value.toLowerCase())
    if (found) return found
  }
  return undefined
}

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
