import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import type { Range } from '../text/range'
import { childOf, itemsOf, nodeAtPath, stringOf, textOf, type YamlNode, type YamlScalar } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import { scalarOffsets } from '../yaml/scalar-offsets'
import type { MeshConfig } from './mesh-config'
import { withCaptureLists } from './read-capture-lists'
import { metadataRejections, readMeshConfig } from './read-mesh-config'

/** Charts whose values hold the mesh configuration at their top. */
const ISTIOD_CHARTS = new Set(['istiod', 'istio-discovery', 'istio'])
/** Names under which a chart that depends on istiod's passes values on to it. */
const SUBCHART_KEYS = ['istiod', 'istio-discovery', 'istio'] as const

/**
 * The mesh configuration that an object holds; undefined if it holds none: the ConfigMap `istio` or `istio-REVISION`, the
 * sail-operator's `Istio`, `IstioOperator`, an Argo CD Application or a Flux HelmRelease of istiod.
 * Whether a ConfigMap lies in the root namespace is not known here: its placement says it.
 * @param text the file's text, from which offsets inside block scalars are found
 */
export function readMeshConfigResource(resource: ResourceNode, text: string, note: NotePlace): MeshConfig | undefined {
  const { kind, apiVersion } = resource.head
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : ''
  if (kind === 'ConfigMap' && apiVersion === 'v1') return fromConfigMap(resource, text, note)
  if (kind === 'Istio' && group === 'sailoperator.io') {
    const node = nodeAtPath(resource.node, ['spec', 'values', 'meshConfig'])
    const values = nodeAtPath(resource.node, ['spec', 'values'])
    return (
      node &&
      withCaptureLists(withMetadata(resource, readMeshConfig(resource.head, node, 'istio-resource', note)), values)
    )
  }
  if (kind === 'IstioOperator') return fromOperator(resource, note)
  if (kind === 'Application' && group === 'argoproj.io') return fromApplication(resource, text, note)
  if (kind === 'HelmRelease') return fromHelmRelease(resource, note)
  return undefined
}

/**
 * The mesh configuration in a values file of istiod's chart, or of a chart that holds istiod as a subchart; undefined if
 * it says nothing about it. Whether the file belongs to such a chart is for the caller to know.
 * @param name how the object is to be called, such as the file's name
 */
export function readMeshConfigFromHelmValues(
  root: YamlNode | undefined,
  name: string,
  note: NotePlace,
): MeshConfig | undefined {
  const node = meshConfigInValues(root)
  if (!node) return undefined
  const head = {
    key: `HelmValues//${name}`,
    apiVersion: '',
    kind: 'HelmValues',
    name,
    namespace: undefined,
    labels: {},
    annotations: {},
    creationTimestamp: undefined,
  }
  note('metadata.name', node.range)
  return withCaptureLists(readMeshConfig(head, node, 'helm-values', note), root)
}

function meshConfigInValues(values: YamlNode | undefined): YamlNode | undefined {
  const own = childOf(values, 'meshConfig')
  if (own?.kind === 'map') return own
  for (const key of SUBCHART_KEYS) {
    const node = nodeAtPath(values, [key, 'meshConfig'])
    if (node?.kind === 'map') return node
  }
  return undefined
}

function fromConfigMap(resource: ResourceNode, text: string, note: NotePlace): MeshConfig | undefined {
  const { name } = resource.head
  if (name !== 'istio' && !name.startsWith('istio-')) return undefined
  const mesh = nodeAtPath(resource.node, ['data', 'mesh'])
  if (mesh?.kind !== 'scalar' || mesh.type !== 'string' || mesh.value === '') return undefined
  const embedded = readEmbedded(mesh, text, note)
  return withMetadata(resource, readMeshConfig(resource.head, embedded.node, 'config-map', embedded.note))
}

/** `spec.meshConfig` replaces `spec.values.meshConfig`. */
function fromOperator(resource: ResourceNode, note: NotePlace): MeshConfig | undefined {
  const own = nodeAtPath(resource.node, ['spec', 'meshConfig'])
  const values = nodeAtPath(resource.node, ['spec', 'values'])
  if (own && !isNothing(own)) {
    const config = readMeshConfig(resource.head, own, 'operator-mesh-config', note)
    return withCaptureLists(withMetadata(resource, config), values)
  }
  const inValues = nodeAtPath(resource.node, ['spec', 'values', 'meshConfig'])
  if (!inValues || isNothing(inValues)) return undefined
  const config = readMeshConfig(resource.head, inValues, 'operator-values', note)
  return withCaptureLists(withMetadata(resource, config), values)
}

function fromApplication(resource: ResourceNode, text: string, note: NotePlace): MeshConfig | undefined {
  const spec = childOf(resource.node, 'spec')
  for (const source of [childOf(spec, 'source'), ...itemsOf(childOf(spec, 'sources'))]) {
    if (!isIstiodSource(source)) continue
    const helm = childOf(source, 'helm')
    const object = meshConfigInValues(childOf(helm, 'valuesObject'))
    if (object) {
      const config = readMeshConfig(resource.head, object, 'helm-values', note)
      return withCaptureLists(config, childOf(helm, 'valuesObject'))
    }
    const values = childOf(helm, 'values')
    if (values?.kind !== 'scalar') continue
    const embedded = readEmbedded(values, text, note)
    const node = meshConfigInValues(embedded.node)
    if (node) return withCaptureLists(readMeshConfig(resource.head, node, 'helm-values', embedded.note), embedded.node)
  }
  return undefined
}

/** A chart by name, or a folder of a repository that is named like it. */
function isIstiodSource(source: YamlNode | undefined): boolean {
  const chart = textOf(childOf(source, 'chart')) ?? textOf(childOf(source, 'path')) ?? ''
  const name = chart.split('/').filter(Boolean).at(-1) ?? ''
  return ISTIOD_CHARTS.has(name)
}

function fromHelmRelease(resource: ResourceNode, note: NotePlace): MeshConfig | undefined {
  const chart = stringOf(nodeAtPath(resource.node, ['spec', 'chart', 'spec', 'chart']))
  const reference = stringOf(nodeAtPath(resource.node, ['spec', 'chartRef', 'name']))
  const name = (chart ?? reference ?? '').split('/').filter(Boolean).at(-1) ?? ''
  if (!ISTIOD_CHARTS.has(name)) return undefined
  const values = nodeAtPath(resource.node, ['spec', 'values'])
  const node = meshConfigInValues(values)
  return node && withCaptureLists(readMeshConfig(resource.head, node, 'helm-values', note), values)
}

/** Reads YAML that stands in a string of another file; places are turned back into offsets of that file. */
function readEmbedded(
  scalar: YamlScalar,
  text: string,
  note: NotePlace,
): { readonly node: YamlNode; readonly note: NotePlace } {
  const offsets = scalarOffsets(text, scalar)
  const nothing: YamlNode = { kind: 'map', range: { start: 0, end: 0 }, flow: false, pairs: [] }
  return {
    node: readYaml(scalar.value)[0]?.root ?? nothing,
    note: (path: string, range: Range) => note(path, offsets.sourceRange(range.start, range.end)),
  }
}

function withMetadata(resource: ResourceNode, config: MeshConfig): MeshConfig {
  const refused = metadataRejections(resource)
  return refused.length === 0 ? config : { ...config, rejections: [...refused, ...config.rejections] }
}

function isNothing(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null'
}
