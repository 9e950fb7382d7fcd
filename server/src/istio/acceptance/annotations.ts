import type { Rejection } from '../../kubernetes/resource'

/** Annotations for which istiod's webhook refuses any of its kinds, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  'istio.io/dry-run': 'only an AuthorizationPolicy can be tried without effect',
  'internal.istio.io/webhook-always-reject': 'it asks for refusal',
  'internal.istio.io/parents': 'only istiod itself may set it',
}

/** What istiod's webhook refuses in the annotations of ServiceEntries, Sidecars, VirtualServices and DestinationRules. */
export function checkAnnotations(annotations: Readonly<Record<string, string>>): readonly Rejection[] {
  return Object.entries(REFUSED).flatMap(([name, why]) =>
    annotations[name] === undefined
      ? []
      : [{ path: `metadata.annotations.${name}`, message: `Remove the annotation ${name}: ${why}.` }],
  )
}
