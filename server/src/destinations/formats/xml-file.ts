import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'

const ATTRIBUTE = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/** Deeper elements are read as if they stood at this depth: paths must not grow with the text. */
const DEPTH_LIMIT = 100

interface Element {
  readonly name: string
  readonly index: number
  /** The value of its `name` or `key` attribute: the key of its text. */
  readonly key: string | undefined
}

/**
 * The texts and attributes of an XML document with the elements above them. `<name>k</name><value>v</value>`, as Hadoop
 * writes its settings, and `<add key="k" value="v"/>`, as .NET does, give `v` the key `k`.
 */
export function readXmlSettings(source: SourceText): readonly Setting[] {
  return new XmlReader(source).read()
}

class XmlReader {
  private readonly settings: Setting[] = []
  private readonly open: Element[] = []
  private count = 0
  private named: string | undefined
  private readonly text: string

  constructor(private readonly source: SourceText) {
    this.text = source.text
  }

  read(): readonly Setting[] {
    let at = 0
    while (at < this.text.length) {
      const tag = this.text.indexOf('<', at)
      this.addText(at, tag < 0 ? this.text.length : tag)
      if (tag < 0) break
      at = this.markup(tag)
    }
    return this.settings
  }

  /** Reads what begins with `<` and gives the offset behind it; what is not closed ends the document. */
  private markup(at: number): number {
    if (this.text.startsWith('<!--', at)) return this.behind('-->', at + 4)
    if (this.text.startsWith('<![CDATA[', at)) {
      const end = this.behind(']]>', at + 9)
      this.addText(at + 9, Math.max(at + 9, end - 3))
      return end
    }
    if (/[?!]/.test(this.text[at + 1] ?? '')) return this.behind('>', at)
    const end = this.endOfTag(at)
    this.tag(at + 1, end)
    return end + 1
  }

  private behind(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from)
    return found < 0 ? this.text.length : found + mark.length
  }

  /** The offset of the tag's `>`; those within quotes do not count. */
  private endOfTag(at: number): number {
    let quote = ''
    for (let i = at; i < this.text.length; i++) {
      const char = this.text[i] ?? ''
      if (quote !== '') quote = char === quote ? '' : quote
      else if (char === '"' || char === "'") quote = char
      else if (char === '>') return i
    }
    return this.text.length
  }

  private tag(start: number, end: number): void {
    const text = this.text.slice(start, end)
    const name = /^\/?([A-Za-z_][\w.:-]*)/.exec(text)?.[1]
    if (name === undefined) return
    if (text.startsWith('/')) {
      const at = this.open.map((element) => element.name).lastIndexOf(name)
      if (at >= 0) this.open.length = at
      return
    }
    this.count++
    if (name === 'property') this.named = undefined
    const rest = text.slice(name.length)
    const key = /\b(?:key|name)\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(rest)
    if (this.open.length < DEPTH_LIMIT) this.open.push({ name, index: this.count, key: key?.[1] ?? key?.[2] })
    this.attributes(start + name.length, rest)
    if (text.endsWith('/') && this.open.at(-1)?.index === this.count) this.open.pop()
  }

  private path(levels = this.open.length): readonly string[] {
    return this.open.slice(0, levels).flatMap(({ name, index }) => [name, `#${index}`])
  }

  private addText(start: number, end: number): void {
    const element = this.open.at(-1)?.name
    const raw = this.text.slice(start, end)
    const value = raw.trim()
    if (value === '' || element === undefined) return
    if (element === 'name' || element === 'key') this.named = value
    const own = this.open.at(-1)?.key ?? element
    const key = element === 'value' && this.named !== undefined ? this.named : own
    const from = start + raw.length - raw.trimStart().length
    const path = [...this.path(this.open.length - 1), key]
    this.settings.push({ path, value: sliceSource(this.source, from, from + value.length) })
  }

  private attributes(offset: number, text: string): void {
    const found = [...text.matchAll(ATTRIBUTE)]
    const named = found.find((match) => /^(?:key|name)$/i.test(match[1] ?? ''))
    const path = this.path()
    for (const match of found) {
      const value = match[2] ?? match[3] ?? ''
      const start = offset + match.index + match[0].length - 1 - value.length
      const isValue = /^(?:value|connectionString)$/i.test(match[1] ?? '') && named
      const key = isValue ? (named[2] ?? named[3] ?? '') : (match[1] ?? '')
      this.settings.push({ path: [...path, key], value: sliceSource(this.source, start, start + value.length) })
    }
  }
}
