import { fileProblems } from './file-problems'
import type { Rule } from './rule'

/** What istiod's validation refuses or warns about. */
export const invalidValue: Rule = {
  code: 'invalid-value',
  summary: "A value of an Istio object that istiod's validation refuses: the object then opens nothing.",
  severity: 'error',
  istio: ['IST0106', 'IST0133'],
  fixable: false,
  check: (file, mesh) => fileProblems('invalid-value', file, mesh),
}
