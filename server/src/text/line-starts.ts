/** Where each line of a text begins: offsets, ascending, the first always 0. Lines end with LF, CRLF or CR, as in LSP. */
export type LineStarts = readonly number[]

/** A line and a column of it, both 0-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number
  readonly character: number
}

/** The line table of a text; LF, CRLF and a lone CR each end a line. */
export function lineStartsOf(text: string): LineStarts {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 13 && text.charCodeAt(i + 1) === 10) continue
    if (code === 10 || code === 13) starts.push(i + 1)
  }
  return starts
}

/** The position of an offset; one behind the text's end gives a column behind the last line's end. */
export function positionAt(starts: LineStarts, offset: number): Position {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low, character: offset - (starts[low] ?? 0) }
}

/** The offset of a position; a line behind the last one gives the last line's start. */
export function offsetAt(starts: LineStarts, position: Position): number {
  const line = Math.min(position.line, starts.length - 1)
  return (starts[line] ?? 0) + position.character
}
