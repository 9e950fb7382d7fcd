import type { Range } from '../text/range'
import type { YamlScalar } from './node'

/**
 * One stretch of a scalar's value and the stretch of the file's text that says it. Equal lengths: character by
 * character. Different ones: the whole stands for the whole (an escape sequence, a folded line end).
 */
interface Stretch {
  readonly value: number
  readonly valueLength: number
  readonly source: number
  readonly sourceLength: number
}

/** From offsets in a scalar's value to offsets in its file's text. */
export interface ScalarOffsets {
  /** The offset (UTF-16, 0-based) in the file's text of the value's character at `valueOffset`. */
  sourceOffset(valueOffset: number): number
  /** The text of the value's characters `start` to `end` (excluded); what folding put at the edges is left out. */
  sourceRange(start: number, end: number): Range
}

/** Aligns a scalar's value with its text once, for many lookups. Never throws; offsets outside are drawn inside. */
export function scalarOffsets(text: string, scalar: YamlScalar): ScalarOffsets {
  const stretches = stretchesOf(text, scalar)
  const quoted = scalar.style === 'single' || scalar.style === 'double'
  const nothing = oneToOne(0, scalar.range.start + (quoted ? 1 : 0), 0)
  const stretchAt = (offset: number): Stretch => {
    let low = 0
    let high = stretches.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((stretches[middle]?.value ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return stretches[low] ?? nothing
  }
  const endOf = (offset: number): number => {
    if (offset <= 0) return startOf(0)
    const stretch = stretchAt(offset - 1)
    if (stretch.valueLength !== stretch.sourceLength) return stretch.source + stretch.sourceLength
    return stretch.source + Math.min(offset - stretch.value, stretch.sourceLength)
  }
  const startOf = (offset: number): number => {
    const stretch = stretchAt(Math.max(0, offset))
    const inside = Math.max(0, offset - stretch.value)
    if (inside >= stretch.valueLength) return stretch.source + stretch.sourceLength
    return stretch.valueLength === stretch.sourceLength ? stretch.source + inside : stretch.source
  }
  return {
    sourceOffset: startOf,
    sourceRange: (start, end) => ({ start: startOf(start), end: end > start ? endOf(end) : startOf(start) }),
  }
}

/** As {@link ScalarOffsets.sourceOffset}, for a single lookup. */
export function sourceOffset(text: string, scalar: YamlScalar, valueOffset: number): number {
  return scalarOffsets(text, scalar).sourceOffset(valueOffset)
}

/** As {@link ScalarOffsets.sourceRange}, for a single lookup. */
export function sourceRange(text: string, scalar: YamlScalar, start: number, end: number): Range {
  return scalarOffsets(text, scalar).sourceRange(start, end)
}

function stretchesOf(text: string, scalar: YamlScalar): readonly Stretch[] {
  const { start, end } = scalar.range
  switch (scalar.style) {
    case 'plain':
      if (end - start === scalar.value.length) return [oneToOne(0, start, end - start)]
      return flowStretches(text, start, end, 'plain')
    case 'single':
    case 'double': {
      const closed = end - start >= 2 && text[end - 1] === text[start]
      return flowStretches(text, start + 1, closed ? end - 1 : end, scalar.style)
    }
    default:
      return blockStretches(text, scalar)
  }
}

function oneToOne(value: number, source: number, length: number): Stretch {
  return { value, valueLength: length, source, sourceLength: length }
}

const isBlank = (char: string | undefined): boolean => char === ' ' || char === '\t'
const isSpace = (char: string | undefined): boolean => isBlank(char) || char === '\n' || char === '\r'

/** How many hexadecimal digits follow `\x`, `\u` and `\U` (YAML 1.2.2, 5.7). */
const HEX_LENGTH: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** Plain and quoted scalars: line folding (YAML 1.2.2, 6.5), doubled single quotes, escapes of double quotes. */
function flowStretches(text: string, start: number, end: number, style: 'plain' | 'single' | 'double'): Stretch[] {
  const stretches: Stretch[] = []
  let value = 0
  let source = start
  let runStart = start
  const flush = () => {
    if (source > runStart) stretches.push(oneToOne(value - (source - runStart), runStart, source - runStart))
  }
  const add = (valueLength: number, sourceLength: number) => {
    flush()
    if (valueLength > 0) stretches.push({ value, valueLength, source, sourceLength })
    value += valueLength
    source += sourceLength
    runStart = source
  }
  while (source < end) {
    const char = text[source]
    if (isSpace(char)) {
      const run = spaceRun(text, source, end)
      if (run.lineEnds === 0) {
        value += run.length
        source += run.length
      } else add(Math.max(1, run.lineEnds - 1), run.length)
    } else if (style === 'single' && char === "'") add(1, 2)
    else if (style === 'double' && char === '\\') {
      const sequence = escapeAt(text, source, end)
      add(sequence.valueLength, sequence.sourceLength)
    } else {
      value++
      source++
    }
  }
  flush()
  return stretches
}

function spaceRun(text: string, start: number, end: number): { length: number; lineEnds: number } {
  let at = start
  let lineEnds = 0
  while (at < end && isSpace(text[at])) {
    if (text[at] === '\n') lineEnds++
    at++
  }
  return { length: at - start, lineEnds }
}

function escapeAt(text: string, at: number, end: number): { valueLength: number; sourceLength: number } {
  const next = text[at + 1] ?? ''
  const digits = HEX_LENGTH[next]
  if (digits !== undefined) {
    const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16)
    return { valueLength: code > 0xffff ? 2 : 1, sourceLength: Math.min(2 + digits, end - at) }
  }
  const crlf = next === '\r' && text[at + 2] === '\n'
  if (next !== '\n' && !crlf) return { valueLength: 1, sourceLength: Math.min(2, end - at) }
  // An escaped line end is nothing at all, and the next line's indentation goes with it.
  let after = at + (crlf ? 3 : 2)
  while (after < end && isBlank(text[after])) after++
  return { valueLength: 0, sourceLength: after - at }
}

/**
 * Block scalars: each line of the text that holds something stands in the value as it is, without its indentation; only
 * the line ends between differ (folding, chomping, CRLF), so the lines are found one after the other.
 */
function blockStretches(text: string, scalar: YamlScalar): Stretch[] {
  const { value } = scalar
  const stretches: Stretch[] = []
  const lines = sourceLines(text, scalar.range)
  const indent = blockIndent(text, lines, value)
  let valueAt = 0
  for (const line of lines) {
    const from = Math.min(line.start + indent, line.end)
    const content = text.slice(from, line.end)
    if (content === '') continue
    let at = valueAt
    while (value[at] === '\n') at++
    if (value[at] === ' ' && !isBlank(content[0]) && at > 0) at++
    if (!value.startsWith(content, at)) continue
    stretches.push(oneToOne(at, from, content.length))
    valueAt = at + content.length
  }
  return stretches
}

/** The lines below a block scalar's header, without their line ends. */
function sourceLines(text: string, range: Range): readonly Range[] {
  const lines: Range[] = []
  let at = text.indexOf('\n', range.start)
  while (at >= 0 && at + 1 < range.end) {
    const start = at + 1
    at = text.indexOf('\n', start)
    const end = at < 0 ? range.end : Math.min(at, range.end)
    lines.push({ start, end: text[end - 1] === '\r' && end > start ? end - 1 : end })
  }
  return lines
}

/** The indentation that the value lost: that of its first line that holds something, in the text less in the value. */
function blockIndent(text: string, lines: readonly Range[], value: string): number {
  const first = lines.find((line) => text.slice(line.start, line.end).trim() !== '')
  if (!first) return 0
  let spaces = 0
  while (text[first.start + spaces] === ' ') spaces++
  let kept = 0
  for (let at = 0; at < value.length; at++) {
    if (value[at] === ' ') kept++
    else if (value[at] === '\n') kept = 0
    else break
  }
  return Math.max(0, spaces - kept)
}
