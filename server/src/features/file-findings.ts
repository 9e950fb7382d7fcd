import { allRules } from '../rules/index'
import type { RatedFinding } from '../rules/run-rules'
import { runRules } from '../rules/run-rules'
import { type LineStarts, lineStartsOf } from '../text/line-starts'
import type { WorkspaceFolder } from '../workspace-folder'

/** Everything there is to report about one file. */
export interface FileFindings {
  readonly uri: string
  readonly lineStarts: LineStarts
  readonly findings: readonly RatedFinding[]
}

/** What is reported of a file that could not be read, or of the config file: neither is indexed. */
const START = { start: 0, end: 0 }

/**
 * The findings of one file of a folder; undefined for a file that the folder does not know.
 * @param report told of a rule that threw
 */
export function findingsOf(
  folder: WorkspaceFolder,
  uri: string,
  report: (message: string) => void,
): FileFindings | undefined {
  if (uri === folder.configUri) return configFindings(folder)
  if (!folder.settings.enable) return { uri, lineStarts: [0], findings: [] }
  const problem = folder.problems.get(uri)
  if (problem) {
    const message = `This file was not read. ${problem.message}`
    return { uri, lineStarts: [0], findings: [{ code: 'yaml-syntax', severity: 'warning', range: START, message }] }
  }
  const file = folder.mesh.files.get(uri)
  if (!file) return undefined
  const findings = runRules(allRules, file, folder.mesh, folder.settings.rules, report)
  return { uri, lineStarts: file.places.lineStarts, findings }
}

/** Every file of a folder about which something may be reported, in the order of their URIs. */
export function reportableFiles(folder: WorkspaceFolder): readonly string[] {
  const uris = new Set([...folder.mesh.files.keys(), ...folder.problems.keys()])
  if (folder.configText !== undefined) uris.add(folder.configUri)
  return [...uris].sort()
}

function configFindings(folder: WorkspaceFolder): FileFindings {
  const findings = folder.configProblems.map(({ range, message }) => ({
    code: 'invalid-config',
    severity: 'error' as const,
    range: range ?? START,
    message,
  }))
  return { uri: folder.configUri, lineStarts: lineStartsOf(folder.configText ?? ''), findings }
}
