import type { ContainerNode } from '../../kubernetes/pod-template'
import { childOf, itemsOf, textOf } from '../../yaml/node'
import { findInValue } from '../formats/find-in-file'
import { groupOf, type Setting } from '../setting'
import { composeSource, type Piece, type SourceText, scalarSource } from '../source-text'
import type { LocatedHost } from './located-host'

/** The variables of a container whose values stand in the manifest, by name. */
export type Variables = ReadonlyMap<string, string>

interface VariableSetting extends Setting {
  readonly index: number
}

/** The hosts that a container's variables name, `$(VAR)` put in from the variables before. */
export function environmentHosts(container: ContainerNode, text: string): readonly LocatedHost[] {
  const { settings } = readVariables(container, text)
  const group = groupOf(settings)
  return settings.flatMap((setting) =>
    findInValue(setting, { group }).map((found) => ({
      found,
      path: `${container.path}.env[${setting.index}].value`,
      via: 'env' as const,
      key: container.name,
    })),
  )
}

/** A container's variables with their expanded values, for its arguments. */
export function variablesOf(container: ContainerNode, text: string): Variables {
  return readVariables(container, text).values
}

function readVariables(
  container: ContainerNode,
  text: string,
): { settings: readonly VariableSetting[]; values: Variables } {
  const settings: VariableSetting[] = []
  const values = new Map<string, string>()
  itemsOf(childOf(container.node, 'env')).forEach((variable, index) => {
    const name = textOf(childOf(variable, 'name'))
    const value = childOf(variable, 'value')
    if (name === undefined) return
    // What `valueFrom` gives is not known here, and it hides an earlier variable of the same name.
    if (value?.kind !== 'scalar' || value.type === 'null') {
      values.delete(name)
      return
    }
    const expanded = expandVariables(scalarSource(text, value), values)
    values.set(name, expanded.text)
    settings.push({ path: [name], value: expanded, index })
  })
  return { settings, values }
}

/**
 * Puts variables in for `$(NAME)`; `$$` stands for one `$`, and what is not defined stays as it is written.
 * Source: Kubernetes, "Define dependent environment variables".
 */
export function expandVariables(source: SourceText, variables: Variables): SourceText {
  const { text } = source
  if (!text.includes('$')) return source
  const pieces: Piece[] = []
  let at = 0
  for (const match of text.matchAll(/\$\$|\$\(([A-Za-z_.-][\w.-]*)\)/g)) {
    const value = match[1] === undefined ? '$' : variables.get(match[1])
    if (value === undefined) continue
    const end = match.index + match[0].length
    if (match.index > at) pieces.push({ text: text.slice(at, match.index), start: at, end: match.index })
    pieces.push({ text: value, start: match.index, end, derived: true })
    at = end
  }
  if (at === 0) return source
  if (at < text.length) pieces.push({ text: text.slice(at), start: at, end: text.length })
  return composeSource(source, pieces)
}
