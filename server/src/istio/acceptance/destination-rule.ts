import type { Rejection } from '../../kubernetes/resource'
import type { DestinationRule } from '../destination-rule'
import { checkExportTo } from './export-to'
import { isDnsLabel, isWildcardDomain } from './names'

type Facts = Omit<DestinationRule, 'rejections'>

/**
 * Reasons for which istiod's webhook refuses a DestinationRule that change which clusters exist: its host and subsets.
 * Source: Istio's validation of DestinationRule (rules DR01, DR11 and DR12 of the project's checklist).
 */
export function* checkDestinationRule(rule: Facts): Iterable<Rejection> {
  if (!isWildcardDomain(rule.host)) yield { path: 'spec.host', message: `"${rule.host}" is no DNS name.` }
  const names = new Set<string>()
  for (const [index, { name }] of rule.subsets.entries()) {
    const path = `spec.subsets[${index}].name`
    if (!isDnsLabel(name)) yield { path, message: `"${name}" is no name for a subset.` }
    else if (names.has(name)) yield { path, message: `There are two subsets "${name}".` }
    names.add(name)
  }
  yield* checkExportTo(rule.exportTo, rule.namespace, { none: false })
  const own = new Set(['.', rule.namespace])
  if (rule.workloadSelector && rule.exportTo?.some((value) => !own.has(value)))
    yield {
      path: 'spec.exportTo',
      message: 'A DestinationRule with a workloadSelector counts in its own namespace only; exportTo must be ["."].',
    }
}
