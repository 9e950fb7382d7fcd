import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createEgressEngine } from '../../server/src/egress/create-egress-engine'
import { explainCalls } from '../../server/src/egress/explain'
import { parseCalls } from '../../server/src/egress/parse-calls'
import { DEFAULT_MESH_OPTIONS } from '../../server/src/registry/mesh-resources'
import { RULES_OF_SEMANTICS, RULES_PER_CHAPTER } from './rules-of-semantics'
import { readWorkspace } from './workspace'

const ROOT = join(__dirname, 'scenarios')

test('every rule has a row, and only one', () => {
  const numbers = RULES_PER_CHAPTER.flatMap((count, chapter) =>
    Array.from({ length: count }, (_, index) => `${chapter + 1}.${index + 1}`),
  )
  expect(RULES_OF_SEMANTICS.map(({ number }) => number)).toEqual(numbers)
})

test.each(RULES_OF_SEMANTICS)('$number $says', ({ scenario, calls }) => {
  const folder = join(ROOT, scenario)
  expect(existsSync(join(folder, 'expected.json')), `the scenario ${scenario}`).toBe(true)
  const parsed = parseCalls(readFileSync(join(folder, 'calls.yaml'), 'utf8'))
  const engine = createEgressEngine(readWorkspace(join(folder, 'workspace')), DEFAULT_MESH_OPTIONS)
  const answers = new Map(explainCalls(engine, parsed.calls, placeOf).map((answer) => [answer.id, answer]))
  for (const [id, words] of Object.entries(calls)) {
    const answer = answers.get(id)
    expect(answer, `the call ${id} of ${scenario}`).toBeDefined()
    expect([answer?.reason, ...(answer?.steps ?? [])].join('\n')).toMatch(words)
  }
})

test('a step that an object decided says where that object stands', () => {
  const folder = join(ROOT, 'sidecar-picks-duplicate')
  const { calls } = parseCalls(readFileSync(join(folder, 'calls.yaml'), 'utf8'))
  const engine = createEgressEngine(readWorkspace(join(folder, 'workspace')), DEFAULT_MESH_OPTIONS)
  const steps = explainCalls(engine, calls, placeOf).flatMap((answer) => answer.steps)
  const deciding = steps.filter((step) => /^(The policy|Sidecar|ServiceEntry|The filter chain)/.test(step))
  expect(deciding.length).toBeGreaterThan(10)
  expect(deciding.filter((step) => !/\((mesh|e)\.yaml [A-Za-z]+\/\S+\)$/.test(step))).toEqual([])
})

/** Lines are the command's business; here the object stands for its place. */
function placeOf({ uri, kind, name }: { readonly uri: string; readonly kind: string; readonly name: string }): string {
  return `${uri} ${kind}/${name}`
}
