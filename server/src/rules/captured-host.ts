import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, namespacesText, refText } from './call-words'
import type { Rule } from './rule'

/** The call arrives at a server that is registered for another host. */
export const capturedHost: Rule = {
  code: 'captured-host',
  summary: 'A call goes to a server that is registered for another host, because that entry takes its whole port.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('captured-host', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} from ${namespacesText(trouble.calls)} reaches the server of another host`,
      advice: advice(trouble),
    })),
}

function advice({ destination: { fact }, calls }: CallTrouble): string {
  const [{ verdict, namespace }] = calls
  const { entry } = verdict
  const taker = entry ? refText(entry) : 'the entry that takes the call'
  const port = fact.port === null ? 'its port' : `port ${fact.port}`
  const addresses = `Give ${taker} the addresses of its host, so that it leaves the rest of ${port} alone`
  if (!entry || entry.namespace === namespace) return addresses
  return `${addresses}, export it only to the namespaces that need it, or declare ${fact.host} in ${namespace} itself, whose own entry comes first there`
}
