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
export const CONFIG_FILE = '.istio-egress.yaml'

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

/** A root folder with its settings, its files and the mesh that they make. */
export class WorkspaceFolder {
  readonly mesh: MeshState
  /** Files and folders that could not be read, by URI. */
  readonly problems = new Map<string, ReadProblem>()
  settings: Settings
  configProblems: readonly ConfigProblem[]
  /** The text of the config file; undefined if there is none. */
  configText: string | undefined
  private selection: FileSelection | undefined

  /**
   * @param root the folder's URI, as `normalizeUri` writes it
   */
  constructor(
    readonly root: string,
    name: string,
    /** It only gathers open files that no root folder holds; the disk around them is not read. */
    readonly isLoose: boolean,
    private readonly host: FolderHost,
  ) {
    const { settings, problems } = readSettings(host.sources())
    this.settings = settings
    this.configProblems = problems
    this.mesh = new MeshState(name, root, meshSetupOf(settings, root))
  }

  get configUri(): string {
    return joinUri(this.root, CONFIG_FILE)
  }

  /** Reads the settings and every file of the folder anew; what is gone is forgotten. */
  async load(): Promise<void> {
    await this.readConfig()
    const list = await listManifests(this.host.fs, this.root, selectionOptions(this.settings))
    this.selection = list.selection
    this.problems.clear()
    for (const problem of list.problems) this.problems.set(problem.uri, problem)
    const wanted = new Set(list.files)
    // A file that was never saved counts, too, where the walk would have taken it.
    for (const uri of this.host.openUris()) if (list.selection.isIncluded(uri)) wanted.add(uri)
    for (const uri of this.mesh.files.keys()) if (!wanted.has(uri)) this.mesh.removeFile(uri)
    for (const uri of wanted) {
      const reading = this.readFile(uri)
      if (reading) await reading
      const pause = this.host.pause()
      if (pause) await pause
    }
  }

  /** Follows files that were made, changed or removed on disk, folders among them. */
  async filesChanged(uris: readonly string[]): Promise<void> {
    if (uris.some((uri) => !isManifestName(nameOf(uri)) && uri !== this.configUri)) return this.load()
    if (uris.includes(this.configUri)) await this.reconfigure()
    for (const uri of uris) if (uri !== this.configUri) await this.refresh(uri)
  }

  /** Reads one file anew: from its open buffer, else from disk; a file that does not count is forgotten. */
  refresh(uri: string): Promise<void> | undefined {
    if (uri === this.configUri) return this.reconfigure()
    const counts = this.selection ? this.selection.isIncluded(uri) : this.host.openText(uri) !== undefined
    if (counts) return this.readFile(uri)
    this.mesh.removeFile(uri)
    return undefined
  }

  private readFile(uri: string): Promise<void> | undefined {
    const open = this.host.openText(uri)
    if (open !== undefined) {
      this.problems.delete(uri)
      this.mesh.setFile(indexFile(uri, open))
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
    } else this.mesh.setFile(indexFile(uri, result.decoded.text))
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

  /** Reads the settings anew, and the files if that changes which of them count. */
  async reconfigure(): Promise<void> {
    const before = JSON.stringify(selectionOptions(this.settings))
    await this.readConfig()
    if (this.selection && before !== JSON.stringify(selectionOptions(this.settings))) await this.load()
  }
}

function selectionOptions(settings: Settings) {
  return { include: settings.include, exclude: settings.exclude, honourGitignore: true }
}
