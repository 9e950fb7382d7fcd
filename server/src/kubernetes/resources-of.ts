import {
  childOf,
  itemsOf,
  stringMapOf,
  stringOf,
  textOf,
  type YamlDocument,
  type YamlMap,
  type YamlNode,
} from '../yaml/node'
import { isMasked } from './helm'
import type { ResourceNode } from './resource'

/** Lists inside lists are followed this deep; kubectl knows one level. */
const LIST_DEPTH = 4

/**
 * The Kubernetes objects of a file, in the order of its text: documents with `apiVersion` and `kind`, the items of
 * `kind: List` (and of `…List`) instead of the list itself.
 */
export function resourcesOf(documents: readonly YamlDocument[]): readonly ResourceNode[] {
  const found: ResourceNode[] = []
  const timesSeen = new Map<string, number>()
  for (const document of documents) collect(document.root, LIST_DEPTH, found, timesSeen)
  return found
}

function collect(
  node: YamlNode | undefined,
  depth: number,
  found: ResourceNode[],
  timesSeen: Map<string, number>,
): void {
  if (node?.kind !== 'map' || depth < 0) return
  const apiVersion = textOf(childOf(node, 'apiVersion'))
  const kind = textOf(childOf(node, 'kind'))
  if (apiVersion === undefined || kind === undefined) return
  const items = childOf(node, 'items')
  if (kind.endsWith('List') && items?.kind === 'sequence') {
    for (const item of itemsOf(items)) collect(item, depth - 1, found, timesSeen)
    return
  }
  found.push(resourceNode(node, apiVersion, kind, timesSeen))
}

function resourceNode(node: YamlMap, apiVersion: string, kind: string, timesSeen: Map<string, number>): ResourceNode {
  const metadata = childOf(node, 'metadata')
  const name = textOf(childOf(metadata, 'name')) ?? textOf(childOf(metadata, 'generateName')) ?? ''
  const namespace = namespaceOf(textOf(childOf(metadata, 'namespace')))
  const identity = `${kind}/${namespace ?? ''}/${name}`
  const times = (timesSeen.get(identity) ?? 0) + 1
  timesSeen.set(identity, times)
  return {
    head: {
      key: times === 1 ? identity : `${identity}#${times}`,
      apiVersion,
      kind,
      name,
      namespace,
      labels: stringMapOf(childOf(metadata, 'labels')),
      annotations: stringMapOf(childOf(metadata, 'annotations')),
      creationTimestamp: stringOf(childOf(metadata, 'creationTimestamp')),
    },
    node,
  }
}

/** A namespace that a template's action gives is not known; the file might as well not say one. */
function namespaceOf(text: string | undefined): string | undefined {
  return text === undefined || text === '' || isMasked(text) ? undefined : text
}
