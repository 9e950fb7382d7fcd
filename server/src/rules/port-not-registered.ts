import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, namespacesText, refText } from './call-words'
import type { Rule } from './rule'

/** The host is declared for the caller, this port of it is not. */
export const portNotRegistered: Rule = {
  code: 'port-not-registered',
  summary: 'A host is declared for the caller, but not the port that is called.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('port-not-registered', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} is blocked in ${namespacesText(trouble.calls)}: port not declared`,
      advice: advice(trouble),
    })),
}

function advice({ destination: { fact }, calls }: CallTrouble): string {
  const nearest = calls[0].verdict.nearMisses[0]
  const where = nearest ? ` to ${refText(nearest)}` : ' where the host is declared'
  if (nearest?.kind === 'Service') {
    return `Call a port that ${refText(nearest)} serves, or add port ${fact.port}${where}; its targetPort cannot be called`
  }
  return `Add port ${fact.port}${where}, or call a port that is declared`
}
