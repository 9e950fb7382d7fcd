import path from 'node:path'
import { expect, test } from 'vitest'
import { findHosts } from './find-hosts'
import { caseNames, scoreCase } from './score-cases'

const folder = path.join(import.meta.dirname, 'hosts')
const scores = await Promise.all(caseNames(folder).map((name) => scoreCase(folder, name, findHosts)))

test('every labelled destination is found, and nothing else', () => {
  expect(scores.length).toBeGreaterThanOrEqual(46)
  expect(scores.flatMap((score) => score.missed)).toEqual([])
  expect(scores.flatMap((score) => score.alarms)).toEqual([])
})

test('callers, ports, in-cluster names and bypasses are those of the labels', () => {
  expect(scores.flatMap((score) => score.wrongCaller)).toEqual([])
  expect(scores.flatMap((score) => score.wrongPort)).toEqual([])
  expect(scores.flatMap((score) => score.wrongExternal)).toEqual([])
  expect(scores.flatMap((score) => score.wrongBypass)).toEqual([])
})
