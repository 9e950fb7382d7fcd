/** Names longer than this are never compared letter by letter. */
const LONGEST = 64

/**
 * The name of a list that a mistyped one most likely means; undefined if none is near. Case, `_` and `-` do not
 * count (`export_to` means `exportTo`); otherwise a third of the letters may differ.
 */
export function closestName(wrong: string, names: readonly string[]): string | undefined {
  const folded = fold(wrong)
  const same = names.find((name) => fold(name) === folded)
  if (same !== undefined) return same
  if (wrong.length > LONGEST) return undefined
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(folded.length / 3)) + 1
  for (const name of names) {
    const distance = editDistance(folded, fold(name), bestDistance)
    if (distance < bestDistance) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, '')
}

/** Letters to insert, remove, replace or swap with their neighbour; `limit` or more is all the same. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + cost)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1)
      row.push(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.length] ?? limit
}
