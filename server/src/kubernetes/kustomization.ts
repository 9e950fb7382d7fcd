import { KUSTOMIZATION_NAMES } from '../files/manifest-names'
import { nameOf } from '../files/uri'
import { childOf, itemsOf, textOf, type YamlNode } from '../yaml/node'
import type { NotePlace } from './resource'

/** Facts of a kustomization.yaml (also `kind: Component`). Paths as written, relative to the file's folder. */
export interface Kustomization {
  readonly kind: 'Kustomization' | 'Component'
  readonly namespace: string | undefined
  readonly namePrefix: string | undefined
  readonly nameSuffix: string | undefined
  /** `resources`, `bases`: files and folders. */
  readonly resources: readonly string[]
  readonly components: readonly string[]
  /**
   * Files that change resources or give data and are none themselves: patches, strategic merges, JSON patches,
   * replacements, transformers, generators and what these pack into ConfigMaps.
   */
  readonly patches: readonly string[]
}

/** True if kustomize takes a file of this name for a kustomization. */
export function isKustomizationFile(uri: string): boolean {
  return KUSTOMIZATION_NAMES.includes(nameOf(uri))
}

/**
 * Reads the root of a kustomization file; undefined if the file says that it is something else (a Flux `Kustomization`,
 * say). `apiVersion` and `kind` may be left out, as kustomize allows. The field names are those of kustomize's API.
 * @param note takes down where `namespace`, the affixes, `resources` and each entry of it stand
 */
export function readKustomization(root: YamlNode | undefined, note: NotePlace): Kustomization | undefined {
  if (root?.kind !== 'map') return undefined
  const apiVersion = textOf(childOf(root, 'apiVersion'))
  const kind = textOf(childOf(root, 'kind')) ?? 'Kustomization'
  if (apiVersion !== undefined && !apiVersion.startsWith('kustomize.config.k8s.io/')) return undefined
  if (kind !== 'Kustomization' && kind !== 'Component') return undefined
  notePlaces(root, note)
  return {
    kind,
    namespace: textOf(childOf(root, 'namespace')) || undefined,
    namePrefix: textOf(childOf(root, 'namePrefix')) || undefined,
    nameSuffix: textOf(childOf(root, 'nameSuffix')) || undefined,
    resources: [...pathsAt(root, 'resources'), ...pathsAt(root, 'bases')],
    components: pathsAt(root, 'components'),
    patches: filesThatAreNoResources(root),
  }
}

function notePlaces(root: YamlNode, note: NotePlace): void {
  for (const key of ['namespace', 'namePrefix', 'nameSuffix', 'resources']) {
    const value = childOf(root, key)
    if (value) note(key, value.range)
  }
  const resources = childOf(root, 'resources')
  if (resources?.kind !== 'sequence') return
  for (const [index, item] of resources.items.entries()) if (item) note(`resources[${index}]`, item.range)
}

/** Lists whose items are paths (or whole YAML texts, which `pathsOf` leaves out). */
const PATH_LISTS = ['patchesStrategicMerge', 'transformers', 'generators', 'validators', 'configurations', 'crds']
/** Lists of objects that name their file in `path`. */
const OBJECT_LISTS = ['patches', 'patchesJson6902', 'replacements']
const DATA_GENERATORS = ['configMapGenerator', 'secretGenerator']

function filesThatAreNoResources(root: YamlNode): readonly string[] {
  const found = PATH_LISTS.flatMap((key) => pathsAt(root, key))
  for (const key of OBJECT_LISTS) {
    for (const item of itemsOf(childOf(root, key))) found.push(...pathsOf([childOf(item, 'path')]))
  }
  for (const key of DATA_GENERATORS) {
    for (const item of itemsOf(childOf(root, key))) found.push(...dataFiles(item))
  }
  for (const chart of itemsOf(childOf(root, 'helmCharts'))) {
    found.push(...pathsOf([childOf(chart, 'valuesFile')]), ...pathsAt(chart, 'additionalValuesFiles'))
  }
  return found
}

/** The files of a generator: `files` items may say `key=path`. */
function dataFiles(generator: YamlNode): readonly string[] {
  const files = pathsAt(generator, 'files').map((item) => item.slice(item.indexOf('=') + 1))
  return [...files, ...pathsAt(generator, 'envs'), ...pathsOf([childOf(generator, 'env')])].filter(Boolean)
}

function pathsAt(node: YamlNode, key: string): readonly string[] {
  return pathsOf(itemsOf(childOf(node, key)))
}

function pathsOf(nodes: readonly (YamlNode | undefined)[]): readonly string[] {
  return nodes.flatMap((node) => {
    const path = textOf(node)
    return path && !path.includes('\n') ? [path] : []
  })
}
