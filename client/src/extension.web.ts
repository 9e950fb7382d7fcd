import * as vscode from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { clientOptions } from './client-options'
import { startEgress } from './start-egress'

/** What this file uses of the browser; the rest of the client knows neither Node nor the DOM. */
declare class Worker {
  constructor(url: string)
  terminate(): void
}

/** The browser's entry: the server is a web worker, and reads files through this client. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server', 'browser.js').toString(true)
  const log = vscode.window.createOutputChannel('Istio Egress', { log: true })
  let worker: Worker | undefined
  const end = () => worker?.terminate()
  const start = async () => {
    // A restart: the worker before has answered `shutdown`, but would live on.
    end()
    worker = new Worker(script)
    // The library knows a worker by its class, and VS Code's extension host has a class of its own.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  const client = new LanguageClient('istioEgress', 'Istio Egress', start, clientOptions(context.extensionUri, log))
  await startEgress(context, client, log)
  context.subscriptions.push({ dispose: end })
}
