import type { Severity } from '../../rules/rule'
import type { CheckReport, ReportedDiagnostic } from './check-report'
import type { LoadedWorkspace } from './load'
import { colours } from './output'

const PAINT: Readonly<Record<Severity, (text: string) => string>> = {
  error: colours.red,
  warning: colours.yellow,
  information: colours.blue,
  hint: colours.dim,
}

/** A line wider than this is cut around the finding. */
const WIDEST = 140

/** The report of `check` for people: each finding with its line and a caret under it, then the counts. */
export async function checkText(loaded: LoadedWorkspace, report: CheckReport): Promise<string> {
  const lines = new Map<string, readonly string[]>()
  const blocks: string[] = []
  for (const diagnostic of report.diagnostics) {
    const { file } = diagnostic
    const text = lines.get(file) ?? (await linesOf(loaded, file))
    lines.set(file, text)
    blocks.push(block(diagnostic, text[diagnostic.line - 1] ?? ''))
  }
  return [...blocks, summary(report)].join('\n\n')
}

async function linesOf(loaded: LoadedWorkspace, file: string): Promise<readonly string[]> {
  const uri = loaded.uriOf(file)
  return (uri === undefined ? undefined : await loaded.service.workspace.text(uri))?.split(/\r\n|\r|\n/) ?? []
}

function block(diagnostic: ReportedDiagnostic, line: string): string {
  const { file, severity, code, message, related } = diagnostic
  const paint = PAINT[severity]
  const where = `${colours.bold(file)}:${diagnostic.line}:${diagnostic.column}`
  const [verdict = message, ...why] = sentencesOf(message)
  const rows = [`${where} ${paint(severity)} ${colours.bold(verdict)} ${colours.dim(`[${code}]`)}`]
  if (line.trim() !== '') rows.push(...excerpt(diagnostic, line, paint))
  rows.push(...why.map((sentence) => `    ${sentence}`))
  rows.push(...related.map((each) => colours.dim(`    ${each.file}:${each.line}: ${each.message}`)))
  return rows.join('\n')
}

/** A message's sentences; a full stop inside a host name ends none. */
function sentencesOf(message: string): readonly string[] {
  return message.split(/(?<=[.!?]) (?=[A-Z"`])/)
}

function excerpt(diagnostic: ReportedDiagnostic, line: string, paint: (text: string) => string): readonly string[] {
  const from = line.length > WIDEST ? Math.max(0, diagnostic.column - 1 - WIDEST / 2) : 0
  const shown = line.slice(from, from + WIDEST).replaceAll('\t', ' ')
  const start = diagnostic.column - 1 - from
  const end = diagnostic.endLine === diagnostic.line ? diagnostic.endColumn - 1 - from : shown.length
  const marks = '^'.repeat(Math.max(1, Math.min(end, shown.length) - start))
  const number = String(diagnostic.line)
  return [`    ${number} | ${shown}`, `    ${' '.repeat(number.length)} | ${' '.repeat(start)}${paint(marks)}`]
}

function summary({ summary: counts, diagnostics }: CheckReport): string {
  if (diagnostics.length === 0) return 'Nothing to report.'
  const parts = (Object.entries(counts) as [Severity, number][])
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => PAINT[severity](`${count} ${plural(severity, count)}`))
  return parts.join(', ')
}

function plural(severity: Severity, count: number): string {
  return count === 1 || severity === 'information' ? severity : `${severity}s`
}
