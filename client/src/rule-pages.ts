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

async function pickRule(extension: vscode.Uri): Promise<string | undefined> {
  const pages = await vscode.workspace.fs.readDirectory(rulePages(extension))
  const codes = pages.filter(([name]) => name.endsWith('.md')).map(([name]) => name.slice(0, -'.md'.length))
  return vscode.window.showQuickPick(codes.sort(), { title: vscode.l10n.t('Rules of Istio Egress') })
}
