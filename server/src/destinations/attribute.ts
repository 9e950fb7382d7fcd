import type { ConfigReference } from '../kubernetes/config-references'
import type { Workload } from '../kubernetes/workload'
import type { DestinationFact } from './destination'
import { keyMeaning } from './key-words'

/** The ConfigMap or Secret in which a destination stands; its namespace is that of the workloads given beside it. */
export interface ConfigIdentity {
  readonly kind: string
  readonly name: string
}

/**
 * Of the workloads of one namespace those that call a destination which stands in a ConfigMap or Secret of that
 * namespace: each that takes the key in which it stands. None: nobody is known to call it.
 * @param workloads placed in the ConfigMap's namespace; given back as they are
 */
export function attribute<W extends { readonly resource: Workload }>(
  fact: DestinationFact,
  config: ConfigIdentity,
  workloads: readonly W[],
): readonly W[] {
  return workloads.filter(({ resource }) =>
    resource.consumes.some(
      (reference) => reference.kind === config.kind && reference.name === config.name && takes(reference, fact),
    ),
  )
}

/**
 * True if the fact is no destination without somebody who uses it as one: a bare name whose own key says nothing
 * (see `needsVariable`). Such a fact without a caller is to be left out, not shown without a workload.
 */
export function needsCaller(fact: DestinationFact): boolean {
  return fact.needsVariable === true
}

function takes(reference: ConfigReference, fact: DestinationFact): boolean {
  const { key } = fact
  if (key === undefined || (reference.keys && !reference.keys.includes(key))) return false
  if (reference.through === 'volume') return !needsCaller(fact)
  const variable = reference.variable ?? `${reference.prefix ?? ''}${key}`
  const meaning = keyMeaning([variable])
  if (meaning.kind === 'never') return false
  return !needsCaller(fact) || meaning.kind === 'address'
}
