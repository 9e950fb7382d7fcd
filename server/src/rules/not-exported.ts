import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, listText, namespacesOf, namespacesText, refText } from './call-words'
import type { Rule } from './rule'

/** A declaration exists, but its `exportTo` keeps it from the caller's namespace. */
export const notExported: Rule = {
  code: 'not-exported',
  summary: 'A host is declared elsewhere, but its `exportTo` does not reach the namespace that calls it.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('not-exported', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} is blocked in ${namespacesText(trouble.calls)}: not exported there`,
      advice: advice(trouble),
    })),
}

function advice({ calls }: CallTrouble): string {
  const namespaces = listText(namespacesOf(calls))
  const nearest = calls[0].verdict.nearMisses[0]
  const widen = nearest ? `Add ${namespaces} to the exportTo of ${refText(nearest)}` : `Export it to ${namespaces}`
  return `${widen}, or declare the host in ${namespaces} itself`
}
