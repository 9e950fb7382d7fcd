import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, namespacesText, refText } from './call-words'
import type { Rule } from './rule'

/** Envoy has a match for the call, but what it matches cannot work. */
export const brokenRoute: Rule = {
  code: 'broken-route',
  summary: 'A call is matched, but cannot work: its route leads to a cluster that does not exist, or no route fits.',
  severity: 'error',
  fixable: false,
  check: (file, mesh) =>
    callFindings('broken-route', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} fails in ${namespacesText(trouble.calls)}: its route leads nowhere`,
      advice: advice(trouble),
    })),
}

function advice({ calls }: CallTrouble): string {
  const { via, entry } = calls[0].verdict
  if (via)
    return `Mend the route in ${refText(via)}: its destination must be declared for the caller, and a match must fit the call`
  if (entry) return `Mend ${refText(entry)} so that it has a cluster that the caller can use`
  return 'Mend the route so that it leads to a host that the caller can use'
}
