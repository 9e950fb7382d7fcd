import { hostCovers } from '../../istio/host-name'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import { codeOf } from '../call-trouble'
import type { Draft } from './draft'

/**
 * True if the draft breaks a call of the mesh that worked, or sends one to somebody else's server: a TCP entry without
 * addresses takes its whole port, an own declaration hides those of other namespaces.
 */
export function doesHarm(draft: Draft): boolean {
  const concerns = concernsOf(draft)
  for (const { calls, external, fact } of draft.mesh.allDestinations()) {
    if (fact.protocol === 'UDP' || !concerns(fact.host, fact.port)) continue
    for (const call of calls) if (isWorse(call, external, draft)) return true
  }
  return false
}

/** Which calls a draft can change at all: those on a port, or to a host, that it touches. */
function concernsOf(draft: Draft): (host: string, port: number | null) => boolean {
  const entries = draft.created.map(({ entry }) => entry)
  for (const change of draft.changed) {
    const entry = draft.entryOf(change)?.resource
    if (!entry) return () => true
    entries.push(entry)
  }
  const ports = new Set(entries.flatMap((entry) => entry.ports.map(({ number }) => number)))
  const hosts = new Set(entries.flatMap((entry) => entry.hosts))
  const wildcards = [...hosts].filter((host) => host.startsWith('*'))
  return (host, port) =>
    port === null || ports.has(port) || hosts.has(host) || wildcards.some((wildcard) => hostCovers(wildcard, host))
}

function isWorse(call: JudgedCall, external: boolean, draft: Draft): boolean {
  if (call.outcome === 'bypassed') return false
  const after = draft.verdict(call)
  const { outcome } = after
  if (outcome === call.verdict.outcome || outcome === 'registered' || outcome === 'passthrough') return false
  const changed: Pick<Mesh, 'engine'> = draft
  if (codeOf({ ...call, verdict: after, outcome }, external, changed) === undefined) return false
  // A call that was blocked and is still blocked, for another reason, is none the worse.
  return outcome !== 'blocked' || call.verdict.outcome === 'registered' || call.verdict.outcome === 'passthrough'
}
