import type { Sidecar } from '../istio/sidecar'
import type { Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { refText, sentences } from './call-words'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** A Sidecar that istiod refuses, so that the workloads it was meant for are not limited by it. */
export const sidecarUnscoped: Rule = {
  code: 'sidecar-unscoped',
  summary: 'A Sidecar that istiod rejects limits nobody: its workloads see everything that is exported to them.',
  severity: 'warning',
  istio: ['IST0106'],
  fixable: false,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('Sidecar', file, mesh)) {
      const [reason] = resource.rejections
      const [first] = placed
      if (reason === undefined || !first) continue
      yield {
        range: place('metadata.name'),
        message: sentences(
          `${refText(refOf(first))} counts for nothing: istiod refuses all of it`,
          `The reason: ${reason.message}`,
          instead(first, mesh),
          'Mend what is refused, or remove the Sidecar',
        ),
        related: [{ at: refOf(first, reason.path), message: 'This is what istiod refuses.' }],
        data: {
          namespace: first.namespace,
          name: resource.name,
          rejections: resource.rejections.map(({ message }) => message),
        },
      }
    }
  },
}

/** What holds for the workloads that it was meant for. */
function instead({ resource, namespace }: Placed<Sidecar>, mesh: Mesh): string {
  const caller = { namespace, labels: resource.workloadSelector ?? {} }
  const whose = resource.workloadSelector ? `The workloads it selects in ${namespace}` : `Workloads of ${namespace}`
  const other = mesh.engine.sidecarFor(caller)
  const { mode } = mesh.engine.policyFor(caller)
  if (other) return `${whose} follow ${refText(other)} in its place, with the outbound policy ${mode}`
  return `${whose} see everything that is exported to them, and what nobody registered is ${mode === 'REGISTRY_ONLY' ? 'blocked' : 'let through'} (${mode})`
}
