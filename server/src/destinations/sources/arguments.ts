import type { ContainerNode } from '../../kubernetes/pod-template'
import { childOf } from '../../yaml/node'
import type { FoundHost } from '../find-in-setting'
import { findInFile } from '../formats/find-in-file'
import { isShell } from '../shell/clients'
import { findInCommand, findInFlags, scriptOf } from '../shell/find-in-command'
import { findInScript } from '../shell/find-in-script'
import { type SourceText, scalarSource } from '../source-text'
import { expandVariables, type Variables } from './environment'
import type { LocatedHost } from './located-host'

interface Argument {
  readonly value: SourceText
  readonly path: string
}

/** The hosts that a container's command line calls: its script, its client's arguments, or its program's flags. */
export function argumentHosts(container: ContainerNode, text: string, variables: Variables): readonly LocatedHost[] {
  const command = argumentsIn(container, 'command', text, variables)
  const line = [...command, ...argumentsIn(container, 'args', text, variables)]
  const [first] = line
  if (!first) return []
  const words = line.map(({ value }) => value)
  // Facts say at which argument they stand; the one whose text holds the place is found by its range.
  const locate = (found: FoundHost): LocatedHost => ({
    found,
    path: pathOf(found, line) ?? first.path,
    via: 'arg',
    key: container.name,
  })
  return hostsOf(words, command.length > 0).map(locate)
}

function hostsOf(words: readonly SourceText[], hasCommand: boolean): readonly FoundHost[] {
  const [first] = words
  const name = first?.text.slice(first.text.lastIndexOf('/') + 1) ?? ''
  const script = scriptOf(words)
  const readScript = (source: SourceText) => findInScript(source, (document) => findInFile('', document, 1))
  if (
    script &&
    (isShell(name) || !hasCommand || words.some(({ text }) => isShell(text.slice(text.lastIndexOf('/') + 1))))
  ) {
    return readScript(script)
  }
  // Without a command the image's own entry point takes the arguments, unless they begin with a program.
  if (!hasCommand && !/^\//.test(first?.text ?? '') && (first?.text.startsWith('-') || first?.text.includes('://')))
    return findInFlags(words)
  return findInCommand(words, readScript)
}

function argumentsIn(container: ContainerNode, field: string, text: string, variables: Variables): readonly Argument[] {
  const list = childOf(container.node, field)
  if (list?.kind !== 'sequence') return []
  return list.items.flatMap((item, index) =>
    item?.kind === 'scalar'
      ? [{ value: expandVariables(scalarSource(text, item), variables), path: `${container.path}.${field}[${index}]` }]
      : [],
  )
}

function pathOf(found: FoundHost, line: readonly Argument[]): string | undefined {
  return line.find(({ value }) => {
    const whole = value.rangeOf(0, value.text.length)
    return whole.start <= found.range.start && found.range.end <= whole.end
  })?.path
}
