import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { stringify } from 'yaml'
import type { CallToExplain } from '../../../server/src/egress/parse-calls'
import { ROOT, type Texts } from './folder'
import type { Answer } from './worse'

/** A workspace with calls, to be asked of Istio's own code. */
export interface Question {
  readonly name: string
  readonly texts: Texts
  readonly calls: readonly CallToExplain[]
}

/** What istiod's webhook and the CRD schema say of one object. */
interface Validation {
  readonly file: string
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly errors: readonly string[] | null
  readonly warnings: readonly string[] | null
  readonly crdErrors?: readonly string[] | null
}

/** More workspaces than this are asked in several runs. */
const BATCH = 60
const LIMITS = { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] as ['ignore', 'pipe', 'ignore'] }

/** Writes workspaces into a folder of their own and asks Istio for each of their calls. Answers by name. */
export function askIstio(
  oracle: string,
  folder: string,
  questions: readonly Question[],
): ReadonlyMap<string, readonly Answer[]> {
  rmSync(folder, { recursive: true, force: true })
  const answers = new Map<string, readonly Answer[]>()
  for (let start = 0; start < questions.length; start += BATCH) {
    const batch = questions.slice(start, start + BATCH)
    for (const question of batch) write(join(folder, question.name), question)
    const output = execFileSync(oracle, ['verdicts', ...batch.map(({ name }) => join(folder, name))], LIMITS)
    const found = JSON.parse(output.toString()) as Readonly<Record<string, readonly Answer[]>>
    for (const [name, list] of Object.entries(found)) answers.set(basename(name), list)
  }
  return answers
}

/**
 * What Istio objects to in the workspaces that were written before, by name: one line each, without the place. All are
 * read in one run.
 */
export function objections(oracle: string, folder: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const each of JSON.parse(
    execFileSync(oracle, ['validate', folder], LIMITS).toString(),
  ) as readonly Validation[]) {
    const name = each.file.split(/[\\/]/)[0] ?? ''
    const known = found.get(name) ?? new Set<string>()
    for (const text of [...(each.errors ?? []), ...(each.crdErrors ?? []), ...(each.warnings ?? [])]) {
      known.add(`${each.kind} ${each.namespace}/${each.name}: ${text}`)
    }
    found.set(name, known)
  }
  return found
}

function write(folder: string, { texts, calls }: Question): void {
  for (const [uri, text] of texts) {
    const path = join(folder, 'workspace', uri.slice(ROOT.length + 1))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const list = calls.map(({ id, from, call: { addressAsDeclared: _, ...call } }) => ({ id, from, ...call }))
  writeFileSync(join(folder, 'calls.yaml'), stringify(list))
}
