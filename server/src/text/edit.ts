import type { Range } from './range'

/** Replaces the text of `range` (offsets in the text before any edit) by `newText`. */
export interface TextEdit {
  readonly range: Range
  readonly newText: string
}

/**
 * The text after all edits. Edits are taken in the order of their offsets; two at one offset keep their given order.
 * An edit that overlaps an earlier one is left out, so that a text is never torn.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }))
  sorted.sort((a, b) => a.edit.range.start - b.edit.range.start || a.index - b.index)
  let result = ''
  let last = 0
  for (const { edit } of sorted) {
    if (edit.range.start < last) continue
    result += text.slice(last, edit.range.start) + edit.newText
    last = edit.range.end
  }
  return result + text.slice(last)
}
