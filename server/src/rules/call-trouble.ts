import { serviceHost } from '../istio/host-name'
import type { JudgedCall, JudgedDestination, Mesh } from '../mesh/mesh'

/** The codes of findings about calls, the most specific first: the first that fits a call is its finding. */
export const CALL_CODES = [
  'captured-host',
  'outside-sidecar-scope',
  'not-exported',
  'protocol-mismatch',
  'port-not-registered',
  'broken-route',
  'blocked-host',
  'would-be-blocked',
] as const

export type CallCode = (typeof CALL_CODES)[number]

/** What is wrong with a destination: the calls that the most specific code is about. */
export interface CallTrouble {
  readonly code: CallCode
  readonly destination: JudgedDestination
  /** At least one. */
  readonly calls: readonly [JudgedCall, ...JudgedCall[]]
}

/** The one finding that a destination gets; undefined where every call works or nothing can be said. */
export function troubleOf(destination: JudgedDestination, mesh: Mesh): CallTrouble | undefined {
  // Envoy does not proxy UDP, so no policy blocks it.
  if (destination.fact.protocol === 'UDP') return undefined
  const coded = destination.calls.map((call) => ({ call, code: codeOf(call, destination.external, mesh) }))
  for (const code of CALL_CODES) {
    const [first, ...rest] = coded.filter((each) => each.code === code).map(({ call }) => call)
    if (first) return { code, destination, calls: [first, ...rest] }
  }
  return undefined
}

/**
 * The code of a call's finding; undefined for a call that works, passes the sidecar by, or cannot be judged. A name that
 * belongs to the cluster and that no file declares may be declared in another repository: it is never reported.
 */
export function codeOf(call: JudgedCall, external: boolean, mesh: Pick<Mesh, 'engine'>): CallCode | undefined {
  const { outcome, verdict } = call
  if (outcome !== 'blocked' && outcome !== 'captured' && outcome !== 'error') return undefined
  if (!external && outcome !== 'error' && !isDeclared(call, mesh)) return undefined
  if (outcome === 'captured') return 'captured-host'
  if (outcome === 'blocked' && verdict.policy.from === 'assumed') return 'would-be-blocked'
  switch (verdict.cause) {
    case 'outside-sidecar-scope':
    case 'not-exported':
    case 'protocol-mismatch':
    case 'port-not-registered':
      return verdict.cause
    default:
      return outcome === 'error' ? 'broken-route' : 'blocked-host'
  }
}

function isDeclared({ destination: { host }, verdict, namespace }: JudgedCall, mesh: Pick<Mesh, 'engine'>): boolean {
  if (verdict.nearMisses.length > 0) return true
  const names = [host, serviceHost(host, namespace), `${host}.svc.cluster.local`, `${host}.cluster.local`]
  return names.some((name) => mesh.engine.declarationsOf(name).length > 0)
}
