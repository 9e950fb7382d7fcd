import { expect, test } from 'vitest'
import { closestName } from './closest-name'

const FIELDS = ['hosts', 'ports', 'exportTo', 'resolution', 'location', 'workloadSelector']

test.each([
  ['host', 'hosts'],
  ['export_to', 'exportTo'],
  ['EXPORTTO', 'exportTo'],
  ['resoultion', 'resolution'],
  ['workloadselecter', 'workloadSelector'],
  ['prots', 'ports'],
  ['zzz', undefined],
  ['', undefined],
  ['h'.repeat(100_000), undefined],
])('%s means %s', (wrong, meant) => expect(closestName(wrong, FIELDS)).toBe(meant))

test('the nearest of several wins, and nothing is near nothing', () => {
  expect(closestName('port', ['hosts', 'sport', 'ports'])).toBe('sport')
  expect(closestName('posts', ['hosts', 'ports'])).toBe('hosts')
  expect(closestName('hosts', [])).toBeUndefined()
})
