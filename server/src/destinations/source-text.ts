import type { Range } from '../text/range'
import type { YamlScalar } from '../yaml/node'
import { scalarOffsets } from '../yaml/scalar-offsets'

/** A text to look for hosts in that knows where in the file each part of it stands. */
export interface SourceText {
  readonly text: string
  /** Where the characters `start` to `end` of `text` stand: offsets in the file's text. */
  rangeOf(start: number, end: number): Range
  /** True if a part of these characters is not written there as it is: base64 or `$(VAR)`. */
  isDerived(start: number, end: number): boolean
}

const never = () => false

/** The value of a scalar. */
export function scalarSource(fileText: string, scalar: YamlScalar): SourceText {
  let offsets: ReturnType<typeof scalarOffsets> | undefined
  return {
    text: scalar.value,
    rangeOf: (start, end) => {
      // Most values name no host: the two texts are aligned only when a place is asked for.
      offsets ??= scalarOffsets(fileText, scalar)
      return offsets.sourceRange(start, end)
    },
    isDerived: never,
  }
}

/** A part of a text. */
export function sliceSource(source: SourceText, start: number, end: number): SourceText {
  if (start === 0 && end === source.text.length) return source
  return {
    text: source.text.slice(start, end),
    rangeOf: (from, to) => source.rangeOf(start + from, start + to),
    isDerived: (from, to) => source.isDerived(start + from, start + to),
  }
}

/** The value of a scalar of a YAML text that itself stands in a source text. */
export function nestedScalarSource(source: SourceText, scalar: YamlScalar): SourceText {
  const inner = scalarSource(source.text, scalar)
  const outer = (start: number, end: number) => inner.rangeOf(start, end)
  return {
    text: inner.text,
    rangeOf: (start, end) => {
      const range = outer(start, end)
      return source.rangeOf(range.start, range.end)
    },
    isDerived: (start, end) => {
      const range = outer(start, end)
      return source.isDerived(range.start, range.end)
    },
  }
}

/** A stretch of a composed text: its characters stand for the characters `start` to `end` of the source. */
export interface Piece {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The characters are not written there: they come from somewhere else. */
  readonly derived?: boolean
}

/** A text made of stretches of another: after unescaping, or with variables put in. */
export function composeSource(source: SourceText, pieces: readonly Piece[]): SourceText {
  const starts: number[] = []
  let length = 0
  for (const piece of pieces) {
    starts.push(length)
    length += piece.text.length
  }
  const indexAt = (offset: number): number => {
    let index = 0
    while (index + 1 < starts.length && (starts[index + 1] ?? 0) <= offset) index++
    return index
  }
  const isCopy = (piece: Piece) => !piece.derived && piece.text.length === piece.end - piece.start
  const startOf = (offset: number): number => {
    const index = indexAt(offset)
    const piece = pieces[index]
    if (!piece) return 0
    return isCopy(piece) ? piece.start + offset - (starts[index] ?? 0) : piece.start
  }
  const endOf = (offset: number): number => {
    const index = indexAt(Math.max(0, offset - 1))
    const piece = pieces[index]
    if (!piece) return 0
    return isCopy(piece) ? piece.start + offset - (starts[index] ?? 0) : piece.end
  }
  const place = (start: number, end: number): readonly [number, number] => {
    const from = startOf(start)
    return [from, Math.max(from, end > start ? endOf(end) : from)]
  }
  return {
    text: pieces.map((piece) => piece.text).join(''),
    rangeOf: (start, end) => source.rangeOf(...place(start, end)),
    isDerived: (start, end) => {
      for (let index = indexAt(start); index <= indexAt(Math.max(start, end - 1)); index++) {
        if (pieces[index]?.derived) return true
      }
      return source.isDerived(...place(start, end))
    },
  }
}
