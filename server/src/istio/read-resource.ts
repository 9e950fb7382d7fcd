import { readEndpoints } from '../kubernetes/endpoints'
import { readGatewayRoute } from '../kubernetes/gateway-route'
import { readNamespace } from '../kubernetes/read-namespace'
import { readService } from '../kubernetes/read-service'
import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import { readMeshConfigResource } from './mesh-config-sources'
import { readDestinationRule } from './read-destination-rule'
import { readServiceEntry } from './read-service-entry'
import { readSidecar } from './read-sidecar'
import { readVirtualService } from './read-virtual-service'
import type { Resource } from './resource-kinds'

/** The versions of `networking.istio.io` that the API server serves; they mean the same (semantics 1.1). */
const NETWORKING_VERSIONS = new Set([
  'networking.istio.io/v1',
  'networking.istio.io/v1beta1',
  'networking.istio.io/v1alpha3',
])

/**
 * The facts of an object that decides about egress; undefined for every other kind, for a version that does not exist
 * and for a kind in the wrong letter case.
 * @param text the file's text, for offsets inside block scalars
 */
export function readIstioResource(resource: ResourceNode, text: string, note: NotePlace): Resource | undefined {
  const { apiVersion, kind } = resource.head
  if (apiVersion === 'v1') {
    if (kind === 'Service') return readService(resource, note)
    if (kind === 'Namespace') return readNamespace(resource, note)
  }
  if (NETWORKING_VERSIONS.has(apiVersion)) {
    if (kind === 'ServiceEntry') return readServiceEntry(resource, note)
    if (kind === 'Sidecar') return readSidecar(resource, note)
    if (kind === 'VirtualService') return readVirtualService(resource, note)
    if (kind === 'DestinationRule') return readDestinationRule(resource, note)
  }
  return readMeshConfigResource(resource, text, note) ?? readEndpoints(resource, note) ?? readGatewayRoute(resource)
}
