import { expect, test } from 'vitest'
import { nestsTooDeep } from './nesting'

test('ordinary texts do not nest too deep, whatever they hold', () => {
  expect(nestsTooDeep('{a: [1, {b: 2}]}\n'.repeat(10_000))).toBe(false)
  expect(nestsTooDeep('- a: {{ x }}\n'.repeat(10_000))).toBe(false)
})

test('brackets or dashes without end do', () => {
  for (const part of ['[', '{ ', '- ', '{a: [']) expect(nestsTooDeep(part.repeat(5000))).toBe(true)
})
