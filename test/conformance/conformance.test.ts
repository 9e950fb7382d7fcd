import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createEgressEngine } from '../../server/src/egress/create-egress-engine'
import { explainCalls } from '../../server/src/egress/explain'
import { parseCalls } from '../../server/src/egress/parse-calls'
import { DEFAULT_MESH_OPTIONS } from '../../server/src/registry/mesh-resources'
import { readWorkspace } from './workspace'

/** Scenarios (`name` or `name/call`) in which we answer otherwise than Istio, and why. Each must still differ. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {}

/** What Istio's own code answers to one call. */
interface Expected {
  readonly id: string
  readonly verdict: string
  readonly cluster: string
  readonly via?: string
  /** `Kind namespace/name` of the resource behind the cluster. */
  readonly resourceHint?: string
}

const ROOT = join(__dirname, 'scenarios')

describe('what becomes of outbound calls', () => {
  const names = readdirSync(ROOT).filter((name) => existsSync(join(ROOT, name, 'calls.yaml')))
  test.each(names)('%s', (name) => {
    const { expected, actual } = answers(join(ROOT, name))
    const wanted = expected.filter(({ id }) => !isKnown(name, id))
    expect(actual.filter(({ id }) => !isKnown(name, id))).toEqual(wanted)
    for (const one of expected.filter(({ id }) => isKnown(name, id)))
      expect(actual.find(({ id }) => id === one.id)).not.toEqual(one)
  })
})

test('every known difference names a scenario that exists', () => {
  const names = Object.keys(KNOWN_DIFFERENCES).map((known) => known.split('/')[0] ?? '')
  expect(names.filter((name) => !existsSync(join(ROOT, name)))).toEqual([])
})

function isKnown(scenario: string, id: string): boolean {
  return scenario in KNOWN_DIFFERENCES || `${scenario}/${id}` in KNOWN_DIFFERENCES
}

function answers(folder: string) {
  const { calls, errors } = parseCalls(readFileSync(join(folder, 'calls.yaml'), 'utf8'))
  expect(errors).toEqual([])
  const engine = createEgressEngine(readWorkspace(join(folder, 'workspace')), DEFAULT_MESH_OPTIONS)
  const actual = explainCalls(engine, calls).map(({ id, verdict, cluster, via, entry }) => ({
    id,
    verdict,
    cluster,
    via,
    entry: entry && `${entry.kind} ${entry.namespace}/${entry.name}`,
  }))
  const text = readFileSync(join(folder, 'expected.json'), 'utf8')
  const expected = (JSON.parse(text) as readonly Expected[]).map(({ id, verdict, cluster, via, resourceHint }) => ({
    id,
    verdict,
    cluster,
    via: via ?? null,
    entry: resourceHint || null,
  }))
  return { expected, actual }
}
