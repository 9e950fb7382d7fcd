import { fileProblems } from './file-problems'
import type { Rule } from './rule'

/** What kubectl's YAML reader refuses. */
export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  summary: 'A manifest that no YAML reader takes: what stands in it does not count.',
  severity: 'error',
  fixable: false,
  check: (file, mesh) => fileProblems('yaml-syntax', file, mesh),
}
