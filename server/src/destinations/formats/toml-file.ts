import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'
import { unescapedJson } from './json-file'

/** Every value of a TOML text with its keys. What it cannot read it steps over to the next line. */
export function readTomlSettings(source: SourceText): readonly Setting[] {
  return new TomlReader(source).read()
}

class TomlReader {
  private readonly settings: Setting[] = []
  private table: readonly string[] = []
  private tables = 0
  private at = 0
  private readonly text: string

  constructor(private readonly source: SourceText) {
    this.text = source.text
  }

  read(): readonly Setting[] {
    while (this.at < this.text.length) {
      this.skipSpace(true)
      if (this.text[this.at] === '[') this.header()
      else this.pair(this.table)
      this.at = Math.max(this.at, this.endOfLine())
    }
    return this.settings
  }

  private endOfLine(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 ? this.text.length : end
  }

  /** Blanks and comments; line ends, too, where the grammar allows them. */
  private skipSpace(lines: boolean): void {
    while (this.at < this.text.length) {
      const char = this.text[this.at]
      if (char === ' ' || char === '\t' || char === '\r' || (lines && char === '\n')) this.at++
      else if (char === '#') this.at = this.endOfLine()
      else return
    }
  }

  private header(): void {
    const isArray = this.text[this.at + 1] === '['
    this.at += isArray ? 2 : 1
    const keys = this.keys()
    if (isArray) this.tables++
    // Tables below an array's table belong to its last element.
    const parent = this.lastElementOf(keys)
    this.table = isArray ? [...keys, `#${this.tables}`] : (parent ?? keys)
  }

  private lastElementOf(keys: readonly string[]): readonly string[] | undefined {
    const mark = this.table.findIndex((step) => /^#\d+$/.test(step))
    if (mark < 0 || mark >= keys.length) return undefined
    const same = this.table.slice(0, mark).every((step, index) => keys[index] === step)
    return same ? [...this.table.slice(0, mark + 1), ...keys.slice(mark)] : undefined
  }

  private keys(): readonly string[] {
    const keys: string[] = []
    for (;;) {
      this.skipSpace(false)
      const match = /^(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([\w-]+))/.exec(this.text.slice(this.at, this.at + 300))
      if (!match) return keys
      keys.push(match[1] ?? match[2] ?? match[3] ?? '')
      this.at += match[0].length
      this.skipSpace(false)
      if (this.text[this.at] !== '.') return keys
      this.at++
    }
  }

  private pair(parents: readonly string[]): boolean {
    const keys = this.keys()
    if (keys.length === 0 || this.text[this.at] !== '=') return false
    this.at++
    this.skipSpace(false)
    this.value([...parents, ...keys])
    return true
  }

  private value(path: readonly string[]): void {
    const char = this.text[this.at]
    if (char === '[') this.array(path)
    else if (char === '{') this.inlineTable(path)
    else if (char === '"' || char === "'") this.quoted(path, char)
    else {
      const match = /^[^\s,\]}#]+/.exec(this.text.slice(this.at, this.at + 200))
      if (match) this.add(path, this.at, this.at + match[0].length)
      this.at += match?.[0].length ?? 1
    }
  }

  private add(path: readonly string[], start: number, end: number): void {
    this.settings.push({ path, value: sliceSource(this.source, start, end) })
  }

  private quoted(path: readonly string[], quote: string): void {
    const isLong = this.text.startsWith(quote.repeat(3), this.at)
    const mark = isLong ? quote.repeat(3) : quote
    const start = this.at + mark.length
    let end = start
    while (end < this.text.length && !this.text.startsWith(mark, end) && (isLong || this.text[end] !== '\n')) {
      end += quote === '"' && this.text[end] === '\\' ? 2 : 1
    }
    end = Math.min(end, this.text.length)
    if (quote === '"') this.settings.push({ path, value: unescapedJson(this.source, start, end) })
    else this.add(path, start, end)
    this.at = Math.min(end + mark.length, this.text.length)
  }

  private array(path: readonly string[]): void {
    this.at++
    for (let index = 0; this.at < this.text.length; index++) {
      this.skipSpace(true)
      if (this.text[this.at] === ']') break
      const before = this.at
      this.value([...path, `#${index}`])
      this.skipSpace(true)
      if (this.text[this.at] === ',') this.at++
      if (this.at === before) return
    }
    this.at++
  }

  private inlineTable(path: readonly string[]): void {
    this.at++
    while (this.at < this.text.length) {
      this.skipSpace(true)
      if (this.text[this.at] === '}' || !this.pair(path)) break
      this.skipSpace(true)
      if (this.text[this.at] !== ',') break
      this.at++
    }
    if (this.text[this.at] === '}') this.at++
  }
}
