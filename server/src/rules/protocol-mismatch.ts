import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, namespacesText, refText } from './call-words'
import { entryProtocol } from './fixes/entry-protocol'
import type { Rule } from './rule'

/** Host and port are declared, but for traffic of another kind. */
export const protocolMismatch: Rule = {
  code: 'protocol-mismatch',
  summary: 'The host and port are declared, but for another protocol than the call speaks.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('protocol-mismatch', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} is blocked in ${namespacesText(trouble.calls)}: other protocol declared`,
      advice: advice(trouble),
    })),
}

function advice({ destination: { fact }, calls }: CallTrouble): string {
  const nearest = calls[0].verdict.nearMisses[0]
  const where = nearest ? ` in ${refText(nearest)}` : ''
  const spoken = entryProtocol(fact.protocol, fact.port)
  return `Declare port ${fact.port}${where} as ${spoken}, or change the URL so that the application speaks what is declared`
}
