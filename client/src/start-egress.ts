import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { yamlSyntaxOwner } from './client-options'
import { registerCommands } from './commands'
import { registerExplanations } from './explain-host'
import { answerFileRequests } from './file-requests'
import { restartServer } from './restart-server'
import { registerRulePages } from './rule-pages'
import { registerStatus } from './status'
import { watchFolders } from './watch-folders'

/** What is the same on every platform: starts the server and everything of VS Code's own around it. */
export async function startEgress(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  log: vscode.LogOutputChannel,
): Promise<void> {
  context.subscriptions.push(
    log,
    client,
    answerFileRequests(client),
    registerCommands(client, log),
    registerExplanations(client),
    registerRulePages(context.extensionUri),
    registerStatus(client),
    watchFolders(client),
    restartWhenOwnerChanges(client),
  )
  try {
    await client.start()
  } catch (error) {
    // The client has told the person; the status item offers a restart, so the commands must live on.
    log.error(error instanceof Error ? error : String(error))
  }
}

/** Another YAML extension was installed, enabled or removed: who reports syntax errors is settled when the server starts. */
function restartWhenOwnerChanges(client: BaseLanguageClient): vscode.Disposable {
  let owner = yamlSyntaxOwner()
  return vscode.extensions.onDidChange(async () => {
    if (yamlSyntaxOwner() === owner) return
    owner = yamlSyntaxOwner()
    if (client.isRunning()) await restartServer(client)
  })
}
