import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readScenario, type Scenario } from './folder'
import { judge, type Tried } from './judge'
import { askIstio, objections } from './oracle'
import { failureLines, reportLines } from './report'
import { type Case, casesOf } from './trials'

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      oracle: { type: 'string', default: '' },
      scenarios: { type: 'string', default: '' },
      folder: { type: 'string', default: '' },
      only: { type: 'string', default: '' },
      verbose: { type: 'boolean', default: false },
    },
  })
  const scenarios = readdirSync(values.scenarios)
    .filter((name) => existsSync(join(values.scenarios, name, 'expected.json')) && name.includes(values.only))
    .map((name) => readScenario(values.scenarios, name))
  const { cases, tried } = await tryAll(scenarios)
  const judgedBy = askAbout(values.oracle, values.folder, scenarios, tried)
  const results = tried.map((one) => ({ tried: one, judged: judge(one, judgedBy(one)) }))
  const calls = scenarios.reduce((sum, scenario) => sum + scenario.calls.length, 0)
  console.log(`scenarios ${scenarios.length}`)
  for (const line of reportLines(calls, cases, results)) console.log(line)
  for (const one of values.verbose ? cases : []) {
    if (one.kind === 'unfixed') console.log(`${one.scenario}/${one.id}: ${one.message}`)
  }
  const failures = failureLines(cases, results)
  for (const line of failures) console.log(line)
  console.log(failures.length === 0 ? 'Every fix is sound.' : `${failures.length} lines of failures.`)
  process.exitCode = failures.length === 0 ? 0 : 1
}

async function tryAll(scenarios: readonly Scenario[]) {
  const cases: Case[] = []
  const tried: Tried[] = []
  for (const scenario of scenarios) {
    for (const one of await casesOf(scenario)) {
      cases.push(one)
      if (one.kind !== 'fixed') continue
      for (const trial of one.trials) tried.push({ name: `${scenario.name}.${tried.length}`, scenario, one, trial })
    }
  }
  return { cases, tried }
}

/** Asks Istio about every workspace, before and after. */
function askAbout(oracle: string, folder: string, scenarios: readonly Scenario[], tried: readonly Tried[]) {
  const beforeOf = ({ name }: Scenario) => `${name}.before`
  const answers = askIstio(oracle, folder, [
    ...scenarios.map((scenario) => ({ name: beforeOf(scenario), texts: scenario.texts, calls: scenario.calls })),
    ...tried.map(({ name, scenario, trial }) => ({
      name,
      texts: trial.texts,
      calls: [trial.asked, ...scenario.calls],
    })),
  ])
  const objected = objections(oracle, folder)
  return ({ name, scenario }: Tried) => {
    const old = objected.get(beforeOf(scenario))
    const fresh = [...(objected.get(name) ?? [])].filter((text) => !old?.has(text))
    return { answers: answers.get(name) ?? [], objections: fresh }
  }
}

void main()
