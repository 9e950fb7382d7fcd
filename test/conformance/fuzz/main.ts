import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Comparison, compare, type IstioAnswer } from './compare'
import { randomMesh } from './random-mesh'

/*
 * Started by ../fuzz.mjs: makes meshes by chance, asks Istio's code (the oracle) and our engine for the same calls, and
 * prints where they differ. The folder of a difference is kept, so that it can become a scenario.
 */

const CALLS_PER_MESH = 40
const MESHES_PER_BATCH = 50
/** How often Istio is asked again where we differ. */
const ROUNDS = 8

const { values } = parseArgs({
  options: {
    oracle: { type: 'string', default: '' },
    folder: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    calls: { type: 'string', default: '5000' },
  },
})
const seed = Number(values.seed)
const meshCount = Math.ceil(Number(values.calls) / CALLS_PER_MESH)
if (!Number.isSafeInteger(seed) || !(meshCount > 0)) {
  console.error('--seed and --calls take whole numbers, --calls at least 1.')
  process.exit(2)
}

interface Tally {
  calls: number
  same: number
  ambiguous: number
  ambiguousDifferent: number
  wavering: number
  different: number
}

const tallies = new Map<string, Tally>()
let shown = 0

/** Counts a call; `wavers` where Istio itself answered otherwise when asked again. */
function count({ verdict, istio, ours, ambiguous }: Comparison, wavers: boolean): void {
  const none = { calls: 0, same: 0, ambiguous: 0, ambiguousDifferent: 0, wavering: 0, different: 0 }
  const tally = tallies.get(verdict) ?? none
  tallies.set(verdict, tally)
  tally.calls += 1
  if (ambiguous) tally.ambiguous += 1
  if (istio === ours) tally.same += 1
  else if (ambiguous) tally.ambiguousDifferent += 1
  else if (wavers) tally.wavering += 1
  else tally.different += 1
}

function isUnexplained({ istio, ours, ambiguous }: Comparison): boolean {
  return istio !== ours && !ambiguous
}

/** Runs meshes `from` to `to`, the end excluded. */
function runBatch(from: number, to: number): void {
  const folders = Array.from({ length: to - from }, (_, offset) => {
    const folder = join(values.folder, `seed-${seed}`, String(from + offset).padStart(5, '0'))
    const { workspace, calls } = randomMesh(seed, from + offset, CALLS_PER_MESH)
    mkdirSync(join(folder, 'workspace'), { recursive: true })
    writeFileSync(join(folder, 'workspace/all.yaml'), workspace)
    writeFileSync(join(folder, 'calls.yaml'), calls)
    return folder
  })
  for (const [folder, answers] of askIstio(folders)) {
    const compared = compare(folder, answers)
    const wavering = compared.some(isUnexplained) ? waveringCalls(folder, answers) : new Set<string>()
    for (const one of compared) count(one, wavering.has(one.id))
    const unexplained = compared.filter((one) => isUnexplained(one) && !wavering.has(one.id))
    if (unexplained.length === 0) rmSync(folder, { recursive: true })
    for (const one of unexplained) show(folder, one)
  }
}

/** Go visits maps by chance, and some answers hang on it: the calls to which Istio says now this, now that. */
function waveringCalls(folder: string, answers: readonly IstioAnswer[]): ReadonlySet<string> {
  const textOf = ({ verdict, cluster, via, resourceHint }: IstioAnswer) =>
    JSON.stringify([verdict, cluster, via, resourceHint])
  const found = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    for (const [, again] of askIstio([folder])) {
      again.forEach((answer, index) => {
        const first = answers[index]
        if (first && textOf(first) !== textOf(answer)) found.add(answer.id)
      })
    }
  }
  return found
}

function askIstio(folders: readonly string[]): readonly (readonly [string, readonly IstioAnswer[]])[] {
  const asked = spawnSync(values.oracle, ['verdicts', ...folders], { encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (asked.status !== 0) throw new Error(`The oracle failed: ${asked.error?.message ?? asked.stderr.slice(-2000)}`)
  const parsed: unknown = JSON.parse(asked.stdout)
  const [only] = folders
  // One folder alone is answered with its list.
  if (folders.length === 1 && only !== undefined) return [[only, parsed as readonly IstioAnswer[]]]
  return Object.entries(parsed as Record<string, readonly IstioAnswer[]>)
}

function show(folder: string, { id, call, istio, ours, reason }: Comparison): void {
  shown += 1
  if (shown > 40) return
  console.log(`${folder} ${id} ${call}\n  Istio: ${istio}\n  we:    ${ours}\n         ${reason}`)
}

function printTable(): void {
  const rows = [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))
  const names = ['calls', 'same', 'ambiguous', 'ambiguousDifferent', 'wavering', 'different'] as const
  const heads = ['calls', 'as Istio', 'ambiguous', 'of these otherwise', 'Istio wavers', 'unexplained'] as const
  const total = names.map((name) => rows.reduce((sum, [, tally]) => sum + tally[name], 0))
  const line = (first: string, cells: readonly (string | number)[]) =>
    console.log(
      `| ${first.padEnd(11)} | ${cells.map((cell, i) => String(cell).padStart(heads[i]?.length ?? 0)).join(' | ')} |`,
    )
  line('verdict', heads)
  for (const [verdict, tally] of rows)
    line(
      verdict,
      names.map((name) => tally[name]),
    )
  line('all', total)
}

const began = performance.now()
for (let from = 0; from < meshCount; from += MESHES_PER_BATCH) {
  runBatch(from, Math.min(meshCount, from + MESHES_PER_BATCH))
}
const seconds = ((performance.now() - began) / 1000).toFixed(0)
console.log(`\nseed ${seed}, ${meshCount} meshes of ${CALLS_PER_MESH} calls, ${seconds} s`)
printTable()
process.exitCode = shown > 0 ? 1 : 0
