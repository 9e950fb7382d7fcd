import { isWildcardHost } from '../../istio/host-name'
import { isTls, parseProtocol } from '../../istio/protocol'
import type { ServiceEntry, ServiceEntryPort } from '../../istio/service-entry'

/** Whose calls a change can alter: those of some namespaces, or of all. */
export type Reach = readonly string[] | 'everywhere'

/** The calls that changes can alter: those from some namespaces that go to one of some hosts, or to any on some ports. */
export interface Touched {
  readonly reach: Reach
  /** undefined: any host and port. */
  readonly concerns: readonly Concern[] | undefined
}

export interface Concern {
  readonly hosts: readonly string[]
  readonly ports: readonly number[]
}

export const NOTHING: Touched = { reach: [], concerns: [] }

/** What is touched once another change is made; one without concerns may alter a call to any host and port. */
export function extend(touched: Touched, reach: Reach, concerns: readonly Concern[]): Touched {
  return {
    reach: reach === 'everywhere' || touched.reach === 'everywhere' ? 'everywhere' : [...touched.reach, ...reach],
    concerns: concerns.length > 0 && touched.concerns ? [...touched.concerns, ...concerns] : undefined,
  }
}

/**
 * What an entry has a say in: a TLS port only takes connections for its own hosts, any other may take its whole port.
 * @param loners ports on which somebody declares a protocol that shares its listener with no other
 */
export function concernOf(entry: ServiceEntry, loners: ReadonlySet<number>): Concern {
  const ports = entry.ports.map(({ number }) => number)
  const whole = entry.ports.filter((port) => !takesNamesOnly(entry, port)).map(({ number }) => number)
  return { hosts: entry.hosts, ports: [...whole, ...ports.filter((number) => loners.has(number))] }
}

/** A plain address makes a listener of its own, which looks at no names; a partial wildcard spoils the listener. */
function takesNamesOnly({ addresses, hosts }: ServiceEntry, { protocol }: ServiceEntryPort): boolean {
  const isPlain = hosts.every((host) => !isWildcardHost(host) || host.startsWith('*.'))
  return isTls(parseProtocol(protocol)) && addresses.length === 0 && isPlain
}
