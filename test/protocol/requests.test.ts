import { expect, test } from 'vitest'
import type {
  CodeAction,
  Diagnostic,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node'
import {
  type ExplainResult,
  explainRequest,
  type InitializationOptions,
  type StatusResult,
  statusRequest,
} from '../../server/src/lsp/requests'
import { richClient } from './capabilities'
import { startOwnExample } from './start-own-example'

const start = (initializationOptions: InitializationOptions) =>
  startOwnExample({ capabilities: richClient, initializationOptions })

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code)
const hasBlocked = (diagnostics: readonly Diagnostic[]) => codes(diagnostics).includes('not-exported')

test('the status says policy, namespace, where the policy is set, and what is blocked', async () => {
  const { workspace, session, app } = await start({ diagnostics: 'push' })
  const status = await session.connection.sendRequest<StatusResult | null>(statusRequest, { uri: app })
  expect(status).toEqual({
    mode: 'REGISTRY_ONLY',
    policy: 'mesh',
    namespace: 'default',
    source: { uri: workspace.uriOf('mesh.yaml'), line: 8 },
    blocked: 1,
    blockedInMesh: 1,
  })
  expect(await session.connection.sendRequest(statusRequest, { uri: 'file:///elsewhere/a.yaml' })).toBe(null)
})

test('an explanation names host, verdict and owner', async () => {
  const { session, app } = await start({ diagnostics: 'push' })
  const params = { uri: app, call: 'db.example.com:5432' }
  const answer = await session.connection.sendRequest<ExplainResult | null>(explainRequest, params)
  expect(answer?.title).toContain('db.example.com')
  expect(answer?.markdown).toContain('blocked')
  expect(answer?.markdown).toContain('frontend')
})

test('a client that asks for diagnostics gets them when it asks, of one file and of all', async () => {
  const { workspace, session, app } = await start({})
  await session.open(app, workspace.read('app.yaml'))
  const one = await session.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri: app },
  })
  expect(one.kind === 'full' && hasBlocked(one.items)).toBe(true)
  const all = await session.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [],
  })
  const report = all.items.find(({ uri }) => uri === app)
  expect(report?.kind === 'full' && hasBlocked(report.items)).toBe(true)
  expect(session.pushed(app)).toBe(undefined)
})

test('a storm of changes ends with the findings of the last text', async () => {
  const { workspace, session, app } = await start({ diagnostics: 'push' })
  const text = workspace.read('app.yaml')
  await session.open(app, text)
  await session.waitFor(app, hasBlocked)
  const other = text.replace('db.example.com', 'other.example.com')
  for (let version = 2; version <= 501; version++) await session.change(app, version % 2 === 0 ? text : other, version)
  const last = await session.waitFor(app, (diagnostics) => codes(diagnostics).includes('blocked-host'))
  expect(codes(last)).toEqual(['blocked-host'])
  expect(await session.end()).toBe(0)
})

test('everything in a file is fixed at once, and nothing is offered where nothing is wrong', async () => {
  const { workspace, session, app } = await start({ diagnostics: 'push' })
  await session.open(app, workspace.read('app.yaml'))
  await session.waitFor(app, hasBlocked)
  const ask = (uri: string) =>
    session.connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    })
  const [action] = (await ask(app)) ?? []
  expect(action?.kind).toBe('source.fixAll.istioEgress')
  if (!action?.edit) throw new Error('it has no edit')
  for (const uri of workspace.apply(action.edit)) await session.watched(uri, 2)
  await session.waitFor(app, (diagnostics) => diagnostics.every(({ severity }) => severity !== 1))
  expect((await ask(app)) ?? []).toEqual([])
})
