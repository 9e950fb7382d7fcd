import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ClientCapabilities,
  type CodeAction,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  type Hover,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node'

const command = join(import.meta.dirname, '../../dist/istio-egress.js')

export interface SessionOptions {
  readonly capabilities: ClientCapabilities
  /** URIs of the workspace folders. */
  readonly folders: readonly string[]
  readonly settings?: unknown
  readonly initializationOptions?: unknown
}

/** An editor as the server sees it: over real stdio, with the capabilities that the test names. */
export interface Session {
  readonly initialized: InitializeResult
  readonly connection: ProtocolConnection
  readonly process: ChildProcess
  /** What the server asked to be told of, by method. */
  readonly registrations: ReadonlyMap<string, unknown>
  /** What the server wrote to stderr: nothing should. */
  stderr(): string
  open(uri: string, text: string, version?: number): Promise<void>
  change(uri: string, text: string, version: number): Promise<void>
  save(uri: string): Promise<void>
  close(uri: string): Promise<void>
  watched(uri: string, type: 1 | 2 | 3): Promise<void>
  configure(settings: unknown): Promise<void>
  /** The findings that were pushed last for a file; undefined if there was no push. */
  pushed(uri: string): readonly Diagnostic[] | undefined
  /** Waits until what was pushed last for a file fits, and gives it. */
  waitFor(uri: string, fits: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>
  hover(uri: string, at: Range['start']): Promise<Hover | null>
  codeActions(uri: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]>
  /** `shutdown` and `exit`; gives the exit code. */
  end(): Promise<number | null>
}

/** Starts the server as an editor does: `istio-egress lsp --stdio`, `initialize`, `initialized`. */
export async function startSession(options: SessionOptions): Promise<Session> {
  const { process: child, exit, stderr, connection } = spawnServer()
  let settings = options.settings
  const registrations = new Map<string, unknown>()
  const pushes = new Map<string, readonly Diagnostic[]>()
  const listeners = new Set<() => void>()

  const log: string[] = []
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message))
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    pushes.set(uri, diagnostics)
    for (const listener of listeners) listener()
  })
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settings ?? null))
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined)
  connection.onRequest(RegistrationRequest.type, ({ registrations: asked }) => {
    for (const { method, registerOptions } of asked) registrations.set(method, registerOptions)
  })
  connection.listen()

  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: options.folders[0] ?? null,
    workspaceFolders: options.folders.map((uri) => ({ uri, name: uri.slice(uri.lastIndexOf('/') + 1) })),
    capabilities: options.capabilities,
    ...(options.initializationOptions === undefined ? {} : { initializationOptions: options.initializationOptions }),
  })
  await connection.sendNotification('initialized', {})

  const notify = (method: string, params: object) => connection.sendNotification(method, params)
  return {
    initialized,
    connection,
    process: child,
    registrations,
    stderr,
    open: (uri, text, version = 1) =>
      notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } }),
    change: (uri, text, version) =>
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
    save: (uri) => notify('textDocument/didSave', { textDocument: { uri } }),
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    watched: (uri, type) => notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] }),
    configure: (changed) => {
      settings = changed
      return notify('workspace/didChangeConfiguration', { settings: { istioEgress: changed } })
    },
    pushed: (uri) => pushes.get(uri),
    waitFor: (uri, fits) =>
      new Promise((settle, fail) => {
        const said = () => JSON.stringify(pushes.get(uri)?.map(({ code, message }) => `${code}: ${message}`))
        const timer = setTimeout(() => {
          listeners.delete(look)
          fail(new Error(`waited 10 s for findings of ${uri}; the last were ${said()}\n${stderr()}${log.join('\n')}`))
        }, 10_000)
        const look = () => {
          const diagnostics = pushes.get(uri)
          if (!diagnostics || !fits(diagnostics)) return
          clearTimeout(timer)
          listeners.delete(look)
          settle(diagnostics)
        }
        listeners.add(look)
        look()
      }),
    hover: (uri, position) => connection.sendRequest('textDocument/hover', { textDocument: { uri }, position }),
    codeActions: async (uri, diagnostic) =>
      (await connection.sendRequest<CodeAction[] | null>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      })) ?? [],
    end: async () => {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exit
    },
  }
}

/** The bare process, for tests of how it ends and of what it makes of broken input. */
export function spawnServer() {
  if (!existsSync(command)) throw new Error('dist/istio-egress.js is missing: run `npm run build` first')
  const child = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: 'pipe' })
  const exit = new Promise<number | null>((settle) => child.on('exit', (code) => settle(code)))
  let errors = ''
  child.stderr.on('data', (bytes: Buffer) => {
    errors += bytes
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  return { process: child, exit, stderr: () => errors, connection }
}
