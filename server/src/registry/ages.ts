import type { Placed } from './placed'

/**
 * Which of two equally old objects comes first. Istio takes the smaller name, or leaves it to chance; `reversed` is the
 * other way round, to find out whether the answer hangs on it.
 */
export type TieOrder = 'by-name' | 'reversed'

/** The age of what states none: all equally old, in seconds since 1970. 2024-01-01, as good as any. */
const UNSTATED = 1_704_067_200

/** Creation time in seconds since 1970; Kubernetes keeps whole seconds. */
export function creationTimeOf({ resource }: Placed): number {
  if (resource.creationTimestamp === undefined) return UNSTATED
  const time = Date.parse(resource.creationTimestamp)
  return Number.isNaN(time) ? UNSTATED : Math.floor(time / 1000)
}

/**
 * Sorts oldest first, then by names.
 * @param keys the creation time and the names that break a tie, the weightiest first
 */
export function sortByAge<T>(
  items: readonly T[],
  ties: TieOrder,
  keys: (item: T) => { readonly created: number; readonly names: readonly string[] },
): readonly T[] {
  const direction = ties === 'reversed' ? -1 : 1
  return items
    .map((item, index) => ({ item, index, ...keys(item) }))
    .sort((a, b) => a.created - b.created || direction * (compareNames(a.names, b.names) || a.index - b.index))
    .map(({ item }) => item)
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (const [index, name] of a.entries()) {
    const other = b[index] ?? ''
    if (name !== other) return name < other ? -1 : 1
  }
  return 0
}

/** Sorts resources oldest first, then by name and namespace, as istiod does. */
export function sortPlacedByAge<P extends Placed>(items: readonly P[], ties: TieOrder): readonly P[] {
  return sortByAge(items, ties, (placed) => ({
    created: creationTimeOf(placed),
    names: [placed.resource.name, placed.namespace],
  }))
}
