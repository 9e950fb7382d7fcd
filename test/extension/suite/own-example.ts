import * as vscode from 'vscode'
import {
  applyAction,
  fileUri,
  findings,
  hoverText,
  openFile,
  quickFixes,
  replaceText,
  revertAll,
  waitForFinding,
  waitUntilGone,
} from './editor'
import { check, type Suite } from './harness'

const folder = 'own-example'

/** `db.example.com:5432` is declared in `frontend` and called from `default`: who may use it, and how to open it. */
export function ownExample({ test }: Suite): void {
  test('an entry that frontend keeps to itself is not exported to default', async () => {
    const app = fileUri(folder, 'app.yaml')
    const editor = await openFile(app)
    const finding = await waitForFinding(app, 'not-exported')
    check(editor.document.getText(finding.range) === 'db.example.com', 'the squiggle is under the host alone')
    check(finding.severity === vscode.DiagnosticSeverity.Error, 'it is an error')
    const hover = await hoverText(app, finding.range.start)
    check(hover.includes('db.example.com') && hover.includes('frontend'), `the hover names host and owner: ${hover}`)
  })

  test('each offered fix opens it there', async () => {
    const app = fileUri(folder, 'app.yaml')
    const finding = await waitForFinding(app, 'not-exported')
    const titles = (await quickFixes(app, finding)).map(({ title }) => title)
    check(titles.length > 0, 'there is a fix')
    for (const title of titles) {
      const fresh = await waitForFinding(app, 'not-exported')
      const action = (await quickFixes(app, fresh)).find((one) => one.title === title)
      check(action, `"${title}" is offered again`)
      const applied = await applyAction(action)
      await waitUntilGone(app, 'not-exported')
      check(findings(app, 'blocked-host').length === 0, `"${title}" leaves nothing blocked`)
      await applied.takeBack()
    }
  })

  test('an entry without exportTo is borrowed', async () => {
    const entry = fileUri(folder, 'entry.yaml')
    const app = fileUri(folder, 'app.yaml')
    const { document } = await openFile(entry)
    await replaceText(entry, document.getText().replace(/ {2}exportTo:\n {4}- "\."\n/, ''))
    const borrowed = await waitForFinding(app, 'borrowed-entry')
    check(borrowed.severity === vscode.DiagnosticSeverity.Information, 'that is information, no error')
    check(findings(app, 'not-exported').length === 0, 'it is no longer hidden')
  })

  test('under visibility: namespace even that entry is not exported', async () => {
    const app = fileUri(folder, 'app.yaml')
    const visibility = (value: string | undefined) =>
      vscode.workspace.getConfiguration('istioEgress').update('visibility', value, vscode.ConfigurationTarget.Workspace)
    await waitForFinding(app, 'borrowed-entry')
    await visibility('namespace')
    await waitForFinding(app, 'not-exported')
    await visibility(undefined)
    await waitForFinding(app, 'borrowed-entry')
    await revertAll()
    await waitForFinding(app, 'not-exported')
  })
}
