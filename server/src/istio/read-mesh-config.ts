import type { NotePlace, Rejection, ResourceNode } from '../kubernetes/resource'
import { childOf, itemsOf, pairsOf, textOf, type YamlNode } from '../yaml/node'
import { readLabelSelector } from './label-selector'
import {
  type ExtensionProvider,
  MESH_CONFIG_RANK,
  type MeshConfig,
  type MeshConfigSource,
  type MeshOutboundPolicy,
  type ServiceEntryVisibility,
} from './mesh-config'
import { meshModeOf } from './read-sidecar'
import { checkMetadata, FieldReader, isNull, noteTree } from './reading'

/**
 * Reads the fields of a mesh configuration that decide about egress. What istiod cannot read makes it refuse the whole.
 * Paths are noted without a prefix: `outboundTrafficPolicy.mode`, `defaultServiceExportTo[0]`.
 * @param node the configuration itself: what stands below `meshConfig` or in the ConfigMap's `mesh`
 * @param head of the object that holds it
 */
export function readMeshConfig(
  head: ResourceNode['head'],
  node: YamlNode,
  source: MeshConfigSource,
  note: NotePlace,
): MeshConfig {
  for (const { key, value } of pairsOf(node)) {
    if (value) noteTree(value, key.value, note)
    else note(key.value, key.range)
  }
  const fields = new FieldReader()
  const metadata = childOf(childOf(node, 'defaultConfig'), 'proxyMetadata')
  const proxyMetadata = fields.stringMap(metadata, 'defaultConfig.proxyMetadata')
  const selectors = fields.items(childOf(node, 'discoverySelectors'), 'discoverySelectors')
  return {
    ...head,
    role: 'mesh-config',
    source,
    rank: MESH_CONFIG_RANK[source],
    outboundTrafficPolicy: readPolicy(childOf(node, 'outboundTrafficPolicy'), fields),
    rootNamespace: fields.string(childOf(node, 'rootNamespace'), 'rootNamespace') || undefined,
    defaultServiceExportTo: readDefault('defaultServiceExportTo', node, fields),
    defaultVirtualServiceExportTo: readDefault('defaultVirtualServiceExportTo', node, fields),
    defaultDestinationRuleExportTo: readDefault('defaultDestinationRuleExportTo', node, fields),
    discoverySelectors: selectors.map((item) => readLabelSelector(item.node, item.path, fields)),
    dnsCapture: isOn(proxyMetadata.ISTIO_META_DNS_CAPTURE),
    dnsAutoAllocate: isOn(proxyMetadata.ISTIO_META_DNS_AUTO_ALLOCATE),
    serviceEntryVisibility: readVisibility(childOf(node, 'serviceEntryVisibility'), fields),
    interceptionMode: textOf(childOf(childOf(node, 'defaultConfig'), 'interceptionMode')),
    extensionProviders: itemsOf(childOf(node, 'extensionProviders')).map(readProvider),
    rejections: fields.problems,
  }
}

/** Why the API server refuses an object for its metadata alone. */
export function metadataRejections({ node }: ResourceNode): readonly Rejection[] {
  const fields = new FieldReader()
  checkMetadata(node, fields)
  return fields.problems
}

function isOn(value: string | undefined): boolean {
  return value === 'true' || value === '1'
}

function readPolicy(node: YamlNode | undefined, fields: FieldReader): MeshOutboundPolicy | undefined {
  const policy = fields.map(node, 'outboundTrafficPolicy')
  if (!policy) return undefined
  const mode = meshModeOf(childOf(policy, 'mode'))
  if (mode === 'unknown') {
    const written = textOf(childOf(policy, 'mode')) ?? ''
    fields.refuse(
      'outboundTrafficPolicy.mode',
      `outboundTrafficPolicy.mode is "${written}", which Istio does not know; it takes REGISTRY_ONLY or ALLOW_ANY.`,
    )
    return undefined
  }
  return { mode: mode ?? 'REGISTRY_ONLY', implicit: mode === undefined }
}

/** An empty list counts as left out. */
function readDefault(key: string, node: YamlNode, fields: FieldReader): readonly string[] | undefined {
  const list = childOf(node, key)
  if (!list || isNull(list)) return undefined
  const values = fields.strings(list, key)
  return values.length > 0 ? values : undefined
}

function readVisibility(node: YamlNode | undefined, fields: FieldReader): ServiceEntryVisibility | undefined {
  const path = 'serviceEntryVisibility'
  const visibility = fields.map(node, path)
  if (!visibility) return undefined
  return {
    applyToSidecars: fields.boolean(childOf(visibility, 'applyToSidecars'), `${path}.applyToSidecars`),
    defaultVisibility: fields.string(childOf(visibility, 'defaultVisibility'), `${path}.defaultVisibility`) ?? '',
    policies: fields.items(childOf(visibility, 'policies'), `${path}.policies`).map((item) => ({
      selectors: fields
        .items(childOf(item.node, 'matchingRules'), `${item.path}.matchingRules`)
        .map((rule) =>
          readLabelSelector(childOf(rule.node, 'namespaceSelector'), `${rule.path}.namespaceSelector`, fields),
        ),
      visibility: fields.string(childOf(item.node, 'visibility'), `${item.path}.visibility`) ?? '',
    })),
  }
}

/** A provider's one field that is a map says where it calls. */
function readProvider(node: YamlNode): ExtensionProvider {
  const kind = pairsOf(node).find(({ key, value }) => key.value !== 'name' && value?.kind === 'map')?.value
  const port = Number(textOf(childOf(kind, 'port')))
  return {
    name: textOf(childOf(node, 'name')) ?? '',
    service: textOf(childOf(kind, 'service')),
    port: Number.isInteger(port) && port > 0 ? port : undefined,
  }
}
