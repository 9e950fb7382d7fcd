import type { Bypass, OutboundCall } from './bypass'
import { type CaptureDefaults, notCaptured } from './traffic-capture'
import type { Workload } from './workload'

type Labels = Readonly<Record<string, string>>

/** The namespace of a workload, as far as the files show it. */
export interface NamespaceOfWorkload {
  readonly name: string
  /** undefined if the files do not hold the Namespace. */
  readonly labels: Labels | undefined
}

/**
 * Why a workload's call does not pass its sidecar; undefined if it does, or if nothing says that it does not.
 * Sources: Istio's pages "Installing the Sidecar", "Resource Annotations", "Resource Labels" and "Application Requirements".
 * @param defaults what the mesh says for pods that say nothing
 */
export function bypassOf(
  workload: Workload,
  namespace: NamespaceOfWorkload,
  call: OutboundCall,
  defaults: CaptureDefaults = {},
): Bypass | undefined {
  const reason = notInjected(workload, namespace)
  return reason === undefined ? notCaptured(workload, call, defaults) : { reason, certain: true }
}

/** Namespaces that the injector leaves alone, whatever their labels say. */
const NEVER_INJECTED: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage',
])

function notInjected({ hostNetwork, podLabels, podAnnotations }: Workload, namespace: NamespaceOfWorkload) {
  if (hostNetwork) return 'The pod uses the network of its node (`hostNetwork: true`), so it gets no sidecar.'
  if (NEVER_INJECTED.has(namespace.name)) return `Pods of namespace \`${namespace.name}\` never get a sidecar.`
  // The label wins where both are there: it is the newer form, and the webhook looks at it first.
  const name = 'sidecar.istio.io/inject'
  const choice = (podLabels[name] ?? podAnnotations[name])?.toLowerCase()
  if (choice === 'false') return `The pod has \`${name}: "false"\`, so it gets no sidecar.`
  const labels = namespace.labels ?? {}
  if (labels['istio-injection'] === 'disabled') {
    return 'The namespace has `istio-injection: disabled`, so its pods get no sidecar.'
  }
  // A pod chooses a revision by itself only together with the label that asks for a sidecar.
  const isChosen = labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined || choice === 'true'
  return (isChosen ? undefined : ambient(podLabels, labels)) ?? otherTemplate(podAnnotations)
}

const DATAPLANE = 'istio.io/dataplane-mode'

/** A sidecar wins over the ambient mode; without one a pod of an ambient namespace has ztunnel, or nothing. */
function ambient(podLabels: Labels, labels: Labels): string | undefined {
  const mode = podLabels[DATAPLANE] ?? labels[DATAPLANE]
  if (mode === 'ambient') {
    return 'The pod is in ambient mode: its traffic passes ztunnel, which lets through what nobody registered.'
  }
  if (mode === 'none' && labels[DATAPLANE] === 'ambient') {
    return `The pod leaves the ambient mode of its namespace (\`${DATAPLANE}: none\`) and has no sidecar.`
  }
  return undefined
}

/** Templates without the redirection that makes a pod's traffic pass its proxy. */
const UNREDIRECTED: Readonly<Record<string, string>> = {
  gateway: 'The pod is a gateway (`inject.istio.io/templates`): its own calls are not redirected to a proxy.',
  'grpc-agent': 'The pod has no proxy, only an agent for gRPC (`inject.istio.io/templates`): nothing is redirected.',
  'grpc-simple': 'The pod has no proxy, only an agent for gRPC (`inject.istio.io/templates`): nothing is redirected.',
}

function otherTemplate(annotations: Labels): string | undefined {
  const templates = (annotations['inject.istio.io/templates'] ?? '').split(',').map((each) => each.trim())
  if (templates.includes('sidecar')) return undefined
  const found = templates.find((each) => Object.hasOwn(UNREDIRECTED, each))
  return found === undefined ? undefined : UNREDIRECTED[found]
}
