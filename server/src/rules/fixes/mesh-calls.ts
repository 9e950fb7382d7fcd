import type { JudgedCall, JudgedDestination, Mesh } from '../../mesh/mesh'

/** A call with what is known of its destination. */
export interface KnownCall {
  readonly call: JudgedCall
  readonly destination: JudgedDestination
}

/** The calls of a mesh by the namespace from which they come, each kind once. */
export type CallsByNamespace = ReadonlyMap<string, readonly KnownCall[]>

/** Gathers the calls that a change might harm: UDP passes Envoy by, bypassing workloads do, too. */
export function callsByNamespace(mesh: Mesh): CallsByNamespace {
  const byNamespace = new Map<string, Map<string, KnownCall>>()
  for (const destination of mesh.allDestinations()) {
    const { host, port, protocol } = destination.fact
    if (protocol === 'UDP') continue
    for (const call of destination.calls) {
      if (call.outcome === 'bypassed') continue
      const known = byNamespace.get(call.namespace) ?? new Map<string, KnownCall>()
      byNamespace.set(
        call.namespace,
        known.set(JSON.stringify([host, port, protocol, call.labels]), { call, destination }),
      )
    }
  }
  return new Map([...byNamespace].map(([namespace, calls]) => [namespace, [...calls.values()]]))
}
