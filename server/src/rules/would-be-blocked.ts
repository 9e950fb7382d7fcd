import { declareAdvice } from './blocked-host'
import { callFindings } from './call-findings'
import { destinationText, namespacesText, sentences } from './call-words'
import { nearbyHostHint } from './nearby-host'
import type { Rule } from './rule'

/** A preview: the policy in force lets the call through, the one that `assume` names would not. */
export const wouldBeBlocked: Rule = {
  code: 'would-be-blocked',
  summary: 'A call passes under `ALLOW_ANY`, but would be blocked under `REGISTRY_ONLY` (preview by `assume`).',
  severity: 'warning',
  fixable: true,
  check: (file, mesh) =>
    callFindings('would-be-blocked', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} would be blocked in ${namespacesText(trouble.calls)} under REGISTRY_ONLY`,
      advice:
        trouble.calls[0].verdict.cause === 'undeclared'
          ? sentences(nearbyHostHint(trouble, mesh), declareAdvice(trouble))
          : 'Open it before the policy changes',
    })),
}
