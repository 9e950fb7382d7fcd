import type { PolicyInForce } from '../../egress/egress-verdict'
import type { LoadedWorkspace } from './load'

/** A policy as `check` reports it; `line` is 1-based, that of its `mode`. */
export interface ReportedPolicy {
  readonly mesh: string
  /** null: the whole mesh. */
  readonly namespace: string | null
  readonly mode: string
  readonly file: string | null
  readonly line: number | null
}

/** The mesh's policy, then those that Sidecars set for their namespaces. */
export function policiesOf(loaded: LoadedWorkspace): readonly ReportedPolicy[] {
  const { mesh } = loaded.folder
  const report = (namespace: string | null, policy: PolicyInForce): ReportedPolicy => {
    const place = policy.source && loaded.placeOf(policy.source)
    return { mesh: mesh.name, namespace, mode: policy.mode, file: place?.file ?? null, line: place?.line ?? null }
  }
  // No namespace has this name, so no Sidecar but the root one speaks for it.
  const policies = [report(null, mesh.engine.policyFor({ namespace: '', labels: {} }))]
  const seen = new Set<string>()
  for (const { namespace, resource } of mesh.resources.sidecars) {
    const policy = mesh.engine.policyFor({ namespace, labels: resource.workloadSelector ?? {} })
    const id = JSON.stringify([namespace, policy.source])
    if (policy.from !== 'sidecar' || seen.has(id)) continue
    seen.add(id)
    policies.push(report(namespace, policy))
  }
  return policies
}
