import * as vscode from 'vscode'
import {
  applyAction,
  filesWith,
  fileUri,
  findings,
  hoverText,
  openFile,
  quickFixes,
  waitForFinding,
  waitUntilGone,
} from './editor'
import { check, createSuite, until } from './harness'
import { ownExample } from './own-example'

/** What VS Code calls, on the desktop (`npm run vscode:test`), in the server build and in the browser (`npm test`). */
export async function run(): Promise<void> {
  const suite = createSuite()
  const { test } = suite

  test('the extension is active once a YAML file is open', async () => {
    await openFile(fileUri('own-example', 'mesh.yaml'))
    const extension = vscode.extensions.getExtension('istio-egress.istio-egress')
    check(extension, 'the extension is there')
    await until(
      () => extension.isActive,
      () => 'the extension to be active',
    )
  })

  test('each blocked host of the example has a squiggle, a hover and a fix that opens it', async () => {
    for (const uri of await filesWith('blocked-host', 'online-shop')) {
      const { document } = await openFile(uri)
      const before = await waitForFinding(uri, 'blocked-host')
      const host = document.getText(before.range)
      check(/^[\w.*-]+$/.test(host), `the squiggle is under the host alone: ${host}`)
      check((await hoverText(uri, before.range.start)).includes(host), `the hover speaks of ${host}`)
      const fix = (await quickFixes(uri, before)).find(({ isPreferred }) => isPreferred)
      check(fix, `there is a preferred fix for ${host}`)
      const applied = await applyAction(fix)
      const still = () => findings(uri, 'blocked-host').some(({ range }) => document.getText(range) === host)
      await until(
        () => !still(),
        () => `${host} to be open after "${fix.title}"`,
      )
      await applied.takeBack()
      await waitForFinding(uri, 'blocked-host')
    }
  })

  ownExample(suite)

  test('a file that appears and goes on disk counts', async () => {
    const app = fileUri('own-example', 'app.yaml')
    const entry = fileUri('own-example', 'more/entry.yaml')
    await waitForFinding(app, 'not-exported')
    await vscode.workspace.fs.writeFile(entry, new TextEncoder().encode(sharedEntry))
    await waitUntilGone(app, 'not-exported')
    await vscode.workspace.fs.delete(fileUri('own-example', 'more'), { recursive: true })
    await waitForFinding(app, 'not-exported')
  })

  test('findings come back after a restart of the server', async () => {
    const app = fileUri('own-example', 'app.yaml')
    await openFile(app)
    await vscode.commands.executeCommand('istioEgress.restartServer')
    await waitForFinding(app, 'not-exported')
  })

  test('Explain Host shows the verdict and its steps', async () => {
    await openFile(fileUri('own-example', 'app.yaml'))
    await vscode.commands.executeCommand('istioEgress.explainHost', 'db.example.com:5432')
    const shown = await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'istio-egress'),
      () => 'the document with the explanation',
    )
    check(shown.getText().includes('db.example.com'), `it names the host: ${shown.getText()}`)
  })

  test('the page of a rule opens', async () => {
    await vscode.commands.executeCommand('istioEgress.openRuleDocumentation', 'not-exported')
    const page = await until(
      () => vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/rules/not-exported.md')),
      () => 'the page of not-exported',
    )
    check(page.getText().includes('not-exported'), 'it is the page of that rule')
  })

  await suite.run()
}

const sharedEntry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db-for-default, namespace: default }
spec:
  hosts: [db.example.com]
  exportTo: ["."]
  ports: [{ number: 5432, name: tcp-postgres, protocol: TCP }]
  location: MESH_EXTERNAL
  resolution: DNS
`
