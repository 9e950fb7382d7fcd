import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type ExplainParams, type ExplainResult, explainRequest } from '../../server/src/lsp/requests'

const scheme = 'istio-egress'

/** `HOST:PORT`, where an IPv6 address stands in brackets. */
const callForm = /^(?:\[[0-9a-f:.]+\]|[^\s:/]+):(\d{1,5})$/i

/** "Explain Host…": asks for a call and shows, in a read-only document, what becomes of it and why. */
export function registerExplanations(client: BaseLanguageClient): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>()
  return vscode.Disposable.from(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => explain(client, paramsOf(uri)),
    }),
    vscode.commands.registerCommand('istioEgress.explainHost', async (given?: string) => {
      const file = callingFile()
      const call = given ?? (await askForCall())
      if (!call || !file) return
      const uri = documentOf({ uri: file.toString(), call })
      changed.fire(uri)
      await vscode.commands.executeCommand('markdown.showPreview', uri)
    }),
  )
}

/** The document's URI says all that the answer rests on, so it can be asked for again at any time. */
function documentOf({ uri, call }: ExplainParams): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${call}.md`, query: uri })
}

function paramsOf({ path, query }: vscode.Uri): ExplainParams {
  return { uri: query, call: path.slice('/'.length, -'.md'.length) }
}

/** The file whose namespace calls: the one in the editor, else any of the workspace. */
function callingFile(): vscode.Uri | undefined {
  return vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri
}

async function askForCall(): Promise<string | undefined> {
  const input = await vscode.window.showInputBox({
    title: vscode.l10n.t('Explain Host'),
    prompt: vscode.l10n.t('A host and its port, as the workloads of this file call it'),
    placeHolder: 'db.example.com:5432',
    value: selectedCall(),
    validateInput: (text) =>
      callForm.test(text.trim()) ? undefined : vscode.l10n.t('Write HOST:PORT, for example db.example.com:5432'),
  })
  return input?.trim()
}

/** What the person has selected, where it can be a call. */
function selectedCall(): string {
  const editor = vscode.window.activeTextEditor
  const text = editor?.document.getText(editor.selection).trim() ?? ''
  return callForm.test(text) ? text : ''
}

async function explain(client: BaseLanguageClient, params: ExplainParams): Promise<string> {
  const answer = await client.sendRequest<ExplainResult | null>(explainRequest, params)
  if (answer) return withPlaces(answer.markdown)
  return vscode.l10n.t(
    '{0} cannot be explained from this file: it belongs to no mesh. Open a file of the mesh and ask again.',
    params.call,
  )
}

/** Markdown previews refuse links to files: what Ctrl+P takes stands there instead, `path:line`. */
function withPlaces(markdown: string): string {
  return markdown.replace(
    /\[([^[\]]*)\]\((?!https?:)([a-z][\w.+-]*:[^()\s]+)\)/gi,
    (_link, label: string, target: string) => {
      const uri = vscode.Uri.parse(target)
      const place = [vscode.workspace.asRelativePath(uri), uri.fragment.replace(/^L/, '')].filter(Boolean).join(':')
      return `${label} in \`${place}\``
    },
  )
}
