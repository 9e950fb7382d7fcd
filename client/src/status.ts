import * as vscode from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import { type StatusParams, type StatusResult, statusRequest } from '../../server/src/lsp/requests'
import { documentSelector } from './client-options'

/** One question after the last of a burst of events, in milliseconds. */
const quietTime = 150

/** The policy in force in the language status (`{}`), and what is blocked in the status bar, only while something is. */
export function registerStatus(client: BaseLanguageClient): vscode.Disposable {
  const language = vscode.languages.createLanguageStatusItem('istioEgress.policy', documentSelector)
  language.name = 'Istio Egress'
  const bar = vscode.window.createStatusBarItem('istioEgress.blocked', vscode.StatusBarAlignment.Left, 0)
  bar.name = 'Istio Egress'
  bar.command = 'istioEgress.showProblems'

  let document: vscode.TextDocument | undefined
  const refresh = async () => {
    // No text editor: a preview or the settings are in front, and the file that was is still what matters.
    document = vscode.window.activeTextEditor?.document ?? document
    const status = document && (await askStatus(client, document))
    showPolicy(language, client.state, status)
    showBlocked(bar, status)
  }
  const later = debounced(refresh, quietTime)
  showPolicy(language, client.state, undefined)
  return vscode.Disposable.from(
    language,
    bar,
    later,
    client.onDidChangeState(later.call),
    vscode.window.onDidChangeActiveTextEditor(later.call),
    vscode.languages.onDidChangeDiagnostics(later.call),
    vscode.workspace.onDidSaveTextDocument(later.call),
    vscode.commands.registerCommand('istioEgress.openPolicy', openPolicy),
  )
}

/** undefined where the file is none of ours, or the server cannot answer now. */
async function askStatus(client: BaseLanguageClient, document: vscode.TextDocument): Promise<StatusResult | undefined> {
  if (!client.isRunning() || !vscode.languages.match(documentSelector, document)) return undefined
  const params: StatusParams = { uri: client.code2ProtocolConverter.asUri(document.uri) }
  try {
    return (await client.sendRequest<StatusResult | null>(statusRequest, params)) ?? undefined
  } catch {
    // The server ended or was restarted meanwhile; the change of its state asks again.
    return undefined
  }
}

function showPolicy(item: vscode.LanguageStatusItem, state: State, status: StatusResult | undefined): void {
  item.busy = state === State.Starting
  item.severity = vscode.LanguageStatusSeverity.Information
  item.command = undefined
  if (!status) {
    showServer(item, state)
    return
  }
  const { mode, namespace, source, blocked } = status
  item.text = namespace ? `${mode} · ${namespace}` : mode
  item.detail = blocked > 0 ? `${originOf(status)}; ${blockedHere(blocked)}` : originOf(status)
  if (blocked > 0) item.severity = vscode.LanguageStatusSeverity.Warning
  if (!source) return
  item.command = { title: vscode.l10n.t('Open'), command: 'istioEgress.openPolicy', arguments: [source] }
}

/** What to say while there is no policy to show. */
function showServer(item: vscode.LanguageStatusItem, state: State): void {
  if (state === State.Running) {
    item.text = 'Istio Egress'
    item.detail = vscode.l10n.t('This file belongs to no mesh')
    return
  }
  item.text =
    state === State.Starting ? vscode.l10n.t('Istio Egress is starting') : vscode.l10n.t('Istio Egress is not running')
  item.detail = ''
  if (state === State.Starting) return
  item.severity = vscode.LanguageStatusSeverity.Error
  item.command = { title: vscode.l10n.t('Restart'), command: 'istioEgress.restartServer' }
}

function originOf({ policy }: StatusResult): string {
  switch (policy) {
    case 'default':
      return vscode.l10n.t("Istio's default, no mesh configuration found")
    case 'setting':
      return vscode.l10n.t('set by istioEgress.outboundTrafficPolicy')
    case 'assumed':
      return vscode.l10n.t('assumed by the setting istioEgress.assume')
    case 'mesh':
      return vscode.l10n.t('set by the mesh configuration')
    case 'sidecar':
      return vscode.l10n.t('set by a Sidecar')
  }
}

function blockedHere(count: number): string {
  return count === 1 ? vscode.l10n.t('1 call blocked here') : vscode.l10n.t('{0} calls blocked here', count)
}

function showBlocked(bar: vscode.StatusBarItem, status: StatusResult | undefined): void {
  if (!status || status.blockedInMesh === 0) {
    bar.hide()
    return
  }
  bar.text = `$(circle-slash) ${vscode.l10n.t('{0} blocked', status.blockedInMesh)}`
  bar.tooltip = vscode.l10n.t('Istio Egress: calls of this mesh that cannot get out. Click to list them.')
  bar.accessibilityInformation = { label: vscode.l10n.t('Istio Egress: {0} calls blocked', status.blockedInMesh) }
  bar.show()
}

/** Opens the place where the policy is written. */
async function openPolicy(source?: StatusResult['source']): Promise<void> {
  if (!source) return
  const at = new vscode.Position(source.line, 0)
  await vscode.window.showTextDocument(vscode.Uri.parse(source.uri), { selection: new vscode.Range(at, at) })
}

function debounced(action: () => Promise<void>, delay: number): vscode.Disposable & { readonly call: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    call: () => {
      clearTimeout(timer)
      timer = setTimeout(action, delay)
    },
    dispose: () => clearTimeout(timer),
  }
}
