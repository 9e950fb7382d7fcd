import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'

const NAME = String.raw`[A-Za-z_][\w.:-]*`
const TOKEN = new RegExp(
  String.raw`<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|</(${NAME})\s*>|<(${NAME})((?:[^>"']|"[^"]*"|'[^']*')*?)(/?)>`,
  'g',
)
const ATTRIBUTE = new RegExp(String.raw`(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g')

interface Element {
  readonly name: string
  readonly index: number
}

/**
 * The texts and attributes of an XML document with the elements above them. `<name>k</name><value>v</value>`, as Hadoop
 * writes its settings, and `<add key="k" value="v"/>`, as .NET does, give `v` the key `k`.
 */
export function readXmlSettings(source: SourceText): readonly Setting[] {
  const settings: Setting[] = []
  const open: Element[] = []
  let count = 0
  let last = 0
  let named: string | undefined
  const path = (...more: readonly string[]) => [...open.flatMap(({ name, index }) => [name, `#${index}`]), ...more]
  const addText = (start: number, end: number) => {
    const raw = source.text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const value = raw.trim()
    if (value === '' || open.length === 0) return
    const element = open.at(-1)?.name ?? ''
    if (element === 'name' || element === 'key') named = value
    const parents = open.slice(0, -1).flatMap(({ name, index }) => [name, `#${index}`])
    const key = element === 'value' && named !== undefined ? named : element
    settings.push({ path: [...parents, key], value: sliceSource(source, start + lead, start + lead + value.length) })
  }
  for (const match of source.text.matchAll(TOKEN)) {
    addText(last, match.index)
    last = match.index + match[0].length
    const [whole, data, closing, opening, attributes = '', empty] = match
    if (data !== undefined) addText(match.index + 9, last - 3)
    else if (closing !== undefined) closeTo(open, closing)
    else if (opening !== undefined) {
      count++
      if (opening === 'property') named = undefined
      open.push({ name: opening, index: count })
      readAttributes(source, match.index + whole.indexOf(attributes, opening.length + 1), attributes, path(), settings)
      if (empty) open.pop()
    }
  }
  return settings
}

function closeTo(open: Element[], name: string): void {
  const at = open.map((element) => element.name).lastIndexOf(name)
  if (at >= 0) open.length = at
}

function readAttributes(
  source: SourceText,
  offset: number,
  text: string,
  path: readonly string[],
  settings: Setting[],
): void {
  const found = [...text.matchAll(ATTRIBUTE)]
  const named = found.find((match) => /^(key|name)$/i.test(match[1] ?? ''))
  for (const match of found) {
    const value = match[2] ?? match[3] ?? ''
    const start = offset + match.index + match[0].length - 1 - value.length
    const isValue = /^(value|connectionString)$/i.test(match[1] ?? '') && named
    const key = isValue ? (named[2] ?? named[3] ?? '') : (match[1] ?? '')
    settings.push({ path: [...path, key], value: sliceSource(source, start, start + value.length) })
  }
}
