import { hostCovers, isWildcardHost } from '../../istio/host-name'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import { codeOf } from '../call-trouble'
import type { Draft } from './draft'
import type { KnownCall } from './mesh-calls'
import { isOpen } from './open-call'
import type { Touched } from './touched'

/**
 * True if what a draft did since it was last settled breaks a call of the mesh that worked, or sends one to somebody
 * else's server: a TCP entry without addresses takes its whole port, an own declaration hides those of other namespaces.
 */
export function doesHarm(draft: Draft): boolean {
  const concerns = concernsOf(draft.touched)
  for (const { call, destination } of touchedCalls(draft)) if (isWorse(call, destination.external, draft)) return true
  return draft.opened.some((call) => concerns(call.destination.host, call.destination.port) && !isOpen(draft, call))
}

/**
 * Hosts, with port, that belong to the cluster, that no file declares and whose calls end at another server by what a
 * draft did since it was last settled. That is no harm where their Service is in another repository, because it has an
 * address of its own; a person should still know of it.
 */
export function takenHosts(draft: Draft): readonly string[] {
  const taken = new Set<string>()
  for (const { call, destination } of touchedCalls(draft)) {
    if (destination.external || call.outcome === 'captured' || draft.verdict(call).outcome !== 'captured') continue
    const { host, port } = destination.fact
    taken.add(port === null ? host : `${host}:${port}`)
  }
  return [...taken].sort()
}

/** The calls of the mesh that a draft may have altered since it was last settled. */
function* touchedCalls(draft: Draft): Iterable<KnownCall> {
  const { reach } = draft.touched
  const concerns = concernsOf(draft.touched)
  const namespaces = reach === 'everywhere' ? draft.calls.keys() : new Set(reach)
  for (const namespace of namespaces) {
    for (const known of draft.calls.get(namespace) ?? []) {
      const { host, port } = known.destination.fact
      if (concerns(host, port)) yield known
    }
  }
}

function concernsOf({ concerns }: Touched): (host: string, port: number | null) => boolean {
  if (!concerns) return () => true
  const ports = new Set(concerns.flatMap((concern) => concern.ports))
  const hosts = new Set(concerns.flatMap((concern) => concern.hosts))
  const wildcards = [...hosts].filter(isWildcardHost)
  return (host, port) =>
    port === null || ports.has(port) || hosts.has(host) || wildcards.some((wildcard) => hostCovers(wildcard, host))
}

function isWorse(call: JudgedCall, external: boolean, draft: Draft): boolean {
  const after = draft.verdict(call)
  const { outcome } = after
  const before = call.verdict
  // A call that worked must not come to hang on which of two objects is older.
  if (before.outcome === 'registered' && after.ambiguous && !before.ambiguous) return true
  if (outcome === before.outcome || outcome === 'registered' || outcome === 'passthrough') return false
  const changed: Pick<Mesh, 'engine'> = draft
  if (codeOf({ ...call, verdict: after, outcome }, external, changed) === undefined) return false
  // A call that was blocked and is still blocked, for another reason, is none the worse.
  return outcome !== 'blocked' || before.outcome === 'registered' || before.outcome === 'passthrough'
}
