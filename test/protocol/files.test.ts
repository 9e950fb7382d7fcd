import { expect, test } from 'vitest'
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node'
import { neovim, richClient } from './capabilities'
import { startOwnExample } from './start-own-example'

const start = (capabilities: ClientCapabilities) =>
  startOwnExample({ capabilities, initializationOptions: { diagnostics: 'push' } })

const blocked = (diagnostics: readonly Diagnostic[]) => diagnostics.some(({ code }) => code === 'not-exported')
const open = (diagnostics: readonly Diagnostic[]) => diagnostics.every(({ severity }) => severity !== 1)

const ownEntry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: db-for-default, namespace: default }
spec:
  hosts: [db.example.com]
  exportTo: ["."]
  ports: [{ number: 5432, name: tcp, protocol: TCP }]
  resolution: DNS
`

test('findings of files that nobody has opened are pushed', async () => {
  const { session, app } = await start(richClient)
  await session.waitFor(app, blocked)
})

test('VS Code is asked to watch manifests', async () => {
  const { session, app } = await start(richClient)
  await session.waitFor(app, blocked)
  expect(JSON.stringify(session.registrations.get('workspace/didChangeWatchedFiles'))).toContain('yaml')
})

test('a file that is made, changed and deleted on disk counts', async () => {
  const { workspace, session, app } = await start(richClient)
  await session.waitFor(app, blocked)
  const made = workspace.uriOf('more/entry.yaml')
  workspace.write('more/entry.yaml', ownEntry)
  await session.watched(made, 1)
  await session.waitFor(app, open)
  workspace.write('more/entry.yaml', ownEntry.replace('5432', '5433'))
  await session.watched(made, 2)
  await session.waitFor(app, (diagnostics) => diagnostics.some(({ severity }) => severity === 1))
  workspace.write('more/entry.yaml', ownEntry)
  await session.watched(made, 2)
  await session.waitFor(app, open)
  workspace.delete('more/entry.yaml')
  await session.watched(made, 3)
  await session.waitFor(app, blocked)
})

test('a folder that goes takes its files along', async () => {
  const { workspace, session, app } = await start(richClient)
  await session.waitFor(app, blocked)
  workspace.write('more/deep/entry.yaml', ownEntry)
  await session.watched(workspace.uriOf('more/deep/entry.yaml'), 1)
  await session.waitFor(app, open)
  workspace.delete('more')
  await session.watched(workspace.uriOf('more'), 3)
  await session.waitFor(app, blocked)
})

test('a client that watches nothing: the disk is read again on a save', async () => {
  const { workspace, session, app } = await start(neovim)
  await session.open(app, workspace.read('app.yaml'))
  await session.waitFor(app, blocked)
  workspace.write('more/entry.yaml', ownEntry)
  await session.save(app)
  await session.waitFor(app, open)
})

test('the open text wins over the disk, and the disk counts again after a close', async () => {
  const { workspace, session, app } = await start(richClient)
  const entry = workspace.uriOf('entry.yaml')
  await session.waitFor(app, blocked)
  await session.open(entry, workspace.read('entry.yaml').replace('- "."', '- "*"'))
  await session.waitFor(app, open)
  await session.close(entry)
  await session.waitFor(app, blocked)
})

test('a half-typed file costs nobody else anything', async () => {
  const { workspace, session, app } = await start(richClient)
  const entry = workspace.uriOf('entry.yaml')
  await session.waitFor(app, blocked)
  await session.open(entry, `${workspace.read('entry.yaml')}---\nkind: [ServiceEntry\n  metadata: {`)
  await session.waitFor(entry, (diagnostics) => diagnostics.some(({ code }) => code === 'yaml-syntax'))
  await session.waitFor(app, blocked)
})
