/** Declared hosts that may be meant by a misspelt one. */
export type SimilarHosts = (host: string) => Iterable<string>

/**
 * Finds hosts that differ from a given one in one label by one letter (too many, too few, another, two swapped) without
 * walking over all: two such labels are equal after at most one letter is taken out of each.
 */
export function indexSimilarHosts(hosts: Iterable<string>): SimilarHosts {
  const byShortened = new Map<string, string[]>()
  for (const host of new Set(hosts)) {
    for (const key of new Set(shortened(host))) {
      const list = byShortened.get(key)
      if (list) list.push(host)
      else byShortened.set(key, [host])
    }
  }
  return (host) => new Set(shortened(host).flatMap((key) => byShortened.get(key) ?? []))
}

/** The host as it is, and with every single letter taken out; dots stay. */
function shortened(host: string): readonly string[] {
  const found = [host]
  for (let i = 0; i < host.length; i++) {
    if (host[i] !== '.') found.push(host.slice(0, i) + host.slice(i + 1))
  }
  return found
}
