import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { FIX_ALL_KIND } from '../features/code-actions'
import type { FileSystem } from '../files/file-system'
import { nameOf, normalizeUri } from '../files/uri'
import { LanguageService } from '../language-service'
import { Workspace } from '../workspace'
import { answerRequests } from './answer-requests'
import { type ClientAbilities, clientAbilities } from './client-abilities'
import { EditorSettings } from './editor-settings'
import { type Clock, Publisher } from './publisher'

/** What a server needs from the platform that it runs on. */
export interface ServerPlatform {
  readonly version: string
  readonly clock: Clock
  /** The files: the platform's own disk, or what the client reads for it. */
  fileSystem(connection: Connection, abilities: ClientAbilities): FileSystem
  /** URI of the folder with the packaged rule pages; undefined if there is none. */
  readonly rulePages: string | undefined
}

/** Wires a language server to a connection that is not listening yet. Nothing is read before `initialized`. */
export function serve(connection: Connection, platform: ServerPlatform): void {
  let session: Session | undefined
  connection.onInitialize((params) => {
    session = new Session(connection, platform, params)
    return session.initializeResult()
  })
  connection.onInitialized(() => session?.start())
}

/** Indexing gives way to the client's messages after this many milliseconds. */
const INDEX_SLICE = 30

/** Folders whose events matter: everything that `listManifests` may take, and what decides about it. */
const WATCHED = ['**/*.{yaml,yml,json}', '**/Kustomization', '**/.gitignore']

/** One client from `initialize` to the end. */
class Session {
  private readonly abilities: ClientAbilities
  private readonly settings: EditorSettings
  private readonly workspace: Workspace
  private readonly service: LanguageService
  private readonly publisher: Publisher
  private readonly documents = new TextDocuments(TextDocument)
  /** How the client spells the URIs of its open files, by our spelling. */
  private readonly spellings = new Map<string, string>()
  private ready: Promise<void> = Promise.resolve()
  private isReady = false
  private pauseAt = 0
  private revisions = ''

  constructor(
    private readonly connection: Connection,
    private readonly platform: ServerPlatform,
    private readonly params: InitializeParams,
  ) {
    this.abilities = clientAbilities(params)
    this.settings = new EditorSettings(connection, this.abilities)
    const fs = platform.fileSystem(connection, this.abilities)
    this.workspace = new Workspace(
      fs,
      (root) => ({ editor: this.settings.of(root) }),
      () => this.pause(),
    )
    const report = (message: string) => connection.console.error(message)
    this.service = new LanguageService(this.workspace, { rulePage: (code) => this.rulePage(code), report })
    const hidesSyntax = this.abilities.options.yamlSyntaxOwner === 'other'
    this.publisher = new Publisher(connection, this.service, platform.clock, {
      isHidden: (code) => hidesSyntax && code === 'yaml-syntax',
      spelling: (uri) => this.spellings.get(uri) ?? uri,
    })
    this.listen()
  }

