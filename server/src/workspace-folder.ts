import { decode } from './files/decode'
import { type FileSystem, type ReadProblem, readProblemOf } from './files/file-system'
import { listManifests } from './files/list-manifests'
import { isManifestName, mayHoldManifests } from './files/manifest-names'
import type { FileSelection } from './files/selection'
import { joinUri, nameOf } from './files/uri'
import { MeshState } from './mesh/mesh-state'
import { indexFile } from './registry/index-file'
import { meshSetupOf } from './settings/mesh-setup'
import { type ConfigProblem, readSettings, type SettingsSources } from './settings/read-settings'
import type { Settings } from './settings/settings'

/** The config file at the root of a mesh. */
const CONFIG_FILE = '.istio-egress.yaml'

/** What a folder needs from the workspace around it. */
export interface FolderHost {
  readonly fs: FileSystem
  /** The text of a file that is open in an editor; it wins over the disk. */
  openText(uri: string): string | undefined
  /** URIs of all files that are open in an editor. */
  openUris(): Iterable<string>
  /** Settings that come from elsewhere than the folder, as of now: flags of the command line, the editor's. */
  sources(): SettingsSources
  /** Called between files while many are read: lets an editor's requests through. */
  pause(): Promise<void> | undefined
}

/** Which files make a folder's mesh. */
export interface FolderScope {
  /** The folder's URI, as `normalizeUri` writes it: globs and shown paths are relative to it. */
  readonly root: string
  readonly name: string
  /** Folders to walk and files to take; left out: the root alone. */
  readonly paths?: readonly { readonly uri: string; readonly kind: 'file' | 'directory' }[]
  /** Replaces `.istio-egress.yaml` at the root. */
  readonly configUri?: string
  /** It only gathers open files that no root folder holds; the disk around them is not read. */
  readonly isLoose?: boolean
}

/** A root folder with its settings, its files and the mesh that they make. */
export class WorkspaceFolder {
  readonly root: string
  readonly mesh: MeshState
  /** Files and folders that could not be read, by URI. */
  readonly problems = new Map<string, ReadProblem>()
  readonly configUri: string
  /** The text of the config file; undefined if there is none. */
  configText: string | undefined
  settings: Settings
  configProblems: readonly ConfigProblem[]
  /** What each walked folder takes; none before the first walk. */
  private selections: readonly FileSelection[] = []

  constructor(
    readonly scope: FolderScope,
    private readonly host: FolderHost,
  ) {
    this.root = scope.root
    this.configUri = scope.configUri ?? joinUri(scope.root, CONFIG_FILE)
    const { settings, problems } = readSettings(host.sources())
    this.settings = settings
    this.configProblems = problems
    this.mesh = new MeshState(scope.name, scope.root, meshSetupOf(settings, scope.root))
  }

  /** Reads the settings and every file of the folder anew; what is gone is forgotten. */
  async load(): Promise<void> {
    await this.readConfig()
    const wanted = await this.walk()
    // A file that was never saved counts, too, where the walk would have taken it.
    for (const uri of this.host.openUris()) if (this.takes(uri)) wanted.add(uri)
    for (const uri of [...this.mesh.files.keys()]) if (!wanted.has(uri)) this.mesh.removeFile(uri)
    for (const uri of wanted) {
      const reading = this.readFile(uri)
      if (reading) await reading
      const pause = this.host.pause()
      if (pause) await pause
    }
  }

  /** Every file of the folder that counts; notes what could not be read. */
  private async walk(): Promise<Set<string>> {
    this.problems.clear()
    const wanted = new Set<string>()
    const selections: FileSelection[] = []
    for (const { uri, kind } of this.scope.paths ?? [{ uri: this.root, kind: 'directory' }]) {
      if (kind === 'file') {
        wanted.add(uri)
        continue
      }
      const list = await listManifests(this.host.fs, uri, selectionOptions(this.settings))
      selections.push(list.selection)
      for (const file of list.files) if (file !== this.configUri) wanted.add(file)
      for (const problem of list.problems) this.problems.set(problem.uri, problem)
    }
    this.selections = selections
    return wanted
  }

  /** True if the last walk would have taken this file. A loose folder takes what is open in it. */
  private takes(uri: string): boolean {
    if (uri === this.configUri) return false
    if (this.scope.isLoose === true) return this.host.openText(uri) !== undefined
    return this.selections.some((selection) => selection.isIncluded(uri))
  }

  /** Follows files that were made, changed or removed on disk, folders among them. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => !isManifestName(nameOf(uri)) && uri !== this.configUri)) return this.load()
    for (const uri of uris) await this.refresh(uri)
  }

  /** Reads one file anew: from its open buffer, else from disk; a file that does not count is forgotten. */
  refresh(uri: string): Promise<void> | undefined {
    if (uri === this.configUri) return this.reconfigure()
    if (this.takes(uri)) return this.readFile(uri)
    this.mesh.removeFile(uri)
    return undefined
  }

  /** Reads the settings anew, and the files if that changes which of them count. */
  async reconfigure(): Promise<void> {
    const before = readingOptions(this.settings)
    await this.readConfig()
    if (this.selections.length > 0 && before !== readingOptions(this.settings)) await this.load()
  }

  private readFile(uri: string): Promise<void> | undefined {
    const open = this.host.openText(uri)
    if (open !== undefined) {
      this.problems.delete(uri)
      this.mesh.setFile(indexFile(uri, open, this.settings))
      return undefined
    }
    try {
      const bytes = this.host.fs.readFile(uri)
      if (!(bytes instanceof Promise)) return void this.takeBytes(uri, bytes)
      return bytes.then(
        (read) => this.takeBytes(uri, read),
        (error: unknown) => this.cannotRead(uri, error),
      )
    } catch (error) {
      this.cannotRead(uri, error)
      return undefined
    }
  }

  private takeBytes(uri: string, bytes: Uint8Array): void {
    if (this.host.openText(uri) !== undefined) return
    this.problems.delete(uri)
    if (!mayHoldManifests(uri, bytes)) {
      this.mesh.setFile(indexFile(uri, ''))
      return
    }
    const result = decode(uri, bytes)
    if ('problem' in result) {
      this.problems.set(uri, result.problem)
      this.mesh.removeFile(uri)
    } else this.mesh.setFile(indexFile(uri, result.decoded.text, this.settings))
  }

  private cannotRead(uri: string, error: unknown): void {
    this.mesh.removeFile(uri)
    const problem = readProblemOf(uri, error)
    // A file that vanished between the walk and the read was removed: no problem of anybody's.
    if (problem.reason === 'missing') this.problems.delete(uri)
    else this.problems.set(uri, problem)
  }

  private async readConfig(): Promise<void> {
    const text = await this.readConfigText()
    this.configText = text
    const configFile = text === undefined ? undefined : { uri: this.configUri, text }
    const { settings, problems } = readSettings({ ...this.host.sources(), configFile })
    this.settings = settings
    this.configProblems = problems
    this.mesh.configure(meshSetupOf(settings, this.root))
  }

  private async readConfigText(): Promise<string | undefined> {
    const open = this.host.openText(this.configUri)
    if (open !== undefined) return open
    try {
      const result = decode(this.configUri, await this.host.fs.readFile(this.configUri))
      return 'decoded' in result ? result.decoded.text : undefined
    } catch {
      return undefined
    }
  }
}

function selectionOptions(settings: Settings) {
  return { include: settings.include, exclude: settings.exclude, honourGitignore: true }
}

/** The settings that decide which files are read, and how: equal texts, equal readings. */
function readingOptions(settings: Settings): string {
  return JSON.stringify([selectionOptions(settings), settings.helm])
}
