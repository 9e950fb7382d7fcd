import type { Diagnostic, DiagnosticRelatedInformation, Range as LspRange } from 'vscode-languageserver-types'
import { DiagnosticSeverity } from 'vscode-languageserver-types'
import type { Mesh } from '../mesh/mesh'
import type { PlacedRef } from '../registry/placed'
import type { Severity } from '../rules/rule'
import type { RatedFinding } from '../rules/run-rules'
import { type LineStarts, positionAt } from '../text/line-starts'
import type { Range } from '../text/range'

/** The `source` of every diagnostic. */
const SOURCE = 'istio-egress'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** Where the page of a rule is; undefined if nobody said. */
export type RulePage = (code: string) => string | undefined

/** A finding as LSP shows it. */
export function toDiagnostic(
  finding: RatedFinding,
  lineStarts: LineStarts,
  mesh: Mesh,
  rulePage: RulePage,
): Diagnostic {
  const page = rulePage(finding.code)
  const related = (finding.related ?? []).flatMap(({ at, message }) => relatedInformation(mesh, at, message))
  return {
    range: toLspRange(lineStarts, finding.range),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.code,
    message: finding.message,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
    ...(finding.data === undefined ? {} : { data: finding.data }),
  }
}

/** Offsets as lines and columns, both 0-based. */
export function toLspRange(lineStarts: LineStarts, range: Range): LspRange {
  return { start: positionAt(lineStarts, range.start), end: positionAt(lineStarts, range.end) }
}

/** Where a reference stands, as LSP says it; undefined if its file is gone. */
export function locationOf(mesh: Mesh, ref: PlacedRef): { readonly uri: string; readonly range: LspRange } | undefined {
  const place = mesh.placeOf(ref)
  const lineStarts = mesh.files.get(ref.uri)?.places.lineStarts
  return place && lineStarts ? { uri: place.uri, range: toLspRange(lineStarts, place.range) } : undefined
}

function relatedInformation(mesh: Mesh, at: PlacedRef, message: string): readonly DiagnosticRelatedInformation[] {
  const location = locationOf(mesh, at)
  return location ? [{ location, message }] : []
}
