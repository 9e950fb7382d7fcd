import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'

const TOKEN = /#[^\n]*|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|=>|[{}[\],]|[^\s{}[\],"'=#]+|=/g

/** Logstash's pipelines: `key => value` in blocks named after plugins. */
export function readLogstashSettings(source: SourceText): readonly Setting[] {
  const settings: Setting[] = []
  const path: string[] = []
  const brackets: ('{' | '[')[] = []
  let word: { text: string; value: SourceText } | undefined
  let key: string | undefined
  let count = 0
  for (const match of source.text.matchAll(TOKEN)) {
    const token = match[0]
    if (token.startsWith('#') || token === ',') continue
    if (token === '=>') key = word?.text
    else if (token === '{' || token === '[') {
      count++
      path.push(key ?? word?.text ?? '', `#${count}`)
      brackets.push(token)
      key = undefined
      word = undefined
    } else if (token === '}' || token === ']') {
      path.length = Math.max(0, path.length - 2)
      brackets.pop()
      key = undefined
    } else {
      const quoted = match[1] !== undefined || match[2] !== undefined ? 1 : 0
      const value = sliceSource(source, match.index + quoted, match.index + token.length - quoted)
      // `[host][name]` names a field of an event, not a setting.
      if (key?.startsWith('[')) key = undefined
      else if (key !== undefined) settings.push({ path: [...path, key], value })
      else if (brackets.at(-1) === '[') settings.push({ path: [...path], value })
      word = { text: value.text, value }
      key = undefined
    }
  }
  return settings
}
