import { childOf, pairsOf } from '../yaml/node'
import type { NotePlace, ResourceHead, ResourceNode } from './resource'

/** A ConfigMap or Secret: only which keys it has; what its values name stands in the file's destinations. */
export interface ConfigMap extends ResourceHead {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly keys: readonly string[]
}

/** Under which fields each kind keeps its values. */
const DATA_FIELDS = ['data', 'stringData', 'binaryData'] as const

/** The facts of a ConfigMap or Secret; undefined for every other kind. Values are not read here. */
export function readConfigMap(resource: ResourceNode, note: NotePlace): ConfigMap | undefined {
  const { head, node } = resource
  const { apiVersion, kind } = head
  if (apiVersion !== 'v1' || (kind !== 'ConfigMap' && kind !== 'Secret')) return undefined
  const keys = new Set<string>()
  for (const field of DATA_FIELDS) {
    for (const { key } of pairsOf(childOf(node, field))) {
      keys.add(key.value)
      note(`${field}.${key.value}`, key.range)
    }
  }
  return { ...head, kind, rejections: [], keys: [...keys] }
}
