import { expect, test } from 'vitest'
import { booleanOf, childOf, integerOf, nodeAtPath, pairsOf, stringOf, textOf } from './node'
import { readYaml } from './reader'

const root = (text: string) => readYaml(text)[0]?.root

test('ranges are offsets of the tokens themselves', () => {
  const text = 'a: "x y" # c\nb: [1, two]\n'
  const a = childOf(root(text), 'a')
  expect(a && text.slice(a.range.start, a.range.end)).toBe('"x y"')
  expect(nodeAtPath(root(text), ['b', 1])).toMatchObject({ value: 'two', type: 'string' })
})

test('plain words mean what kubectl takes them for', () => {
  const node = root('a: y\nb: "y"\nc: 0o17\nd: 1.5\ne: ~\nf: 010\ng: 12:30\nh: !!str 5\ni: 1_000\n')
  expect(booleanOf(childOf(node, 'a'))).toBe(true)
  expect(stringOf(childOf(node, 'b'))).toBe('y')
  expect(integerOf(childOf(node, 'c'))).toBe(15)
  expect(childOf(node, 'd')).toMatchObject({ type: 'float' })
  expect(textOf(childOf(node, 'e'))).toBeUndefined()
  expect(integerOf(childOf(node, 'f'))).toBe(8)
  expect(stringOf(childOf(node, 'g'))).toBe('12:30')
  expect(stringOf(childOf(node, 'h'))).toBe('5')
  expect(integerOf(childOf(node, 'i'))).toBe(1000)
})

test('aliases share the node of their anchor and merge keys fill gaps', () => {
  const node = root('base: &b { x: 1, y: 2 }\nuse: { <<: *b, y: 3 }\nsame: *b\n')
  expect(childOf(node, 'same')).toBe(childOf(node, 'base'))
  expect(integerOf(nodeAtPath(node, ['use', 'x']))).toBe(1)
  expect(integerOf(nodeAtPath(node, ['use', 'y']))).toBe(3)
  expect(pairsOf(childOf(node, 'use')).map((pair) => pair.key.value)).toEqual(['y', 'x'])
})

test('an alias within its own anchor is an error, not a cycle', () => {
  const [document] = readYaml('a: &x [*x]\nb: 1\n')
  expect(document?.errors).toHaveLength(1)
  expect(integerOf(childOf(document?.root, 'b'))).toBe(1)
})

test('an alias bomb is cut', () => {
  let text = 'a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n'
  for (let i = 1; i < 12; i++)
    text += `a${i}: &a${i} [${Array(10)
      .fill(`*a${i - 1}`)
      .join(', ')}]\n`
  const started = performance.now()
  const [document] = readYaml(text)
  expect(document?.errors.length).toBeGreaterThan(0)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a key that stands twice is an error at the second place', () => {
  const [document] = readYaml('a: 1\nb: 2\na: 3\n')
  expect(document?.errors).toMatchObject([{ range: { start: 10, end: 11 } }])
  expect(integerOf(childOf(document?.root, 'a'))).toBe(3)
})

test('a broken document leaves the others whole', () => {
  const documents = readYaml('a: [1\n---\nb: 2\n---\nc: "x\n')
  expect(documents.map((document) => document.errors.length > 0)).toEqual([true, false, true])
  expect(integerOf(childOf(documents[1]?.root, 'b'))).toBe(2)
})

test.each([
  ['deep flow', '['.repeat(100_000)],
  ['deep block', Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ['conflict marks', '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n'],
  ['tabs', 'a:\n\tb: 1\n'],
  ['nul', 'a: \0\n'],
  ['open quote and end mark', 'test: "aaa\n...\n'],
])('%s is read without a throw', (_name, text) => {
  const started = performance.now()
  expect(Array.isArray(readYaml(text))).toBe(true)
  expect(performance.now() - started).toBeLessThan(3000)
})

test('a map of 100,000 keys is no trap', () => {
  const text = Array.from({ length: 100_000 }, (_, i) => `k${i}: v`).join('\n')
  const started = performance.now()
  expect(pairsOf(root(text))).toHaveLength(100_000)
  expect(performance.now() - started).toBeLessThan(10_000)
})
