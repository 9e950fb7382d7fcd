import {
  type Connection,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type { LanguageService } from '../language-service'
import type { ClientAbilities } from './client-abilities'
import {
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type StatusParams,
  type StatusResult,
  statusRequest,
} from './requests'

/** Answers the client's requests from the language service. One that throws answers empty and is logged. */
export function answerRequests(
  connection: Connection,
  service: LanguageService,
  abilities: ClientAbilities,
  settled: () => Promise<void>,
): void {
  /** The answer, or `otherwise` where answering failed: no fault of ours may end a session. */
  async function guarded<T>(what: string, otherwise: T, answer: () => T | Promise<T>): Promise<T> {
    try {
      await settled()
      return await answer()
    } catch (error) {
      connection.console.error(`${what} failed: ${error instanceof Error ? error.stack : String(error)}`)
      return otherwise
    }
  }

  connection.onHover(({ textDocument, position }) =>
    guarded(
      'hover',
      null,
      async () => (await service.hover(textDocument.uri, position, abilities.hoverMarkdown)) ?? null,
    ),
  )
  connection.onCodeAction(({ textDocument, range, context }) =>
    guarded('codeAction', [], async () => [
      ...(await service.codeActions(textDocument.uri, range, context.only, abilities.edits)),
    ]),
  )
  connection.languages.diagnostics.on(({ textDocument }) =>
    guarded('diagnostic', { kind: DocumentDiagnosticReportKind.Full, items: [] }, () => ({
      kind: DocumentDiagnosticReportKind.Full,
      items: [...service.diagnostics(textDocument.uri)],
    })),
  )
  connection.languages.diagnostics.onWorkspace(() =>
    guarded('workspace diagnostic', { items: [] }, () => ({ items: workspaceReports(service) })),
  )
  connection.onRequest(
    statusRequest,
    ({ uri }: StatusParams): Promise<StatusResult | null> => guarded('status', null, () => service.status(uri) ?? null),
  )
  connection.onRequest(
    explainRequest,
    ({ uri, call, namespace }: ExplainParams): Promise<ExplainResult | null> =>
      guarded('explain', null, () => service.explain(uri, call, namespace) ?? null),
  )
}

function workspaceReports(service: LanguageService): WorkspaceDocumentDiagnosticReport[] {
  return [...service.workspace.folders].flatMap((folder) =>
    service.reportableFiles(folder).map((uri) => ({
      uri,
      version: null,
      kind: DocumentDiagnosticReportKind.Full,
      items: [...service.diagnostics(uri)],
    })),
  )
}
