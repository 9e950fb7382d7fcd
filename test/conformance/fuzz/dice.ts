/** Chance that can be repeated: the same seed gives the same throws. */
export interface Dice {
  /** True with probability `p`. */
  chance(p: number): boolean
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  pick<const L extends readonly [unknown, ...unknown[]]>(items: L): L[number]
  /** Up to `count` different items, in random order. */
  some<T>(items: readonly T[], count: number): readonly T[]
}

/** Dice from a seed (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    chance: (p) => next() < p,
    between,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
    some(items, count) {
      const rest = [...new Set(items)]
      return Array.from({ length: Math.min(count, rest.length) }, () =>
        rest.splice(between(0, rest.length - 1), 1),
      ).flat()
    },
  }
}
