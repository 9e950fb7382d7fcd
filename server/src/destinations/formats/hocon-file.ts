import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'

const TOKEN =
  /#[^\n]*|\/\/[^\n]*|"((?:[^"\\\n]|\\.)*)"|\$\{[^}\n]*\}|\+?=|:(?=[\s{[])|[{}[\],\n]|(?:[^\s{}[\],"=#:$]|:(?![\s{[])|\$(?!\{))+/g

/** Nested `key = value` and `key { … }`, as HOCON and the configuration of Kerberos have them. */
export function readHoconSettings(source: SourceText): readonly Setting[] {
  const settings: Setting[] = []
  const path: string[][] = []
  let key: string[] | undefined
  let word: { readonly text: string; readonly value: SourceText } | undefined
  let pending: string[] = []
  let isList = false
  let count = 0
  const endValue = () => {
    if (key && word) settings.push({ path: [...path.flat(), ...key], value: word.value })
    if (!isList) key = undefined
    word = undefined
    pending = []
  }
  for (const match of source.text.matchAll(TOKEN)) {
    const token = match[0]
    if (token.startsWith('#') || token.startsWith('//') || token.startsWith('${')) continue
    if (token === '=' || token === '+=' || token === ':') {
      key = word ? [word.text] : undefined
      word = undefined
      pending = []
    } else if (token === '{') {
      count++
      // HCL's blocks have labels: `listener "tcp" {`.
      path.push([...(key ?? pending), ...(isList ? [`#${count}`] : [])])
      pending = []
      key = undefined
      word = undefined
    } else if (token === '}') {
      endValue()
      path.pop()
    } else if (token === '[') isList = true
    else if (token === ']') {
      endValue()
      isList = false
      key = undefined
    } else if (token === ',' || token === '\n') endValue()
    else {
      const quoted = match[1] === undefined ? 0 : 1
      const value = sliceSource(source, match.index + quoted, match.index + token.length - quoted)
      word = { text: value.text, value }
      pending.push(value.text)
    }
  }
  endValue()
  return settings
}
