import type { Severity } from '../../rules/rule'
import type { RatedFinding } from '../../rules/run-rules'
import { type LineStarts, positionAt } from '../../text/line-starts'
import { applyFixes } from './apply-fixes'
import type { CheckReport, ReportedDiagnostic } from './check-report'
import { checkText } from './check-text'
import { type Command, stringOption, WORKSPACE_OPTIONS } from './command'
import { type LoadedWorkspace, loadWorkspace } from './load'
import { note, printJson, printText } from './output'
import { policiesOf } from './policies'

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/** `istio-egress check`: every finding of the workspace; exit code 1 where one is at or above `--fail-on`. */
export const check: Command = {
  name: 'check',
  synopsis: '[PATH…] [options]',
  summary: 'every finding, with what happens on the wire and how to mend it',
  options: {
    format: { type: 'string', choices: ['text', 'json'], help: 'text for people (default) or one JSON value' },
    'fail-on': {
      type: 'string',
      choices: ['error', 'warning', 'information', 'never'],
      help: 'exit with 1 for findings at or above this severity (default: warning)',
    },
    fix: { type: 'boolean', help: 'apply the preferred quick fixes (writes files), then report what is left' },
    ...WORKSPACE_OPTIONS,
  },
  async run(call) {
    let loaded = await loadWorkspace(call)
    if (call.options.fix === true) {
      const written = await applyFixes(loaded)
      for (const { file, isNew } of written) note(`${isNew ? 'wrote' : 'changed'} ${file}`)
      if (written.length > 0) loaded = await loadWorkspace(call)
    }
    const report = reportOf(loaded)
    if (call.options.format === 'json') printJson(report)
    else printText(await checkText(loaded, report))
    return exitCode(report, stringOption(call, 'fail-on') ?? 'warning')
  },
}

function reportOf(loaded: LoadedWorkspace): CheckReport {
  const { service, folder } = loaded
  const diagnostics = service.reportableFiles(folder).flatMap((uri) => {
    const found = service.findings(uri)
    return found ? found.findings.map((finding) => toReported(loaded, uri, found.lineStarts, finding)) : []
  })
  const count = (severity: Severity) => diagnostics.filter((each) => each.severity === severity).length
  const summary = {
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
  }
  return { diagnostics, summary, policy: policiesOf(loaded) }
}

function toReported(
  loaded: LoadedWorkspace,
  uri: string,
  lineStarts: LineStarts,
  finding: RatedFinding,
): ReportedDiagnostic {
  const start = positionAt(lineStarts, finding.range.start)
  const end = positionAt(lineStarts, finding.range.end)
  return {
    file: loaded.pathOf(uri),
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    severity: finding.severity,
    code: finding.code,
    message: finding.message,
    data: finding.data ?? {},
    related: (finding.related ?? []).flatMap(({ at, message }) => {
      const place = loaded.placeOf(at)
      return place ? [{ ...place, message }] : []
    }),
  }
}

function exitCode(report: CheckReport, failOn: string): number {
  if (failOn === 'never') return 0
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn as Severity) + 1)
  return counted.some((severity) => report.summary[severity] > 0) ? 1 : 0
}
