import type { BaseLanguageClient } from 'vscode-languageclient'

/** Ends the server, where one runs, and starts a new one; also after a failed start. */
export async function restartServer(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop()
  await client.start()
}
