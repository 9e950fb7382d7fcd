import type { Resource } from '../istio/resource-kinds'
import type { ResourceHead } from '../kubernetes/resource'
import type { Workload } from '../kubernetes/workload'
import type { FileIndex } from '../registry/file-index'
import type { MeshResources } from '../registry/mesh-resources'
import type { Placed } from '../registry/placed'
import { nameIn, type Placement } from '../registry/placement'

/** Where each file lives in the mesh, as kustomizations and settings say. */
export type PlacementsOf = (uri: string) => readonly Placement[]

/**
 * Puts every resource of the given files where the mesh has it: once for each overlay that includes its file, with the
 * namespace that counts there. What a kustomization only uses as a patch is no resource.
 */
export function placeResources(files: Iterable<FileIndex>, placementsOf: PlacementsOf): MeshResources {
  const lists = {
    serviceEntries: [],
    services: [],
    sidecars: [],
    virtualServices: [],
    destinationRules: [],
    meshConfigs: [],
    namespaces: [],
    workloads: [],
    configMaps: [],
    endpoints: [],
    gatewayRoutes: [],
  } satisfies Record<keyof MeshResources, Placed[]>
  for (const file of files) {
    if (file.facts.resources.length === 0) continue
    for (const placement of placementsOf(file.uri)) {
      if (placement.role === 'patch') continue
      for (const resource of file.facts.resources) addTo(lists, resource, file.uri, placement)
    }
  }
  return lists
}

type Lists = { readonly [K in keyof MeshResources]-?: NonNullable<MeshResources[K]>[number][] }

function addTo(lists: Lists, resource: Resource, uri: string, placement: Placement): void {
  if ('role' in resource) {
    if (resource.role === 'workload') lists.workloads.push(placeResource(resource, uri, placement))
    else lists.meshConfigs.push(placeResource(resource, uri, placement))
    return
  }
  switch (resource.kind) {
    case 'ServiceEntry':
      lists.serviceEntries.push(placeResource(resource, uri, placement))
      return
    case 'Service':
      lists.services.push(placeResource(resource, uri, placement))
      return
    case 'Sidecar':
      lists.sidecars.push(placeResource(resource, uri, placement))
      return
    case 'VirtualService':
      lists.virtualServices.push(placeResource(resource, uri, placement))
      return
    case 'DestinationRule':
      lists.destinationRules.push(placeResource(resource, uri, placement))
      return
    case 'Namespace':
      lists.namespaces.push(placeResource(resource, uri, placement))
      return
    case 'Endpoints':
    case 'EndpointSlice':
    case 'WorkloadEntry':
      lists.endpoints.push(placeResource(resource, uri, placement))
      return
    case 'HTTPRoute':
    case 'GRPCRoute':
    case 'TLSRoute':
    case 'TCPRoute':
      lists.gatewayRoutes.push(placeResource(resource, uri, placement))
      return
    case 'ConfigMap':
    case 'Secret':
      lists.configMaps.push(placeResource(resource, uri, placement))
      return
  }
}

/** A resource where one placement of its file puts it. */
export function placeResource<R extends ResourceHead>(resource: R, uri: string, placement: Placement): Placed<R> {
  const { overlay } = placement
  const resourceHere = renamed(resource, placement)
  if (CLUSTER_SCOPED.has(resource.kind))
    return { resource: resourceHere, uri, overlay, namespace: '', assumedNamespace: false }
  const named = placement.namespace ?? resource.namespace ?? placement.fallbackNamespace
  return {
    resource: resourceHere,
    uri,
    overlay,
    namespace: named ?? 'default',
    assumedNamespace: named === undefined,
  }
}

/** Kinds that live in no namespace. */
const CLUSTER_SCOPED: ReadonlySet<string> = new Set(['Namespace'])

/** As kustomize does it: the object's name, and the names of the ConfigMaps and Secrets that a workload uses. */
function renamed<R extends ResourceHead>(resource: R, placement: Placement): R {
  const name = nameIn(placement, resource.kind, resource.name)
  if (name === resource.name && placement.namePrefix === '' && placement.nameSuffix === '') return resource
  if (!isWorkload(resource)) return { ...resource, name }
  const consumes = resource.consumes.map((use) => ({ ...use, name: nameIn(placement, use.kind, use.name) }))
  return { ...resource, name, consumes }
}

function isWorkload<R extends ResourceHead>(resource: R): resource is R & Workload {
  return 'role' in resource && resource.role === 'workload'
}
