import { childOf, textOf, type YamlMap, type YamlNode } from '../yaml/node'
import type { ResourceNode } from './resource'

/** The pod that an object makes: its template, or the Pod itself. */
export interface PodTemplate {
  /** What is written before the template's own paths: `spec.template.`, empty for a Pod. */
  readonly path: string
  readonly metadata: YamlNode | undefined
  readonly spec: YamlNode | undefined
}

/** Where each kind keeps its pod template; API groups tell a Knative Service from a Kubernetes one. */
const TEMPLATE_KINDS: readonly { readonly kind: string; readonly group: RegExp; readonly at: readonly string[] }[] = [
  { kind: 'Deployment', group: /^(apps|extensions)\//, at: ['spec', 'template'] },
  { kind: 'StatefulSet', group: /^(apps|apps\.kruise\.io|apps\.pingcap\.com)\//, at: ['spec', 'template'] },
  { kind: 'DaemonSet', group: /^(apps|extensions|apps\.kruise\.io)\//, at: ['spec', 'template'] },
  { kind: 'ReplicaSet', group: /^(apps|extensions)\//, at: ['spec', 'template'] },
  { kind: 'ReplicationController', group: /^v1$/, at: ['spec', 'template'] },
  { kind: 'Job', group: /^batch\//, at: ['spec', 'template'] },
  { kind: 'CronJob', group: /^batch\//, at: ['spec', 'jobTemplate', 'spec', 'template'] },
  { kind: 'Pod', group: /^v1$/, at: [] },
  { kind: 'Rollout', group: /^argoproj\.io\//, at: ['spec', 'template'] },
  { kind: 'Service', group: /^serving\.knative\.dev\//, at: ['spec', 'template'] },
  { kind: 'Configuration', group: /^serving\.knative\.dev\//, at: ['spec', 'template'] },
  { kind: 'CloneSet', group: /^apps\.kruise\.io\//, at: ['spec', 'template'] },
  { kind: 'DeploymentConfig', group: /^(apps\.openshift\.io\/|v1$)/, at: ['spec', 'template'] },
]

/** The pod template of an object, or undefined if its kind has none. */
export function podTemplateOf(resource: ResourceNode): PodTemplate | undefined {
  const { apiVersion, kind } = resource.head
  const row = TEMPLATE_KINDS.find((each) => each.kind === kind && each.group.test(apiVersion))
  if (!row) return undefined
  let node: YamlNode | undefined = resource.node
  for (const step of row.at) node = childOf(node, step)
  return {
    path: row.at.map((step) => `${step}.`).join(''),
    metadata: childOf(node, 'metadata'),
    spec: childOf(node, 'spec'),
  }
}

/** One container of a pod with the path at which it stands, such as `spec.template.spec.initContainers[0]`. */
export interface ContainerNode {
  readonly path: string
  readonly name: string
  readonly node: YamlMap
}

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const

/** Every container of a pod, init containers first, as they start. */
export function containersOf(template: PodTemplate): readonly ContainerNode[] {
  const found: ContainerNode[] = []
  for (const list of CONTAINER_LISTS) {
    const node = childOf(template.spec, list)
    if (node?.kind !== 'sequence') continue
    node.items.forEach((item, index) => {
      if (item?.kind !== 'map') return
      const name = textOf(childOf(item, 'name')) ?? `${list}[${index}]`
      found.push({ path: `${template.path}spec.${list}[${index}]`, name, node: item })
    })
  }
  return found
}
