import type { Scenario } from './folder'
import { problemsOf } from './problems'
import { ASKED, type Case, type Trial } from './trials'
import type { Answer } from './worse'
import { worseCalls } from './worse'

/** A trial with the call that it is for. */
export interface Tried {
  /** Names the folder in which Istio finds the workspace. */
  readonly name: string
  readonly scenario: Scenario
  readonly one: Extract<Case, { kind: 'fixed' }>
  readonly trial: Trial
}

/** What Istio's own code says of a workspace after a fix. */
export interface IstioSays {
  readonly answers: readonly Answer[]
  /** What it objects to now and did not before. */
  readonly objections: readonly string[]
}

/** Whether a fix keeps each of its promises, and in which way it does not. */
export interface Judged {
  readonly opened: boolean
  readonly openedForIstio: boolean
  readonly valid: boolean
  readonly harmless: boolean
  readonly agreed: boolean
  readonly wrong: readonly string[]
}

export function judge({ scenario, trial }: Tried, istio: IstioSays): Judged {
  const ours = problemsOf(scenario, trial)
  const verdictOf = (id: string) => istio.answers.find((each) => each.id === id)?.verdict
  const opened = verdictOf(ASKED)
  const shown = istio.answers.filter(({ id }) => trial.known.has(id))
  const worse = worseCalls(scenario.expected, shown, scenario.calls, trial.title)
  const differing = trial.answers.filter(({ id, ambiguous, verdict }) => !ambiguous && verdict !== verdictOf(id))
  return {
    opened: ours.opened === undefined,
    openedForIstio: opened === 'registered',
    valid: istio.objections.length === 0,
    harmless: ours.worse.length === 0 && worse.length === 0,
    agreed: differing.length === 0,
    wrong: [
      ...(ours.opened === undefined ? [] : [`we answer ${ours.opened}`]),
      ...(opened === 'registered' ? [] : [`Istio answers ${opened}`]),
      ...istio.objections.map((text) => `Istio objects: ${text}`),
      ...ours.worse.map((text) => `worse for us: ${text}`),
      ...worse.map((text) => `worse for Istio: ${text}`),
      ...differing.map(({ id, verdict }) => `${id}: we say ${verdict}, Istio ${verdictOf(id)}`),
    ],
  }
}
