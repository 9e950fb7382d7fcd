import type { Mesh } from '../mesh/mesh'
import type { FileIndex } from '../registry/file-index'
import type { Finding, Rule, Severity } from './rule'

/** What the settings say of each rule; a rule that is not named keeps its own severity. */
export type RuleSeverities = ReadonlyMap<string, Severity | 'off'>

/** A finding as it is shown: with its rule and the severity that counts. */
export interface RatedFinding extends Finding {
  readonly code: string
  readonly severity: Severity
}

const ANNOTATION = 'galley.istio.io/analyze-suppress'
const LOWER: Readonly<Record<Severity, Severity>> = {
  error: 'warning',
  warning: 'information',
  information: 'hint',
  hint: 'hint',
}

/**
 * Every finding of one file that is neither switched off nor suppressed, in the order of the text.
 * @param report told of a rule that threw; that rule's findings for this file are then missing, the others are not
 */
export function runRules(
  rules: readonly Rule[],
  file: FileIndex,
  mesh: Mesh,
  severities: RuleSeverities,
  report: (message: string) => void,
): readonly RatedFinding[] {
  const found: RatedFinding[] = []
  for (const rule of rules) {
    const configured = severities.get(rule.code)
    if (configured === 'off') continue
    try {
      for (const finding of rule.check(file, mesh)) {
        if (isSuppressed(file, rule, finding)) continue
        const base = configured ?? finding.severity ?? rule.severity
        found.push({ ...finding, code: rule.code, severity: finding.assumed ? LOWER[base] : base })
      }
    } catch (error) {
      report(`The rule ${rule.code} failed on ${file.uri}: ${error instanceof Error ? error.stack : String(error)}`)
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.code, b.code))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isSuppressed(file: FileIndex, rule: Rule, finding: Finding): boolean {
  const { start } = finding.range
  for (const { covers, codes } of file.places.suppressions) {
    if (covers.start <= start && start < covers.end && codes.includes(rule.code)) return true
  }
  for (const resource of file.facts.resources) {
    const codes = resource.annotations[ANNOTATION]
    if (codes === undefined) continue
    const range = file.places.resources.get(resource.key)?.range
    if (!range || start < range.start || start >= range.end) continue
    const named = codes.split(',').map((code) => code.trim())
    if (named.includes('*') || named.includes(rule.code) || rule.istio?.some((code) => named.includes(code)))
      return true
  }
  return false
}
