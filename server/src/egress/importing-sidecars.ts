import { fullyQualifiedHost, isWildcardHost } from '../istio/host-name'
import type { Sidecar } from '../istio/sidecar'
import type { MeshResources } from '../registry/mesh-resources'
import type { Placed } from '../registry/placed'

/** The Sidecars that may import a host of a namespace: few, so that only those need a closer look. */
export type ImportingSidecars = (namespace: string, host: string) => Iterable<Placed<Sidecar>>

/**
 * Finds them by what their egress hosts say, and takes all of them for a host to which some VirtualService sends: an
 * imported VirtualService brings its destinations along (semantics 3.7).
 */
export function indexImportingSidecars(resources: MeshResources): ImportingSidecars {
  const byImport = new Map<string, Placed<Sidecar>[]>()
  for (const placed of resources.sidecars) {
    if (placed.resource.rejections.length > 0) continue
    for (const key of new Set(keysOf(placed))) {
      const list = byImport.get(key)
      if (list) list.push(placed)
      else byImport.set(key, [placed])
    }
  }
  const destinations = routeDestinations(resources)
  return (namespace, host) => {
    if (destinations.has(host)) return resources.sidecars
    const keys = [`${namespace}/*`, '*/*', `${namespace}/${host}`, `*/${host}`]
    return new Set(keys.flatMap((key) => byImport.get(key) ?? []))
  }
}

/** `namespace/host` for a host by its whole name, `namespace/*` for any wildcard. */
function keysOf({ resource, namespace }: Placed<Sidecar>): readonly string[] {
  if (!resource.egress) return ['*/*']
  return resource.egress.flatMap(({ hosts }) =>
    hosts.flatMap((written) => {
      const slash = written.indexOf('/')
      const [owner, host] = [written.slice(0, slash), written.slice(slash + 1)]
      if (slash === -1 || owner.startsWith('~')) return []
      return [`${owner === '.' ? namespace : owner}/${isWildcardHost(host) ? '*' : host}`]
    }),
  )
}

function routeDestinations({ virtualServices }: MeshResources): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { resource, namespace } of virtualServices) {
    for (const { route, mirrors } of resource.http) {
      for (const { host } of [...route, ...mirrors]) found.add(fullyQualifiedHost(host, namespace))
    }
    for (const { route } of [...resource.tls, ...resource.tcp]) {
      for (const { host } of route) found.add(fullyQualifiedHost(host, namespace))
    }
  }
  return found
}
