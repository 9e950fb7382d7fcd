import type { ServiceEntry } from '../../istio/service-entry'

/** Whose calls a change can alter: those of some namespaces, or of all. */
export type Reach = readonly string[] | 'everywhere'

/** The calls that changes can alter: those from some namespaces that go to a port or host which the entries name. */
export interface Touched {
  readonly reach: Reach
  /** As they were and as they are now; undefined: a change of something else than entries, so any port and host. */
  readonly entries: readonly ServiceEntry[] | undefined
}

export const NOTHING: Touched = { reach: [], entries: [] }

/** What is touched once another change is made; without any entry the change may concern every port and host. */
export function extend(touched: Touched, reach: Reach, entries: readonly (ServiceEntry | undefined)[]): Touched {
  const known = entries.filter((entry) => entry !== undefined)
  return {
    reach: reach === 'everywhere' || touched.reach === 'everywhere' ? 'everywhere' : [...touched.reach, ...reach],
    entries: known.length > 0 && touched.entries ? [...touched.entries, ...known] : undefined,
  }
}
