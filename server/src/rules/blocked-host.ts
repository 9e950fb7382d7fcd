import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, listText, namespacesOf, namespacesText, sentences } from './call-words'
import { entryProtocol } from './fixes/entry-protocol'
import { nearbyHostHint } from './nearby-host'
import type { Rule } from './rule'

/** Nobody declares the host, and the policy drops what is not declared. */
export const blockedHost: Rule = {
  code: 'blocked-host',
  summary: 'A workload calls a host that no Service and no ServiceEntry declares, under `REGISTRY_ONLY`.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('blocked-host', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} is blocked in ${namespacesText(trouble.calls)} (REGISTRY_ONLY)`,
      advice: sentences(nearbyHostHint(trouble, mesh), declareAdvice(trouble)),
    })),
}

/** How a host that nobody declares is opened; what to mind where that takes more than a name. */
export function declareAdvice({ destination: { fact }, calls }: CallTrouble): string {
  const namespaces = listText(namespacesOf(calls))
  if (fact.port === null) {
    return `Declare it with a ServiceEntry in ${namespaces}; nothing here says the port, so that is for you to fill in`
  }
  const protocol = entryProtocol(fact.protocol, fact.port)
  const create = `Declare it with a ServiceEntry in ${namespaces} (port ${fact.port}, protocol ${protocol})`
  if (protocol !== 'TCP') return create
  return `${create}; where other hosts are called on port ${fact.port} as TCP, give each entry its addresses, because Envoy cannot tell such hosts apart by name`
}
