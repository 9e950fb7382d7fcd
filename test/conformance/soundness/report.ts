import type { Judged, Tried } from './judge'
import { adviceMissing } from './problems'
import type { Case } from './trials'

/** A trial with what was found of it. */
export interface Result {
  readonly tried: Tried
  readonly judged: Judged
}

/** Every count, table and failure as lines for a person. */
export function reportLines(calls: number, cases: readonly Case[], results: readonly Result[]): readonly string[] {
  const first = results.filter(({ tried }) => tried.trial.isFirst)
  const of = (kind: Case['kind']) => cases.filter((one) => one.kind === kind)
  const unfixed = cases.flatMap((one) => (one.kind === 'unfixed' ? [one] : []))
  return [
    `calls ${calls}; blocked, captured or error ${cases.length}`,
    `  expressible in a manifest ${cases.length - of('inexpressible').length}`,
    `    with a fix ${of('fixed').length}`,
    ...promises(first).map((line) => `      ${line}`),
    `    without a fix ${unfixed.length}, the message says what to do ${unfixed.filter((one) => !adviceMissing(one.message)).length}`,
    `    not reported ${of('silent').length}`,
    `every fix that is offered, preferred or not: ${results.length}`,
    ...promises(results).map((line) => `      ${line}`),
    ...table('With a fix', cases, (one) => (one.kind === 'fixed' ? one.code : undefined)),
    ...table('Without a fix', cases, (one) => (one.kind === 'unfixed' ? one.cause : undefined)),
    ...table('Not reported', cases, (one) => (one.kind === 'silent' ? one.reason : undefined)),
    ...table('Not expressible', cases, (one) => (one.kind === 'inexpressible' ? one.reason : undefined)),
  ]
}

/** One line for each fix that breaks a promise and each message that leaves a person alone. */
export function failureLines(cases: readonly Case[], results: readonly Result[]): readonly string[] {
  return [
    ...cases.flatMap((one) =>
      one.kind === 'unfixed' && adviceMissing(one.message)
        ? [`FAIL ${one.scenario}/${one.id}: nothing to do in "${one.message}"`]
        : [],
    ),
    ...results.flatMap(({ tried: { one, trial, name }, judged: { wrong } }) =>
      wrong.length === 0
        ? []
        : [
            `FAIL ${one.scenario}/${one.id} (${one.verdict}, ${one.code}) "${trial.title}" [${name}]`,
            ...wrong.map((each) => `     ${each}`),
          ],
    ),
  ]
}

function promises(results: readonly Result[]): readonly string[] {
  const share = (name: string, holds: (judged: Judged) => boolean) =>
    `${name} ${results.filter(({ judged }) => holds(judged)).length}/${results.length}`
  return [
    share('opened, says our engine', ({ opened }) => opened),
    share('opened, says Istio', ({ openedForIstio }) => openedForIstio),
    share('valid, no new warning', ({ valid }) => valid),
    share('no other call worse', ({ harmless }) => harmless),
    share('Istio agrees about every call afterwards', ({ agreed }) => agreed),
  ]
}

function table(title: string, cases: readonly Case[], keyOf: (one: Case) => string | undefined): readonly string[] {
  const counted = new Map<string, number>()
  for (const one of cases) {
    const key = keyOf(one)
    if (key !== undefined) counted.set(key, (counted.get(key) ?? 0) + 1)
  }
  const rows = [...counted].sort(([, a], [, b]) => b - a)
  return rows.length === 0 ? [] : [`${title}:`, ...rows.map(([key, count]) => `${String(count).padStart(6)}  ${key}`)]
}
