import { expect, test } from 'vitest'
import { applyEdits } from '../../text/edit'
import type { YamlPath } from '../../yaml/node'
import { readYaml } from '../../yaml/reader'
import { appendItems, insertPair, ownNode, replaceScalar } from './yaml-edit'
import type { YamlValue } from './yaml-write'

function at(text: string, path: YamlPath) {
  const root = readYaml(text)[0]?.root
  return root && ownNode(text, root, path)
}

function append(text: string, path: YamlPath, ...values: YamlValue[]): string | undefined {
  const list = at(text, path)
  const edit = list?.kind === 'sequence' ? appendItems(text, list, values) : undefined
  return edit && applyEdits(text, [edit])
}

function insert(text: string, path: YamlPath, key: string, value: YamlValue, after?: string): string | undefined {
  const map = at(text, path)
  const edit = map?.kind === 'map' ? insertPair(text, map, key, value, after) : undefined
  return edit && applyEdits(text, [edit])
}

test.each<[string, string, YamlPath, YamlValue, string | undefined]>([
  ['a block list', 'a:\n- x # c\n# after\nb: 1\n', ['a'], 'w', 'a:\n- x # c\n- w\n# after\nb: 1\n'],
  [
    'indented, with comments behind',
    'a:\n  - x\n\n  # tail\nb: 1\n',
    ['a'],
    'w',
    'a:\n  - x\n  - w\n\n  # tail\nb: 1\n',
  ],
  ['no line end at the end of the file', 'a:\n  - x', ['a'], 'w', 'a:\n  - x\n  - w'],
  ['CRLF', 'a:\r\n  - "x"\r\nb: 1\r\n', ['a'], 'w', 'a:\r\n  - "x"\r\n  - "w"\r\nb: 1\r\n'],
  ['a flow list', 'a: ["."]\n', ['a'], 'team', 'a: [".", "team"]\n'],
  ['single quotes', "a: [ 'x' ] # c\n", ['a'], 'w', "a: [ 'x', 'w' ] # c\n"],
  ['plain words stay plain', 'a: [x, z]\n', ['a'], '.', 'a: [x, z, "."]\n'],
  ['a final comma', 'a: [x, ]\n', ['a'], 'w', 'a: [x, w, ]\n'],
  ['an empty flow list', 'a: [ ]\n', ['a'], 'w', 'a: [w]\n'],
  [
    'JSON on lines of its own',
    '{\n  "a": [\n    "x"\n  ]\n}\n',
    ['a'],
    'w',
    '{\n  "a": [\n    "x",\n    "w"\n  ]\n}\n',
  ],
  [
    'maps in a block list',
    'a:\n- name: x\n  number: 1\n',
    ['a'],
    { number: 2, name: 'w' },
    'a:\n- name: x\n  number: 1\n- name: w\n  number: 2\n',
  ],
  [
    'flow maps in a block list',
    'a:\n  - {number: 1, name: x}\n',
    ['a'],
    { number: 2, name: 'w' },
    'a:\n  - {number: 1, name: x}\n  - {number: 2, name: w}\n',
  ],
  ['flow maps in a flow list', 'a: [{ number: 1 }]\n', ['a'], { number: 2 }, 'a: [{ number: 1 }, { number: 2 }]\n'],
  [
    'a literal block as last item',
    'a:\n  - |\n    x\n    y\n\nb: 1\n',
    ['a'],
    'w',
    'a:\n  - |\n    x\n    y\n  - w\n\nb: 1\n',
  ],
  ['an anchored list is shared', 'a: &l [x]\nb: *l\n', ['a'], 'w', undefined],
  ['an alias stands elsewhere', 'a: &l [x]\nb: *l\n', ['b'], 'w', undefined],
  ['merged keys stand elsewhere', 'm: &m { l: [x] }\nb: { <<: *m }\n', ['b', 'l'], 'w', undefined],
])('append to %s', (_name, text, path, value, expected) => expect(append(text, path, value)).toBe(expected))

test('several items at once', () => {
  expect(append('a: [x]\n', ['a'], 'w', 'z')).toBe('a: [x, w, z]\n')
  expect(append('a:\n- x\n', ['a'], 'w', 'z')).toBe('a:\n- x\n- w\n- z\n')
})

test.each<[string, string, string | undefined, string | undefined]>([
  [
    'behind a block list',
    's:\n  hosts:\n  - a # c\n  ports: []\n',
    'hosts',
    's:\n  hosts:\n  - a # c\n  exportTo:\n  - "."\n  ports: []\n',
  ],
  [
    'as an indented list',
    's:\n  hosts:\n    - a\nb: 1\n',
    'hosts',
    's:\n  hosts:\n    - a\n  exportTo:\n    - "."\nb: 1\n',
  ],
  [
    'as a flow list',
    's:\n  hosts: [a]\n  ports:\n    - number: 1\n',
    'hosts',
    's:\n  hosts: [a]\n  exportTo: ["."]\n  ports:\n    - number: 1\n',
  ],
  ['into a flow map', 's: { hosts: [a] } # c\n', 'hosts', 's: { hosts: [a], exportTo: ["."] } # c\n'],
  ['into JSON', '{"s":{"hosts":["a"]}}', 'hosts', '{"s":{"hosts":["a"], "exportTo": ["."]}}'],
  [
    'at the end where the key is not said',
    's:\n  ports:\n    - number: 1\n      name: x\n# end\n',
    'hosts',
    's:\n  ports:\n    - number: 1\n      name: x\n  exportTo:\n    - "."\n# end\n',
  ],
  ['behind a key without a value', 's:\n  hosts:\n', undefined, 's:\n  hosts:\n  exportTo:\n    - "."\n'],
])('insert %s', (_name, text, after, expected) => expect(insert(text, ['s'], 'exportTo', ['.'], after)).toBe(expected))

test.each([
  ['p: HTTP # c\n', 'TLS', 'p: TLS # c\n'],
  ['p: "HTTP"\n', 'TLS', 'p: "TLS"\n'],
  ["p: 'x'\n", "w's", "p: 'w''s'\n"],
  ['p: x\n', 'on', 'p: "on"\n'],
])('replace a scalar of %j', (text, value, expected) => {
  const node = at(text, ['p'])
  const edit = node?.kind === 'scalar' ? replaceScalar(node, value) : undefined
  expect(edit && applyEdits(text, [edit])).toBe(expected)
})
