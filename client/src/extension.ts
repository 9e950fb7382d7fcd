import * as vscode from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { clientOptions } from './client-options'
import { startEgress } from './start-egress'

/** The desktop's (and a remote machine's) entry: the server is a Node process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'node.js').fsPath
  const log = vscode.window.createOutputChannel('Istio Egress', { log: true })
  const server = { module, transport: TransportKind.ipc }
  const client = new LanguageClient('istioEgress', 'Istio Egress', server, clientOptions(context.extensionUri, log))
  await startEgress(context, client, log)
}
