import { expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { plainValueOf } from './plain-value'

const plainOf = (text: string) => plainValueOf(readYaml(text)[0]?.root)?.value

test('scalars are what kubectl takes them for', () => {
  expect(
    plainOf('[1, 0x10, 0o17, 017, -3, 1.5, 1e3, yes, off, ~, "1", 1_000, 99999999999999999999, .inf, text]'),
  ).toEqual([1, 16, 15, 15, -3, 1.5, 1000, true, false, null, '1', 1000, 1e20, Number.POSITIVE_INFINITY, 'text'])
})

test('maps have no prototype, and keys of JavaScript are keys like others', () => {
  const value = plainOf('{ __proto__: { polluted: 1 }, constructor: 2, a: }') as Record<string, unknown>
  expect(Object.getPrototypeOf(value)).toBeNull()
  expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'a'])
  expect({}).not.toHaveProperty('polluted')
})

test('merged keys and aliases are followed; what unfolds without end is given up', () => {
  expect(plainOf('a: &x { n: 1 }\nb: { <<: *x, m: 2 }\nc: *x\n')).toEqual({
    a: { n: 1 },
    b: { m: 2, n: 1 },
    c: { n: 1 },
  })
  let node = readYaml('[a, b, c, d, e, f, g, h, i]')[0]?.root
  for (let level = 0; level < 8; level++) {
    node = { kind: 'sequence', range: { start: 0, end: 1 }, flow: true, items: Array.from({ length: 9 }, () => node) }
  }
  expect(plainValueOf(node)).toBeUndefined()
})
