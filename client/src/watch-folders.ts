import * as vscode from 'vscode'
import { type BaseLanguageClient, FileChangeType } from 'vscode-languageclient'

/** What the server's own watchers tell it of. */
const manifest = /\.(?:ya?ml|json)$/

/**
 * Tells the server of folders that go: VS Code reports the folder and none of the files in it, so a watcher of
 * manifests hears nothing when `git checkout` or `rm -r` takes a folder away.
 */
export function watchFolders(client: BaseLanguageClient): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**', true, true, false)
  const told = watcher.onDidDelete(async (uri) => {
    if (manifest.test(uri.path) || !client.isRunning()) return
    const change = { uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Deleted }
    await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [change] })
  })
  return vscode.Disposable.from(watcher, told)
}
