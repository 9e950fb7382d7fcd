import { expect, test } from 'vitest'
import { CALL_CODES } from './call-trouble'
import { allRules } from './index'

test('every code is one rule, and every code about calls has its rule', () => {
  const codes = allRules.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const code of CALL_CODES) expect(codes).toContain(code)
})

test('summaries are one sentence', () => {
  for (const { summary } of allRules) expect(summary).toMatch(/^[^.]*\S.*\.$/)
})
