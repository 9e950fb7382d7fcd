import { CAPTURE_LISTS, type CaptureList } from '../kubernetes/traffic-capture'
import { nodeAtPath, textOf, type YamlNode } from '../yaml/node'
import type { MeshConfig } from './mesh-config'

/** How the chart's values call each list, below `global.proxy`. */
const VALUE_OF: Readonly<Record<CaptureList, string>> = {
  includeOutboundIPRanges: 'includeIPRanges',
  excludeOutboundIPRanges: 'excludeIPRanges',
  includeOutboundPorts: 'includeOutboundPorts',
  excludeOutboundPorts: 'excludeOutboundPorts',
}

/**
 * A mesh configuration with what the values beside it say about the traffic that pods redirect. What the chart itself sets
 * by default (everything in, nothing out) says nothing. Source: Istio's page "Accessing External Services".
 */
export function withCaptureLists(config: MeshConfig, values: YamlNode | undefined): MeshConfig {
  const lists: Partial<Record<CaptureList, string>> = {}
  for (const list of CAPTURE_LISTS) {
    const said = VALUES_UNDER.flatMap((path) => textOf(nodeAtPath(values, [...path, VALUE_OF[list]])) ?? [])[0]
    const isDefault = list === 'includeOutboundIPRanges' ? said?.trim() === '*' : said?.trim() === ''
    if (said !== undefined && !isDefault) lists[list] = said
  }
  return Object.keys(lists).length === 0 ? config : { ...config, captureLists: lists }
}

/** A chart that depends on istiod's has the values under the name of the subchart, or under its own `global`. */
const VALUES_UNDER = [
  ['global', 'proxy'],
  ['istiod', 'global', 'proxy'],
] as const
