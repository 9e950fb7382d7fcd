import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { expect, onTestFinished, test } from 'vitest'
import type { Diagnostic, InitializeResult } from 'vscode-languageserver/node'
import { richClient } from './capabilities'
import { ownExampleWorkspace } from './workspace'

const bundle = join(import.meta.dirname, '../../dist/server/browser.js')
interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

/** A worker's scope: the language itself and what every browser has, but no `process`, `require` or `Buffer`. */
function startWorker(onMessage: (message: Message) => void) {
  const scope: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    performance,
    TextDecoder,
    TextEncoder,
    URL,
    atob,
    btoa,
    console,
    addEventListener: () => undefined,
    postMessage: (message: Message) => onMessage(structuredClone(message)),
  }
  const context = createContext(scope)
  scope.self = runInContext('globalThis', context)
  runInContext(readFileSync(bundle, 'utf8'), context, { filename: bundle })
  return (message: Message & { readonly jsonrpc?: string }) => {
    const handler = scope.onmessage
    if (typeof handler === 'function') handler({ data: { jsonrpc: '2.0', ...message } })
  }
}

/** Files of the virtual scheme `vscode-vfs`, kept on disk for the test: only the client can read them. */
function filesOf(virtual: string, disk: string) {
  const pathOf = (uri: unknown) => fileURLToPath(String(uri).replace(virtual, disk))
  return new Map<string, (params: Record<string, unknown>) => unknown>([
    [
      'istioEgress/readDirectory',
      ({ uri }) =>
        readdirSync(pathOf(uri)).map((name) => ({
          name,
          kind: statSync(join(pathOf(uri), name)).isDirectory() ? 'folder' : 'file',
        })),
    ],
    [
      'istioEgress/readFile',
      ({ uri }) => (existsSync(pathOf(uri)) ? { base64: readFileSync(pathOf(uri)).toString('base64') } : null),
    ],
    ['workspace/configuration', ({ items }) => (Array.isArray(items) ? items.map(() => null) : [])],
  ])
}

test('the web worker reads a virtual workspace through the client, and finds what the desktop finds', async () => {
  const workspace = ownExampleWorkspace()
  onTestFinished(workspace.remove)
  const root = 'vscode-vfs://github/example/shop'
  const answers = filesOf(root, workspace.uri)
  const app = `${root}/app.yaml`
  const pending = new Map<number, (message: Message) => void>()
  let published = (_uri: unknown, _diagnostics: Diagnostic[]) => {}
  const found = new Promise<Diagnostic[]>((settle) => {
    published = (uri, diagnostics) => uri === app && diagnostics.length > 0 && settle(diagnostics)
  })
  const send = startWorker((message) => {
    const { id, method, params = {}, result } = message
    if (method === 'textDocument/publishDiagnostics') published(params.uri, params.diagnostics as Diagnostic[])
    if (id === undefined) return
    if (method === undefined) pending.get(id)?.(message)
    else queueMicrotask(() => send({ id, result: answers.get(method)?.(params) ?? result ?? null }))
  })
  const request = <T>(id: number, method: string, params: Record<string, unknown>) =>
    new Promise<T>((settle, fail) => {
      pending.set(id, ({ result, error }) => (error ? fail(new Error(error.message)) : settle(result as T)))
      send({ id, method, params })
    })

  const { serverInfo } = await request<InitializeResult>(1, 'initialize', {
    processId: null,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'shop' }],
    capabilities: richClient,
    initializationOptions: { diagnostics: 'push', readsFiles: true, rulePages: 'https://example.com/rules' },
  })
  expect(serverInfo?.name).toBe('istio-egress')
  send({ method: 'initialized', params: {} })

  const finding = (await found).find(({ code }) => code === 'not-exported')
  expect(finding?.message).toContain('db.example.com')
  expect(finding?.codeDescription?.href).toBe('https://example.com/rules/not-exported.md')
  const hover = await request(2, 'textDocument/hover', { textDocument: { uri: app }, position: finding?.range.start })
  expect(JSON.stringify(hover)).toContain('frontend')
  await request(3, 'shutdown', {})
})
