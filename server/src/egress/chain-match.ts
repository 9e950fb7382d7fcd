import type { FilterChain, Listener } from './envoy-config'
import { canonicalRange, isInRange } from './ip-range'

/** A connection as Envoy sees it. */
export interface Connection {
  readonly address: string
  readonly port: number
  readonly isTls: boolean
  /** Lower case; empty: none was sent. */
  readonly sni: string
  /** Plain HTTP, which the HTTP inspector knows. */
  readonly isHttp: boolean
}

/** True if the chain takes everything. */
export function matchesAll({ sniHosts, ranges, onlyHttp }: FilterChain): boolean {
  return (sniHosts.length === 0 || sniHosts.includes('*')) && !onlyHttp && ranges.length === 0
}

/** True if istiod takes the two chains for the same match, so that the later one is left out. */
export function conflicts(a: FilterChain, b: FilterChain): boolean {
  return a.onlyHttp === b.onlyHttp && sniKey(a) === sniKey(b) && rangeKey(a) === rangeKey(b)
}

function sniKey({ sniHosts }: FilterChain): string {
  return [...new Set(sniHosts.filter((host) => host !== '*'))].sort().join()
}

function rangeKey({ ranges }: FilterChain): string {
  const keys = ranges.map(canonicalRange).filter((range) => range !== undefined && !range.startsWith('0.0.0.0/'))
  return [...new Set(keys)].sort().join()
}

/** Why Envoy refuses a listener with these chains as a whole (semantics 8.4); undefined: it takes it. */
export function refusalOf(chains: readonly FilterChain[]): string | undefined {
  const seen = new Set<string>()
  for (const chain of chains) {
    const names = serverNames(chain)
    const partial = names.find((name) => name.includes('*') && !name.startsWith('*.'))
    if (partial !== undefined) return `the partial wildcard ${partial} cannot be matched by server name`
    const key = `${[...names].sort().join()}|${prefixes(chain).sort().join()}|${chain.onlyHttp}`
    if (seen.has(key)) return 'two of its filter chains match the same'
    seen.add(key)
  }
  return undefined
}

function serverNames({ sniHosts }: FilterChain): readonly string[] {
  return sniHosts.includes('*') ? [] : sniHosts
}

/** A range from 0.0.0.0 on is left out: it would match everything. */
function prefixes({ ranges }: FilterChain): string[] {
  return ranges.filter((range) => canonicalRange(range) !== undefined && !/^0\.0\.0\.0(\/|$)/.test(range))
}

/**
 * The chains that take a connection: destination range, then server name, then transport, then application protocol.
 * What is more specific in an earlier step wins, and there is no way back. None: the connection is dropped; several (hosts
 * that differ in letter case only, tls routes that overlap): Envoy takes no such listener.
 * Source: Envoy's documentation of FilterChainMatch.
 */
export function chainsFor(listener: Listener, connection: Connection): readonly FilterChain[] {
  const seesTls = listener.inspectsTls && connection.isTls
  const seesHttp = listener.inspectsHttp && connection.isHttp
  let chains = narrow(listener.chains, (chain) => rangeRank(chain, connection.address))
  chains = narrow(chains, (chain) => sniRank(chain, seesTls ? connection.sni : ''))
  chains = narrow(chains, ({ onlyHttp }) => (onlyHttp ? (seesTls ? -1 : 1) : 0))
  chains = narrow(chains, ({ onlyHttp }) => (onlyHttp ? (seesHttp ? 1 : -1) : 0))
  return chains.length === 0 && listener.fallback ? [listener.fallback] : chains
}

/** Keeps the chains of the highest rank; a negative one is no match. */
function narrow(chains: readonly FilterChain[], rank: (chain: FilterChain) => number): readonly FilterChain[] {
  let best = 0
  let kept: FilterChain[] = []
  for (const chain of chains) {
    const value = rank(chain)
    if (value < best) continue
    if (value > best) {
      best = value
      kept = []
    }
    kept.push(chain)
  }
  return kept
}

function rangeRank(chain: FilterChain, address: string): number {
  const ranges = prefixes(chain)
  if (ranges.length === 0) return 0
  let best = -1
  for (const range of ranges) {
    const bits = isInRange(address, range)
    if (bits !== undefined && bits + 1 > best) best = bits + 1
  }
  return best
}

const EXACT = 100_000

function sniRank(chain: FilterChain, sni: string): number {
  const names = serverNames(chain)
  if (names.length === 0) return 0
  let best = -1
  for (const name of names) {
    const lower = name.toLowerCase()
    if (sni === '') continue
    if (lower === sni) best = EXACT
    else if (lower.startsWith('*.') && sni.length > lower.length - 1 && sni.endsWith(lower.slice(1)))
      best = Math.max(best, lower.length)
  }
  return best
}
