import { booleanOf, childOf, integerOf, itemsOf, stringMapOf } from '../yaml/node'
import { type ConfigReference, configReferences } from './config-references'
import { type ContainerNode, containersOf, type PodTemplate, podTemplateOf } from './pod-template'
import type { NotePlace, ResourceHead, ResourceNode } from './resource'

/** An object that has a pod template (or is a Pod): who calls. */
export interface Workload extends ResourceHead {
  readonly role: 'workload'
  readonly podLabels: Readonly<Record<string, string>>
  readonly podAnnotations: Readonly<Record<string, string>>
  readonly hostNetwork: boolean
  /** runAsUser of the pod or of all its containers, where one is set. */
  readonly runAsUser: number | undefined
  /** runAsGroup, likewise. */
  readonly runAsGroup: number | undefined
  /** What it takes from ConfigMaps and Secrets of its namespace. */
  readonly consumes: readonly ConfigReference[]
}

/**
 * The facts of an object with a pod template; undefined for every other kind.
 * @param note is told where the pod's template and its labels stand
 */
export function readWorkload(resource: ResourceNode, note: NotePlace): Workload | undefined {
  const template = podTemplateOf(resource)
  if (!template) return undefined
  const containers = containersOf(template)
  if (template.spec) note(`${template.path}spec`, template.spec.range)
  const labels = childOf(template.metadata, 'labels')
  if (labels) note(`${template.path}metadata.labels`, labels.range)
  return {
    ...resource.head,
    rejections: [],
    role: 'workload',
    podLabels: stringMapOf(labels),
    podAnnotations: stringMapOf(childOf(template.metadata, 'annotations')),
    hostNetwork: booleanOf(childOf(template.spec, 'hostNetwork')) ?? false,
    runAsUser: identityOf('runAsUser', template, containers),
    runAsGroup: identityOf('runAsGroup', template, containers),
    consumes: configReferences(template, containers),
  }
}

/** What a container says counts before what the pod says; of several containers they must agree. */
function identityOf(
  field: 'runAsUser' | 'runAsGroup',
  template: PodTemplate,
  containers: readonly ContainerNode[],
): number | undefined {
  const ofPod = integerOf(childOf(childOf(template.spec, 'securityContext'), field))
  const running = itemsOf(childOf(template.spec, 'containers'))
  if (running.length === 0 || containers.length === 0) return ofPod
  const users = new Set(
    running.map((container) => integerOf(childOf(childOf(container, 'securityContext'), field)) ?? ofPod),
  )
  const [only] = users
  return users.size === 1 ? only : ofPod
}
