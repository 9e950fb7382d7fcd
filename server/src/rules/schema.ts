import { fileProblems } from './file-problems'
import type { Rule } from './rule'

/** What the API server refuses by the CRD's schema, or prunes in silence. */
export const schema: Rule = {
  code: 'schema',
  summary: 'A field of an Istio object that its schema does not know, or a value of the wrong type.',
  severity: 'error',
  istio: ['IST0106'],
  fixable: false,
  check: (file, mesh) => fileProblems('schema', file, mesh),
}
