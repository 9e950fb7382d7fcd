import type { MeshConfig } from '../istio/mesh-config'
import { knowsAll, newerValues } from '../istio/newer-than'
import type { Resource } from '../istio/resource-kinds'
import type { MeshResources } from './mesh-resources'
import type { Placed } from './placed'

/**
 * The resources as an Istio of this version has them: what it refuses for a word that came later is refused here, too, and
 * fields that it does not know are left out. The same object where nothing differs.
 */
export function asOfVersion(resources: MeshResources, version: string): MeshResources {
  if (knowsAll(version)) return resources
  const older = <R extends Resource>(list: readonly Placed<R>[]): readonly Placed<R>[] =>
    list.map((placed) => olderOf(placed, version))
  return {
    ...resources,
    serviceEntries: older(resources.serviceEntries),
    sidecars: older(resources.sidecars),
    virtualServices: older(resources.virtualServices),
    destinationRules: older(resources.destinationRules),
    meshConfigs: older(resources.meshConfigs).map(withoutNewFields),
  }
}

function withoutNewFields(placed: Placed<MeshConfig>): Placed<MeshConfig> {
  if (!placed.resource.serviceEntryVisibility) return placed
  return { ...placed, resource: { ...placed.resource, serviceEntryVisibility: undefined } }
}

function olderOf<R extends Resource>(placed: Placed<R>, version: string): Placed<R> {
  const refused = newerValues(placed.resource, version).filter(({ effect }) => effect === 'refused')
  if (refused.length === 0) return placed
  const reasons = refused.map(({ path, what, since, instead }) => ({
    path,
    message: `${what} needs Istio ${since}; in ${version} ${instead}.`,
  }))
  return { ...placed, resource: { ...placed.resource, rejections: [...placed.resource.rejections, ...reasons] } }
}
