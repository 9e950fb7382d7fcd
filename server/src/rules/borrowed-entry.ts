import type { JudgedCall, JudgedDestination, Mesh } from '../mesh/mesh'
import { destinationText, isAssumed, listText, namespacesOf, namespacesText, refText, sentences } from './call-words'
import { borrowedFixes } from './fixes/export-fixes'
import type { Finding, Rule } from './rule'

/** A call that works only because somebody else's entry is open to everyone by default. */
export const borrowedEntry: Rule = {
  code: 'borrowed-entry',
  summary: 'A call works only because a ServiceEntry of another namespace leaves `exportTo` out.',
  severity: 'information',
  fixable: true,
  *check(file, mesh) {
    for (const destination of mesh.destinationsIn(file.uri)) {
      const [first, ...rest] = destination.calls.filter((call) => isBorrowed(call, mesh))
      if (first) yield findingOf(destination, [first, ...rest], mesh)
    }
  },
}

function isBorrowed({ outcome, namespace, verdict }: JudgedCall, mesh: Mesh): boolean {
  const { entry } = verdict
  if (outcome !== 'registered' || entry?.kind !== 'ServiceEntry' || entry.namespace === namespace) return false
  const lender = mesh.files.get(entry.uri)?.facts.resources.find(({ key }) => key === entry.key)
  return lender !== undefined && 'exportTo' in lender && lender.exportTo === undefined
}

function findingOf(destination: JudgedDestination, calls: readonly [JudgedCall, ...JudgedCall[]], mesh: Mesh): Finding {
  const { entry } = calls[0].verdict
  const lender = entry ? refText(entry) : 'an entry'
  const namespaces = listText(namespacesOf(calls))
  const trouble = { destination, calls }
  return {
    range: destination.range,
    message: sentences(
      `${destinationText(trouble)} works in ${namespacesText(calls)} only by another namespace's entry`,
      `${lender} leaves exportTo out, so everyone may use it, until its owner says who is meant`,
      `Ask for an exportTo that names ${namespaces}, or declare the host in ${namespaces} itself`,
    ),
    ...(isAssumed({ ...trouble, code: 'blocked-host' }) ? { assumed: true } : {}),
    related: entry ? [{ at: entry, message: `${lender} opens the host.` }] : [],
    data: {
      host: destination.fact.host,
      port: destination.fact.port,
      protocol: destination.fact.protocol,
      namespaces: namespacesOf(calls),
      verdict: 'registered',
      cluster: calls[0].verdict.cluster,
      entry: entry ? { kind: entry.kind, namespace: entry.namespace, name: entry.name } : null,
    },
    fixes: (read) => borrowedFixes(calls, mesh, read),
  }
}
