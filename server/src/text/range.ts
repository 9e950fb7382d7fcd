/** A stretch of a text: offsets in UTF-16 units from 0, `end` excluded. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** True if `offset` (0-based) lies in `range` or right behind its last character, as an editor's cursor does. */
export function touches(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end
}

/** True if the two ranges share at least one position; ranges that only touch count. */
export function intersects(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end
}
