import type { Scenario } from './folder'
import { ASKED, type Trial } from './trials'
import { worseCalls } from './worse'

/** What our own engine has against a fix once it is carried out. */
export interface Problems {
  /** What becomes of the call instead of `registered`; undefined where it is open. */
  readonly opened: string | undefined
  /** Calls that are worse off. */
  readonly worse: readonly string[]
}

export function problemsOf(scenario: Scenario, trial: Trial): Problems {
  const asked = trial.answers.find(({ id }) => id === ASKED)
  const others = trial.answers.filter(({ id }) => trial.known.has(id))
  const isOpen = asked?.verdict === 'registered' && !asked.ambiguous
  return {
    opened: isOpen ? undefined : `${asked?.verdict}${asked?.ambiguous ? ', by age' : ''}`,
    worse: worseCalls(scenario.expected, others, scenario.calls, trial.title),
  }
}

/** True unless a message tells a person what to do. */
export function adviceMissing(message: string): boolean {
  return !/\b(Declare|Give|Add|Export|Mend|Import|Create|Write|Call|Let|Make|Use|Move|Rename)\b/.test(message)
}
