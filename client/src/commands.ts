import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { restartServer } from './restart-server'

/** The commands that need nothing of their own; those with a document stand beside it. */
export function registerCommands(client: BaseLanguageClient, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('istioEgress.restartServer', () => restartServer(client)),
    vscode.commands.registerCommand('istioEgress.showOutput', () => log.show()),
    vscode.commands.registerCommand('istioEgress.showProblems', () =>
      vscode.commands.executeCommand('workbench.actions.view.problems'),
    ),
  )
}