  initializeResult(): InitializeResult {
    const files = { filters: [{ pattern: { glob: '**/*' } }] }
    return {
      serverInfo: { name: 'istio-egress', version: this.platform.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', FIX_ALL_KIND] },
        ...(this.abilities.pullsDiagnostics
          ? {
              diagnosticProvider: {
                identifier: 'istio-egress',
                interFileDependencies: true,
                workspaceDiagnostics: true,
              },
            }
          : {}),
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          fileOperations: { didCreate: files, didRename: files, didDelete: files },
        },
      },
    }
  }

  async start(): Promise<void> {
    this.register()
    if (this.params.capabilities.workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) this.workspace.removeFolder(uri)
        return this.addFolders(added)
      })
    }
    this.ready = this.addFolders(this.folders())
    await this.ready
    this.isReady = true
  }

  private folders(): readonly { readonly uri: string; readonly name: string }[] {
    const { workspaceFolders, rootUri } = this.params
    const given = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: nameOf(rootUri) }] : [])
    return given.map(({ uri, name }) => ({ uri: normalizeUri(uri), name }))
  }

  private async addFolders(folders: readonly { readonly uri: string; readonly name: string }[]): Promise<void> {
    const progress = folders.length > 0 && this.abilities.progress ? this.showProgress() : undefined
    const settingsKnown = this.settings.ask(folders.map(({ uri }) => normalizeUri(uri)))
    await Promise.all(
      folders.map(({ uri, name }) => this.workspace.addFolder({ root: normalizeUri(uri), name }, settingsKnown)),
    )
    progress?.()
    this.published()
  }

  /** Tells the client that manifests are read, if that takes more than half a second. */
  private showProgress(): () => void {
    let done = false
    let end: (() => void) | undefined
    this.platform.clock.after(500, async () => {
      if (done) return
      const progress = await this.connection.window.createWorkDoneProgress()
      if (done) return
      progress.begin('Istio Egress', undefined, 'Reading manifests', false)
      end = () => progress.done()
    })
    return () => {
      done = true
      end?.()
    }
  }

  private register(): void {
    const { client } = this.connection
    if (this.abilities.changesConfigurationDynamically) {
      void client.register(DidChangeConfigurationNotification.type, { section: 'istioEgress' })
    }
    if (this.abilities.watchesFiles) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }))
      void client.register(DidChangeWatchedFilesNotification.type, { watchers })
    }
  }

  private listen(): void {
    const { connection, documents, workspace } = this
    documents.onDidChangeContent(async ({ document }) => {
      this.spellings.set(normalizeUri(document.uri), document.uri)
      const reading = workspace.setOpen(document.uri, document.getText())
      if (reading) await reading
      // A verdict from half of the files would be wrong: nothing is said before all are read.
      if (!this.isReady) await this.ready
      this.published(document)
    })
    documents.onDidOpen(() => this.withoutWatcher())
    documents.onDidSave(() => this.withoutWatcher())
    documents.onDidClose(async ({ document }) => {
      await workspace.setClosed(document.uri)
      this.published()
    })
    documents.listen(connection)
    connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes.map(({ uri }) => uri)))
    connection.workspace.onDidCreateFiles(({ files }) => this.filesChanged(files.map(({ uri }) => uri)))
    connection.workspace.onDidDeleteFiles(({ files }) => this.filesChanged(files.map(({ uri }) => uri)))
    connection.workspace.onDidRenameFiles(({ files }) =>
      this.filesChanged(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri])),
    )
    connection.onDidChangeConfiguration(async ({ settings }) => {
      this.settings.take(settings)
      await this.settings.ask([...workspace.folders].map(({ root }) => root))
      await workspace.settingsChanged()
      this.published()
    })
    answerRequests(connection, this.service, this.abilities, () => this.settled())
  }

  private async filesChanged(uris: readonly string[]): Promise<void> {
    await this.workspace.filesChanged(uris)
    this.published()
  }

  /** A client that watches no files: the disk is looked at again when a person opens or saves one. */
  private withoutWatcher(): Promise<void> | undefined {
    if (this.abilities.watchesFiles) return undefined
    return this.filesChanged([...this.workspace.folders].map(({ root }) => root))
  }

  /** Sends what changed: the edited file first, the others where something that they rest on is new. */
  private published(edited?: TextDocument): void {
    if (edited && !this.abilities.pullsDiagnostics) this.publisher.publish(normalizeUri(edited.uri), edited.version)
    const revisions = [...this.workspace.folders].map(({ root, mesh }) => `${root} ${mesh.revision}`).join('\n')
    if (edited && revisions === this.revisions) return
    this.revisions = revisions
    if (!this.abilities.pullsDiagnostics) this.publisher.publishAll()
    else if (this.abilities.refreshesDiagnostics) this.connection.languages.diagnostics.refresh()
  }

  /** Settles when everything that the client said so far is taken in. */
  private async settled(): Promise<void> {
    if (!this.isReady) await this.ready
    await this.workspace.settled()
  }

  private pause(): Promise<void> | undefined {
    const { clock } = this.platform
    if (clock.now() < this.pauseAt) return undefined
    this.pauseAt = clock.now() + INDEX_SLICE
    return new Promise((resolve) => clock.soon(resolve))
  }

  private rulePage(code: string): string | undefined {
    const folder = this.abilities.options.rulePages ?? this.platform.rulePages
    return folder === undefined ? undefined : `${folder}/${code}.md`
  }
}
