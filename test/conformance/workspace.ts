import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readIstioResource } from '../../server/src/istio/read-resource'
import type { Resource } from '../../server/src/istio/resource-kinds'
import { resourcesOf } from '../../server/src/kubernetes/resources-of'
import { readWorkload } from '../../server/src/kubernetes/workload'
import type { MeshResources } from '../../server/src/registry/mesh-resources'
import type { Placed } from '../../server/src/registry/placed'
import { readYaml } from '../../server/src/yaml/reader'

/** The resources of a folder of plain manifests, each in the namespace that it names, else in `default`. */
export function readWorkspace(folder: string): MeshResources {
  const lists = emptyLists()
  for (const path of yamlFiles(folder)) {
    const text = readFileSync(path, 'utf8')
    readManifests(text, relative(folder, path), lists)
  }
  return lists
}

/** The same for texts by name. */
export function readManifestTexts(files: Readonly<Record<string, string>>): MeshResources {
  const lists = emptyLists()
  for (const [uri, text] of Object.entries(files)) readManifests(text, uri, lists)
  return lists
}

type Lists = { -readonly [K in keyof MeshResources]: MeshResources[K][number][] }

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

function yamlFiles(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
}

function readManifests(text: string, uri: string, lists: Lists): void {
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
