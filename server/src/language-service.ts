import {
  type CodeAction,
  type Diagnostic,
  type Hover,
  MarkupKind,
  type Position,
  type Range,
} from 'vscode-languageserver-types'
import { codeActions } from './features/code-actions'
import { locationOf, type RulePage, toDiagnostic, toLspRange } from './features/diagnostics'
import { type Explanation, explainForPeople } from './features/explain-for-people'
import { type FileFindings, findingsOf, reportableFiles } from './features/file-findings'
import { hover, nameOf } from './features/hover/hover'
import { withoutMarkup } from './features/markdown'
import { type FileStatus, fileStatus } from './features/status'
import type { EditAbilities } from './features/workspace-edit'
import { normalizeUri } from './files/uri'
import type { PlacedRef } from './registry/placed'
import { lineStartsOf, offsetAt } from './text/line-starts'
import type { Workspace } from './workspace'
import type { WorkspaceFolder } from './workspace-folder'

/** What the service has to know of whoever asks. */
export interface ServiceOptions {
  readonly rulePage: RulePage
  /** Told of what went wrong inside, for a log. */
  readonly report: (message: string) => void
}

/**
 * Everything an editor or the command can ask about a workspace; the table of contents of `features/`. URIs are taken
 * as editors write them, positions are LSP's: lines and columns from 0, columns in UTF-16 units.
 */
export class LanguageService {
  private readonly known = new Map<string, KnownFindings>()

  constructor(
    readonly workspace: Workspace,
    private readonly options: ServiceOptions,
  ) {}

  /** What is reported about a file; undefined for one that no folder knows. Remembered until something changes it. */
  findings(uri: string): FileFindings | undefined {
    const file = normalizeUri(uri)
    const folder = this.workspace.folderOf(file)
    if (!folder) return undefined
    const state = stateOf(folder, file)
    const known = this.known.get(file)
    if (known?.state.every((part, index) => part === state[index])) return known.findings
    const findings = findingsOf(folder, file, this.options.report)
    if (findings) this.known.set(file, { state, findings })
    else this.known.delete(file)
    return findings
  }

  /** The files of a folder about which something may be reported, sorted. */
  reportableFiles(folder: WorkspaceFolder): readonly string[] {
    return reportableFiles(folder)
  }

  diagnostics(uri: string): readonly Diagnostic[] {
    const found = this.findings(uri)
    const folder = this.workspace.folderOf(normalizeUri(uri))
    if (!found || !folder) return []
    const rulePage = this.rulePageOf(folder)
    return found.findings.map((each) => toDiagnostic(each, found.lineStarts, folder.mesh, rulePage))
  }

  async hover(uri: string, position: Position, markdown: boolean): Promise<Hover | undefined> {
    const file = normalizeUri(uri)
    const folder = this.workspace.folderOf(file)
    const text = await this.workspace.text(file)
    if (!folder || text === undefined) return undefined
    const lineStarts = lineStartsOf(text)
    const linkTo = (ref: PlacedRef) => this.linkTo(folder, ref, markdown)
    const found = hover(folder.mesh, file, text, offsetAt(lineStarts, position), linkTo)
    if (!found) return undefined
    const value = markdown ? found.markdown : withoutMarkup(found.markdown)
    const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText
    return { contents: { kind, value }, range: toLspRange(lineStarts, found.range) }
  }

  async codeActions(
    uri: string,
    range: Range,
    only: readonly string[] | undefined,
    abilities: EditAbilities,
  ): Promise<readonly CodeAction[]> {
    const file = normalizeUri(uri)
    const folder = this.workspace.folderOf(file)
    const found = this.findings(file)
    if (!folder || !found) return []
    const { lineStarts, findings } = found
    const rulePage = this.rulePageOf(folder)
    return codeActions({
      uri: file,
      range: { start: offsetAt(lineStarts, range.start), end: offsetAt(lineStarts, range.end) },
      findings,
      diagnosticOf: (finding) => toDiagnostic(finding, lineStarts, folder.mesh, rulePage),
      only,
      read: (other) => this.workspace.text(other),
      abilities,
    })
  }

  /** The policy in force for the callers of a file, and what is blocked; undefined for one that no folder knows. */
  status(uri: string): FileStatus | undefined {
    const folder = this.workspace.folderOf(normalizeUri(uri))
    return folder && fileStatus(folder.mesh, normalizeUri(uri))
  }

  /** What becomes of `HOST:PORT` when a file's namespace (or another) calls it, as Markdown for people. */
  explain(uri: string, call: string, namespace?: string): Explanation | undefined {
    const file = normalizeUri(uri)
    const folder = this.workspace.folderOf(file)
    if (!folder) return undefined
    return explainForPeople(folder.mesh, file, call, namespace, (ref) => this.linkTo(folder, ref, true))
  }

  /** Rule pages as a folder's settings say, else where the program has them. */
  private rulePageOf(folder: WorkspaceFolder): RulePage {
    const { baseUrl } = folder.settings.docs
    if (baseUrl === '') return this.options.rulePage
    return (code) => `${baseUrl}${baseUrl.endsWith('/') ? '' : '/'}${code}.md`
  }

  /** A link to where a reference stands, or its name where it has no place any more. */
  private linkTo(folder: WorkspaceFolder, ref: PlacedRef, markdown: boolean): string {
    const location = locationOf(folder.mesh, ref)
    if (!markdown || !location) return nameOf(ref)
    return `[${nameOf(ref)}](${location.uri}#L${location.range.start.line + 1})`
  }
}

interface KnownFindings {
  readonly state: readonly unknown[]
  readonly findings: FileFindings
}

/** Everything that the findings of a file rest on: equal parts, equal findings. */
function stateOf(folder: WorkspaceFolder, uri: string): readonly unknown[] {
  const { mesh } = folder
  return [mesh, mesh.revision, mesh.files.get(uri), folder.problems.get(uri), folder.settings, folder.configText]
}
