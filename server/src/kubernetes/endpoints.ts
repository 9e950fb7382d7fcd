import { childOf, itemsOf, stringMapOf, stringOf } from '../yaml/node'
import type { NotePlace, ResourceHead, ResourceNode } from './resource'

/**
 * Addresses behind a Service that the files name themselves: Kubernetes' Endpoints and EndpointSlices, and Istio's
 * WorkloadEntry.
 */
export interface Endpoints extends ResourceHead {
  readonly kind: 'Endpoints' | 'EndpointSlice' | 'WorkloadEntry'
  /** Name of the Service to which they belong; undefined for a WorkloadEntry, which is selected by its labels. */
  readonly service: string | undefined
  readonly addresses: readonly string[]
  /** Of a WorkloadEntry: `spec.labels` and its own labels, of which the own ones count. */
  readonly workloadLabels: Readonly<Record<string, string>>
}

/** Reads Endpoints, an EndpointSlice or a WorkloadEntry; undefined for every other kind. */
export function readEndpoints({ head, node }: ResourceNode, note: NotePlace): Endpoints | undefined {
  const { kind, apiVersion } = head
  if (kind === 'Endpoints' && apiVersion === 'v1') {
    const addresses = itemsOf(childOf(node, 'subsets')).flatMap((subset) =>
      itemsOf(childOf(subset, 'addresses')).flatMap((address) => stringOf(childOf(address, 'ip')) ?? []),
    )
    return { ...head, kind, rejections: [], service: head.name, addresses, workloadLabels: {} }
  }
  if (kind === 'EndpointSlice' && apiVersion.startsWith('discovery.k8s.io/')) {
    const addresses = itemsOf(childOf(node, 'endpoints')).flatMap((endpoint) =>
      itemsOf(childOf(endpoint, 'addresses')).flatMap((address) => stringOf(address) ?? []),
    )
    const service = head.labels['kubernetes.io/service-name']
    return { ...head, kind, rejections: [], service, addresses, workloadLabels: {} }
  }
  if (kind === 'WorkloadEntry' && apiVersion.startsWith('networking.istio.io/')) {
    const spec = childOf(node, 'spec')
    const address = childOf(spec, 'address')
    if (address) note('spec.address', address.range)
    const addresses = stringOf(address) === undefined ? [] : [stringOf(address) ?? '']
    const workloadLabels = { ...stringMapOf(childOf(spec, 'labels')), ...head.labels }
    return { ...head, kind, rejections: [], service: undefined, addresses, workloadLabels }
  }
  return undefined
}
