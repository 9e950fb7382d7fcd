import { childOf } from '../yaml/node'
import type { Namespace } from './namespace'
import type { NotePlace, ResourceNode } from './resource'

/** Reads a Namespace. Notes its labels as a whole. */
export function readNamespace({ head, node }: ResourceNode, note: NotePlace): Namespace {
  const labels = childOf(childOf(node, 'metadata'), 'labels')
  if (labels) note('metadata.labels', labels.range)
  return { ...head, kind: 'Namespace', rejections: [] }
}
