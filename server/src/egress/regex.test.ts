import { expect, test } from 'vitest'
import { matchesRegex } from './regex'

test.each([
  ['/v[0-9]+/.*', '/v12/x', true],
  ['/v[0-9]+/.*', '/v/x', false],
  ['/(a|b)(/.*)?', '/b', true],
  ['/(a|b)(/.*)?', '/b/c', true],
  ['/(a|b)(/.*)?', '/bc', false],
  ['(?i)/API', '/api', true],
  ['[^/]+', 'a/b', false],
  ['[[:alpha:]]{2,3}', 'abc', true],
  ['[[:alpha:]]{2,3}', 'abcd', false],
  ['\\d+\\.x', '12.x', true],
  ['^/a$', '/a', true],
  ['/a', '/ab', false],
  ['(?P<n>a)+?', 'aaa', true],
  ['\\Qa.b\\E', 'a.b', true],
  ['a(?=b)', 'ab', false],
  ['(', '(', false],
])('%s on %s: %s', (pattern, text, expected) => {
  expect(matchesRegex(pattern, text)).toBe(expected)
})

test('takes no longer for a pattern made to hurt', () => {
  expect(matchesRegex('(a+)+(a+)+b', `${'a'.repeat(2000)}c`)).toBe(false)
})
