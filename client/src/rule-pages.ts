import * as vscode from 'vscode'
import { rulePages } from './client-options'

/** "Open Rule Documentation": the page of the finding at the cursor, else of a rule that the person picks. */
export function registerRulePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand('istioEgress.openRuleDocumentation', async (given?: string) => {
    const code = given ?? ruleAtCursor() ?? (await pickRule(extension))
    if (code) await vscode.commands.executeCommand('markdown.showPreview', pageOf(extension, code))
  })
}

function pageOf(extension: vscode.Uri, code: string): vscode.Uri {
  return vscode.Uri.joinPath(rulePages(extension), `${code}.md`)
}

function ruleAtCursor(): string | undefined {
  const editor = vscode.window.activeTextEditor
  if (!editor) return undefined
  const here = vscode.languages
    .getDiagnostics(editor.document.uri)
    .find((finding) => finding.source === 'istio-egress' && finding.range.contains(editor.selection.active))
  const code = here?.code
  return typeof code === 'object' ? String(code.value) : code?.toString()
}

/** The build lists the pages, since a browser cannot list a folder. */
async function pickRule(extension: vscode.Uri): Promise<string | undefined> {
  const list = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(rulePages(extension), 'index.json'))
  const codes: unknown = JSON.parse(new TextDecoder().decode(list))
  if (!Array.isArray(codes)) return undefined
  return vscode.window.showQuickPick(codes.map(String), { title: vscode.l10n.t('Rules of Istio Egress') })
}
