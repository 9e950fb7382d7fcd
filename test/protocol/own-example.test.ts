import { describe, expect, test } from 'vitest'
import type { ClientCapabilities, CodeAction, Diagnostic } from 'vscode-languageserver/node'
import { eglot, neovim, richClient } from './capabilities'
import type { Session } from './session'
import { startOwnExample } from './start-own-example'
import type { TestWorkspace } from './workspace'

const start = (capabilities: ClientCapabilities, settings?: unknown) =>
  startOwnExample({ capabilities, settings, initializationOptions: { diagnostics: 'push' } })

const openApp = (session: Session, workspace: TestWorkspace) =>
  session.open(workspace.uriOf('app.yaml'), workspace.read('app.yaml'))

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
const has = (code: string) => (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes(code)
const lacks = (code: string) => (diagnostics: readonly Diagnostic[]) => !codes(diagnostics).includes(code)
const only = (diagnostics: readonly Diagnostic[], code: string): Diagnostic => {
  const found = diagnostics.filter((one) => one.code === code)
  expect(found).toHaveLength(1)
  return found[0] as Diagnostic
}
const withoutExportTo = (text: string) => text.replace(/ {2}exportTo:\n {4}- "\."\n/, '')

/** What an editor does that resolves actions before it applies them. */
async function editOf(session: Session, action: CodeAction) {
  const resolved = action.edit ? action : await session.connection.sendRequest<CodeAction>('codeAction/resolve', action)
  if (!resolved.edit) throw new Error(`"${action.title}" has no edit`)
  return resolved.edit
}

describe.each([
  ['VS Code', richClient],
  ['Neovim 0.7', neovim],
  ['eglot 1.9', eglot],
])('the own example in %s', (_name, capabilities) => {
  test('an entry that frontend keeps to itself is not exported to default', async () => {
    const { workspace, session, app } = await start(capabilities)
    await openApp(session, workspace)
    const finding = only(await session.waitFor(app, has('not-exported')), 'not-exported')
    expect(finding).toMatchObject({
      source: 'istio-egress',
      severity: 1,
      range: { start: { line: 17, character: 21 }, end: { line: 17, character: 35 } },
    })
    expect(finding.message).toContain('db.example.com')
    expect(finding.message).toContain('frontend')
    const hover = await session.hover(app, finding.range.start)
    expect(JSON.stringify(hover?.contents)).toContain('db.example.com')
    expect(session.stderr()).toBe('')
  })

  test('each offered fix, saved to disk, opens it', async () => {
    const first = await start(capabilities)
    await openApp(first.session, first.workspace)
    const finding = only(await first.session.waitFor(first.app, has('not-exported')), 'not-exported')
    const titles = (await first.session.codeActions(first.app, finding)).map(({ title }) => title)
    expect(titles).not.toEqual([])
    for (const title of titles) {
      const { workspace, session, app } = await start(capabilities)
      await openApp(session, workspace)
      const here = only(await session.waitFor(app, has('not-exported')), 'not-exported')
      const action = (await session.codeActions(app, here)).find((one) => one.title === title)
      if (!action) throw new Error(`"${title}" is offered once only`)
      const changed = workspace.apply(await editOf(session, action))
      for (const uri of changed) await session.watched(uri, 2)
      // Editors without watched files tell of a save, and no more.
      if (changed.includes(app)) await session.change(app, workspace.read('app.yaml'), 2)
      await session.save(app)
      expect(codes(await session.waitFor(app, lacks('not-exported'))), title).not.toContain('blocked-host')
    }
  })

  test('without exportTo the entry is borrowed', async () => {
    const { workspace, session, app, entry } = await start(capabilities)
    await openApp(session, workspace)
    await session.waitFor(app, has('not-exported'))
    await session.open(entry, withoutExportTo(workspace.read('entry.yaml')))
    const after = await session.waitFor(app, has('borrowed-entry'))
    expect(only(after, 'borrowed-entry').severity).toBe(3)
    expect(codes(after)).not.toContain('not-exported')
  })
})

test('under visibility: namespace an entry without exportTo is not exported', async () => {
  const { workspace, session, app } = await start(richClient, { visibility: 'namespace' })
  workspace.write('entry.yaml', withoutExportTo(workspace.read('entry.yaml')))
  await session.watched(workspace.uriOf('entry.yaml'), 2)
  await openApp(session, workspace)
  await session.waitFor(app, has('not-exported'))
  await session.configure({ visibility: 'istio' })
  await session.waitFor(app, has('borrowed-entry'))
})

test('the config file of the mesh wins over the editor', async () => {
  const { workspace, session, app } = await start(richClient, { visibility: 'namespace' })
  workspace.write('entry.yaml', withoutExportTo(workspace.read('entry.yaml')))
  workspace.write('.istio-egress.yaml', 'visibility: istio\n')
  await session.watched(workspace.uriOf('entry.yaml'), 2)
  await session.watched(workspace.uriOf('.istio-egress.yaml'), 1)
  await openApp(session, workspace)
  await session.waitFor(app, has('borrowed-entry'))
})
