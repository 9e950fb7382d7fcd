import { expect, test } from 'vitest'
import { parseCalls } from './parse-calls'

test('reads YAML and JSON alike', () => {
  const yaml = '- id: a\n  from: {namespace: shop, labels: {app: x}}\n  host: a.b\n  port: 443\n  protocol: https\n'
  const json =
    '[{"id":"a","from":{"namespace":"shop","labels":{"app":"x"}},"host":"a.b","port":443,"protocol":"https"}]'
  const { calls, errors } = parseCalls(yaml)
  expect(errors).toEqual([])
  expect(calls).toMatchObject([
    { id: 'a', from: { namespace: 'shop' }, call: { host: 'a.b', port: 443, protocol: 'https' } },
  ])
  expect(parseCalls(json).calls).toEqual(calls)
})

test('fills in what may be left out', () => {
  expect(parseCalls('- host: a.b\n').calls).toMatchObject([
    { id: '1', from: { namespace: 'default' }, call: { host: 'a.b', port: null, protocol: null } },
  ])
})

test.each([
  ['host: a.b\n', 1, 'must be a list'],
  ['- port: 80\n', 1, 'needs host'],
  ['- host: a.b\n  port: many\n', 2, 'from 1 to 65535'],
  ['- host: a.b\n- just text\n', 2, 'must be a map'],
  ['- {id: x, host: a.b}\n- {id: x, host: a.b}\n', 2, 'Two calls have the id'],
  ['- host: a.b\n  prot: 80\n', 2, 'no field "prot"'],
  ['', 1, 'must be a list'],
])('says what is wrong with %j', (text, line, message) => {
  const { errors } = parseCalls(text)
  expect(errors).toHaveLength(1)
  expect(errors[0]?.line).toBe(line)
  expect(errors[0]?.message).toContain(message)
})
