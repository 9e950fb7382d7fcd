import { childOf, type YamlNode } from '../yaml/node'
import type { LabelSelector } from './mesh-config'
import type { FieldReader } from './reading'

export type Labels = Readonly<Record<string, string>>

/** True if every label of `wanted` stands in `labels` with the same value; an empty `wanted` always does. */
export function isSubsetOfLabels(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value)
}

/** True if the two say the same. */
export function equalLabels(a: Labels | undefined, b: Labels | undefined): boolean {
  const left = a ?? {}
  const right = b ?? {}
  return Object.keys(left).length === Object.keys(right).length && isSubsetOfLabels(left, right)
}

/** A Kubernetes label selector; a selector that says nothing matches everything. */
export function selectorMatches(selector: LabelSelector, labels: Labels): boolean {
  if (!isSubsetOfLabels(selector.matchLabels, labels)) return false
  return selector.matchExpressions.every(({ key, operator, values }) => {
    const value = labels[key]
    switch (operator) {
      case 'In':
        return value !== undefined && values.includes(value)
      case 'NotIn':
        return value === undefined || !values.includes(value)
      case 'Exists':
        return value !== undefined
      default:
        return value === undefined
    }
  })
}

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist'])

/** False for a selector that Kubernetes cannot use, such as `In` without values. */
export function isValidSelector({ matchExpressions }: LabelSelector): boolean {
  return matchExpressions.every(({ operator, values }) => {
    if (!OPERATORS.has(operator)) return false
    const takesValues = operator === 'In' || operator === 'NotIn'
    return takesValues === values.length > 0
  })
}

/** Reads `matchLabels` and `matchExpressions`. */
export function readLabelSelector(node: YamlNode | undefined, path: string, fields: FieldReader): LabelSelector {
  return {
    matchLabels: fields.stringMap(childOf(node, 'matchLabels'), `${path}.matchLabels`),
    matchExpressions: fields.items(childOf(node, 'matchExpressions'), `${path}.matchExpressions`).map((item) => ({
      key: fields.string(childOf(item.node, 'key'), `${item.path}.key`) ?? '',
      operator: fields.string(childOf(item.node, 'operator'), `${item.path}.operator`) ?? '',
      values: fields.strings(childOf(item.node, 'values'), `${item.path}.values`),
    })),
  }
}
