import type { PolicyInForce } from '../egress/egress-verdict'
import type { JudgedDestination, Mesh } from '../mesh/mesh'
import { locationOf } from './diagnostics'

/** The policy in force for the callers of one file, and what is blocked. Lines are 0-based. */
export interface FileStatus {
  readonly mode: PolicyInForce['mode']
  readonly policy: PolicyInForce['from']
  /** The namespace of the file's objects; null where there are none, or several. */
  readonly namespace: string | null
  readonly source?: { readonly uri: string; readonly line: number }
  /** Destinations of this file that cannot be reached. */
  readonly blocked: number
  /** The same for every file of its mesh. */
  readonly blockedInMesh: number
}

/** The status of a file of the mesh; of one without workloads, the policy of the whole mesh. */
export function fileStatus(mesh: Mesh, uri: string): FileStatus {
  const namespace = namespaceOfFile(mesh, uri)
  const labels = mesh.resources.workloads.find((workload) => workload.uri === uri)?.resource.podLabels ?? {}
  const policy = mesh.engine.policyFor({ namespace: namespace ?? '', labels })
  const location = policy.source && locationOf(mesh, policy.source)
  return {
    mode: policy.mode,
    policy: policy.from,
    namespace,
    ...(location ? { source: { uri: location.uri, line: location.range.start.line } } : {}),
    blocked: countUnreachable(mesh.destinationsIn(uri)),
    blockedInMesh: countUnreachable(mesh.allDestinations()),
  }
}

/** The one namespace in which the objects of a file live; null where there are none, or several. */
export function namespaceOfFile(mesh: Mesh, uri: string): string | null {
  const { workloads, configMaps, services, serviceEntries, sidecars } = mesh.resources
  const namespaces = new Set<string>()
  for (const list of [workloads, configMaps, services, serviceEntries, sidecars]) {
    for (const placed of list) if (placed.uri === uri) namespaces.add(placed.namespace)
  }
  const [only] = namespaces
  return namespaces.size === 1 && only !== undefined ? only : null
}

function countUnreachable(destinations: Iterable<JudgedDestination>): number {
  let count = 0
  for (const { calls } of destinations) {
    if (calls.some(({ outcome }) => outcome === 'blocked' || outcome === 'captured' || outcome === 'error')) count++
  }
  return count
}
