import * as vscode from 'vscode'
import { check, until } from './harness'

/** A file of the test's workspace; folders are found by their name. */
export function fileUri(folder: string, path: string): vscode.Uri {
  const found = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder)
  check(found, `the workspace has a folder ${folder}`)
  return vscode.Uri.joinPath(found.uri, path)
}

export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
}

/** Our findings in one file, those of a code alone if one is named. */
export function findings(uri: vscode.Uri, code?: string): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((finding) => finding.source === 'istio-egress' && (code === undefined || codeOf(finding) === code))
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code)
}

export function waitForFinding(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return until(
    () => findings(uri, code)[0],
    () => `${code} in ${uri.path}; there is ${said(uri)}`,
  )
}

export async function waitUntilGone(uri: vscode.Uri, code: string): Promise<void> {
  await until(
    () => findings(uri, code).length === 0 || undefined,
    () => `${code} to go from ${uri.path}`,
  )
}

/** The files of a folder that have a finding of a code; waits for the first. */
export function filesWith(code: string, folder: string): Promise<readonly vscode.Uri[]> {
  const root = fileUri(folder, '').toString()
  return until(
    () => {
      const files = vscode.languages.getDiagnostics().map(([uri]) => uri)
      const found = files.filter((uri) => uri.toString().startsWith(root) && findings(uri, code).length > 0)
      return found.length > 0 && found
    },
    () => `any ${code} in ${folder}`,
  )
}

const said = (uri: vscode.Uri) => JSON.stringify(findings(uri).map(codeOf))

export async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at)
  const contents = hovers.flatMap((hover) => hover.contents)
  return contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n')
}

/** The quick fixes where a finding stands, as the light bulb offers them. */
export async function quickFixes(uri: vscode.Uri, finding: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    finding.range,
    vscode.CodeActionKind.QuickFix.value,
    50,
  )
}

/** Applies an action's edit, as a click on it does; gives what takes it back. */
export async function applyAction(action: vscode.CodeAction): Promise<{ readonly takeBack: () => Promise<void> }> {
  check(action.edit, `${action.title} has an edit`)
  const made: vscode.Uri[] = []
  for (const [uri] of action.edit.entries()) if (!(await exists(uri))) made.push(uri)
  check(await vscode.workspace.applyEdit(action.edit), `${action.title} was applied`)
  return {
    takeBack: async () => {
      await revertAll()
      for (const uri of made) await vscode.workspace.fs.delete(uri)
    },
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  )
}

export async function replaceText(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri)
  const edit = new vscode.WorkspaceEdit()
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length))
  edit.replace(uri, all, text)
  check(await vscode.workspace.applyEdit(edit), 'the text was replaced')
}

/** Gives up every unsaved change, so that the next test meets the files as they are on disk. */
export async function revertAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
    await vscode.window.showTextDocument(document)
    await vscode.commands.executeCommand('workbench.action.files.revert')
  }
}
