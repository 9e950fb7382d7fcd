import type { Setting } from '../setting'
import { type SourceText, sliceSource } from '../source-text'

/** A line without its line end; offsets in the text. */
interface Line {
  readonly start: number
  readonly text: string
}

/** The lines of a text. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, text: line.endsWith('\r') ? line.slice(0, -1) : line })
    start += line.length + 1
  }
  return lines
}

/** `KEY=value` lines with `export`, quotes and comments, as dotenv files and env files have them. */
export function readDotenv(source: SourceText): readonly Setting[] {
  return linesOf(source.text).flatMap((line) => {
    const match = /^\s*(?:export\s+|set\s+)?([A-Za-z_][\w.-]*)\s*=\s*/.exec(line.text)
    if (!match?.[1]) return []
    const value = valueAt(source, line, match[0].length, /\s#.*$/)
    return [{ path: [match[1]], value }]
  })
}

/**
 * Files of sections and keys: INI, systemd, fluent-bit, and the many formats that write `key value`, `key = value` or
 * `key: value` on a line each. Repeated sections stay apart.
 */
export function readIni(source: SourceText): readonly Setting[] {
  const settings: Setting[] = []
  let section: readonly string[] = []
  let sections = 0
  for (const line of linesOf(source.text)) {
    if (/^\s*(?:[#;!]|\/\/|--\s)/.test(line.text) || line.text.trim() === '') continue
    const header = /^\s*\[{1,2}\s*([^\]]+?)\s*\]{1,2}\s*(?:[#;].*)?$/.exec(line.text)
    if (header?.[1]) {
      sections++
      section = [header[1], `#${sections}`]
      continue
    }
    const match = /^\s*([A-Za-z_$@][\w.$@/-]*)(?:\s*[=:]\s*(?!\/\/)|\s+)/.exec(line.text)
    if (!match?.[1]) continue
    settings.push({
      path: [...section, match[1]],
      value: valueAt(source, line, match[0].length, /(?:\s[#;]|;\s*$).*$/),
    })
  }
  return settings
}

/** The value from a column on: quotes and a comment behind it taken off. */
function valueAt(source: SourceText, line: Line, column: number, comment: RegExp): SourceText {
  const rest = line.text.slice(column)
  const quote = rest[0]
  if (quote === '"' || quote === "'") {
    const close = rest.indexOf(quote, 1)
    if (close > 0) return sliceSource(source, line.start + column + 1, line.start + column + close)
  }
  const length = rest.replace(comment, '').trimEnd().length
  return sliceSource(source, line.start + column, line.start + column + length)
}

/** Fluentd's and Apache's files: `key value` lines within `<block argument>` … `</block>`. */
export function readBlockLines(source: SourceText): readonly Setting[] {
  const settings: Setting[] = []
  const blocks: string[] = []
  let count = 0
  for (const line of linesOf(source.text)) {
    const block = /^\s*<(\/?)([A-Za-z_][\w-]*)[^>]*>\s*$/.exec(line.text)
    if (block?.[1]) blocks.length = Math.max(0, blocks.length - 2)
    else if (block?.[2] && blocks.length < 100) {
      count++
      blocks.push(block[2], `#${count}`)
    } else {
      const match = /^\s*([A-Za-z_@][\w.-]*)\s+/.exec(line.text)
      if (match?.[1])
        settings.push({ path: [...blocks, match[1]], value: valueAt(source, line, match[0].length, /\s#.*$/) })
    }
  }
  return settings
}

/** Lines of a program in some language: what is assigned to a name is that name's value; comments do not count. */
export function readProgramLines(name: string, source: SourceText): readonly Setting[] {
  return linesOf(source.text).flatMap((line) => {
    if (/^\s*(?:#|\/\/|\/?\*|--|;|"""|''')/.test(line.text)) return []
    const match =
      /^\s*(?:(?:export|const|let|var|final|static|public|private|val|def|set|my|local)\s+)*["']?([A-Za-z_$][\w.$-]*)["']?\s*(?::?=|:\s)\s*/.exec(
        line.text,
      )
    const length = line.text.replace(/\s(?:#|\/\/)\s.*$/, '').length
    const start = match?.[0].length ?? 0
    if (length <= start) return []
    return [{ path: [match?.[1] ?? name], value: sliceSource(source, line.start + start, line.start + length) }]
  })
}
