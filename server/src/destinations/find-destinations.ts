import { containersOf, podTemplateOf } from '../kubernetes/pod-template'
import type { ResourceNode } from '../kubernetes/resource'
import type { DestinationFact, FoundDestination } from './destination'
import { argumentHosts } from './sources/arguments'
import { configHosts } from './sources/config-data'
import { environmentHosts, variablesOf } from './sources/environment'
import { externalNameHosts } from './sources/external-name'
import { isMeshConfigMap, istioHosts } from './sources/istio-references'
import type { LocatedHost } from './sources/located-host'

/**
 * Every outbound host that an object names, with the place of its text. Depends on the object alone; never throws.
 * @param text the file's text, of which `resource` was read
 */
export function findDestinations(resource: ResourceNode, text: string): readonly FoundDestination[] {
  const seen = new Set<string>()
  const counts = new Map<string, number>()
  return hostsOf(resource, text).flatMap(({ found, path, via, key }) => {
    // One text may be reached on several ways: by aliases, or as a flag and as a word.
    const identity = `${found.range.start} ${found.host} ${found.port}`
    if (seen.has(identity)) return []
    seen.add(identity)
    const place = `${resource.head.key}|${path}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    const fact: DestinationFact = {
      id: `${place}|${count}`,
      resource: resource.head.key,
      host: found.host,
      port: found.port,
      protocol: found.protocol,
      via,
      confidence: found.confidence,
      key,
      derived: found.derived,
      ...(found.protocolGuessed && found.protocol !== null ? { protocolGuessed: true as const } : {}),
      ...(found.needsVariable ? { needsVariable: true as const } : {}),
    }
    return [{ fact, range: found.range }]
  })
}

function hostsOf(resource: ResourceNode, text: string): readonly LocatedHost[] {
  const { apiVersion, kind } = resource.head
  const template = podTemplateOf(resource)
  if (template) {
    return containersOf(template).flatMap((container) => [
      ...environmentHosts(container, text),
      ...argumentHosts(container, text, variablesOf(container, text)),
    ])
  }
  const ofIstio = istioHosts(resource, text)
  if (ofIstio.length > 0) return ofIstio
  if (apiVersion === 'v1' && (kind === 'ConfigMap' || kind === 'Secret')) {
    return isMeshConfigMap(resource) ? [] : configHosts(resource, text)
  }
  return externalNameHosts(resource)
}
