import { isHelmTemplate, maskTemplate } from '../kubernetes/helm'
import type { ResourceNode } from '../kubernetes/resource'
import { resourcesOf } from '../kubernetes/resources-of'
import type { YamlDocument, YamlPath } from '../yaml/node'
import { type NodeAt, nodeAt } from '../yaml/node-at'
import { readYaml } from '../yaml/reader'

/** A file's tree, made for one request of a feature. */
export interface OpenTree {
  readonly text: string
  readonly documents: readonly YamlDocument[]
  readonly resources: readonly ResourceNode[]
}

/** Reads a text as the index does, so that both speak of the same resources. */
export function openTree(uri: string, text: string): OpenTree {
  const readable = isHelmTemplate(uri, text) ? maskTemplate(text).text : text
  const documents = readYaml(readable)
  return { text, documents, resources: resourcesOf(documents) }
}

/** The resource around an offset and the path of what stands there, from the resource's own root. */
export interface FieldAt {
  readonly resource: ResourceNode
  readonly path: YamlPath
  readonly at: NodeAt
}

/** What stands at `offset` (UTF-16, 0-based) of a file, if it belongs to a Kubernetes object. */
export function fieldAt(tree: OpenTree, offset: number): FieldAt | undefined {
  const at = nodeAt(tree.documents, offset)
  if (!at) return undefined
  const around = tree.resources.filter(({ node }) => node.range.start <= offset && offset <= node.range.end)
  const resource = around.at(-1)
  if (!resource) return undefined
  const depth = depthOf(at.document, resource)
  return { resource, path: at.path.slice(depth), at }
}

/** How many steps lead from the document's root to the resource: none, or those of `items[n]` in a List. */
function depthOf(document: YamlDocument, resource: ResourceNode): number {
  if (document.root === resource.node) return 0
  let depth = 0
  let node = document.root
  while (node && node !== resource.node && depth < 10) {
    if (node.kind === 'scalar') return 0
    const children = node.kind === 'sequence' ? node.items : node.pairs.map((pair) => pair.value)
    node = children.find(
      (child) => child && child.range.start <= resource.node.range.start && resource.node.range.end <= child.range.end,
    )
    depth++
  }
  return depth
}
