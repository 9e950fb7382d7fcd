import { expect, test } from 'vitest'
import { nodeAt } from './node-at'
import { readYaml } from './reader'

/** The path under `$0`, with `:key` behind it when it is a key. */
function at(marked: string): string | undefined {
  const offset = marked.indexOf('$0')
  const found = nodeAt(readYaml(marked.replace('$0', '')), offset)
  return found && found.path.join('.') + (found.onKey ? ':key' : '')
}

test.each([
  ['spec:\n  hosts: [a, b$0c]\n', 'spec.hosts.1'],
  ['spec:\n  ho$0sts: [a]\n', 'spec.hosts:key'],
  ['spec:\n  hosts:\n    - a\n    - b$0\n', 'spec.hosts.1'],
  ['a: 1\n---\nb: { c: $0d }\n', 'b.c'],
  ['a:\n  b$0:\n', 'a.b:key'],
  ['a: 1\n\n$0\nb: 2\n', undefined],
  ['a: |\n  on$0e\n', 'a'],
])('%j', (text, path) => expect(at(text)).toBe(path))
