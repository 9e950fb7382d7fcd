import { readIstioResource } from '../istio/read-resource'
import type { Resource } from '../istio/resource-kinds'
import { resourcesOf } from '../kubernetes/resources-of'
import { readWorkload } from '../kubernetes/workload'
import type { MeshResources } from '../registry/mesh-resources'
import type { Placed } from '../registry/placed'
import { readYaml } from '../yaml/reader'

/**
 * The resources of plain manifests by file name, each in the namespace that it names, else in `default`: without
 * kustomize, Helm and settings, for tests of what lies below them.
 */
export function readManifests(files: Readonly<Record<string, string>>): MeshResources {
  const lists = emptyLists()
  for (const [uri, text] of Object.entries(files)) readFile(text, uri, lists)
  return lists
}

type Lists = { -readonly [K in Exclude<keyof MeshResources, 'gatewayRoutes'>]: MeshResources[K][number][] }

function emptyLists(): Lists {
  return {
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
  }
}

function readFile(text: string, uri: string, lists: Lists): void {
  const documents = readYaml(text).filter(({ errors }) => errors.length === 0)
  for (const node of resourcesOf(documents)) {
    const resource = readIstioResource(node, text, () => undefined) ?? readWorkload(node, () => undefined)
    if (resource) place(resource, uri, lists)
  }
}

function place(resource: Resource, uri: string, lists: Lists): void {
  const placed = <R extends Resource>(one: R): Placed<R> => ({
    resource: one,
    uri,
    namespace: one.namespace ?? 'default',
    assumedNamespace: one.namespace === undefined,
    overlay: undefined,
  })
  if ('role' in resource) {
    if (resource.role === 'workload') lists.workloads.push(placed(resource))
    else lists.meshConfigs.push(placed(resource))
    return
  }
  switch (resource.kind) {
    case 'ServiceEntry':
      lists.serviceEntries.push(placed(resource))
      break
    case 'Service':
      lists.services.push(placed(resource))
      break
    case 'Sidecar':
      lists.sidecars.push(placed(resource))
      break
    case 'VirtualService':
      lists.virtualServices.push(placed(resource))
      break
    case 'DestinationRule':
      lists.destinationRules.push(placed(resource))
      break
    case 'Namespace':
      lists.namespaces.push(placed(resource))
      break
    case 'Endpoints':
    case 'EndpointSlice':
    case 'WorkloadEntry':
      lists.endpoints.push(placed(resource))
      break
    case 'ConfigMap':
    case 'Secret':
      lists.configMaps.push(placed(resource))
  }
}
