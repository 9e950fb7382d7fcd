import { decode, withoutMark } from './files/decode'
import type { FileSystem } from './files/file-system'
import { normalizeUri, parentUri, relativePath } from './files/uri'
import type { SettingsSources } from './settings/read-settings'
import { type FolderScope, WorkspaceFolder } from './workspace-folder'

/**
 * The files of an editor's or command's workspace: root folders, open buffers, events. Each root folder is a mesh.
 * Calls that read files are carried out one after another, in the order in which they were made.
 */
export class Workspace {
  private readonly byRoot = new Map<string, WorkspaceFolder>()
  private readonly open = new Map<string, string>()
  private queue: Promise<void> = Promise.resolve()

  /**
   * @param settingsOf settings from flags or the editor for the folder with this URI; the config file is read here
   * @param pause see `FolderHost`
   */
  constructor(
    private readonly fs: FileSystem,
    private readonly settingsOf: (root: string) => SettingsSources,
    private readonly pause: () => Promise<void> | undefined = () => undefined,
  ) {}

  get folders(): Iterable<WorkspaceFolder> {
    return this.byRoot.values()
  }

  /**
   * Takes a folder in at once and reads it as soon as `settingsKnown` settles; settles when it is read. Files inside that
   * were open on their own belong to it from now on.
   */
  addFolder(scope: FolderScope, settingsKnown: Promise<void> = Promise.resolve()): Promise<void> {
    for (const { scope: other } of [...this.byRoot.values()]) {
      if (other.isLoose && relativePath(scope.root, other.root) !== undefined) this.byRoot.delete(other.root)
    }
    const folder = this.folderFor(scope)
    return this.enqueue(async () => {
      await settingsKnown
      await folder.load()
    })
  }

  removeFolder(uri: string): void {
    this.byRoot.delete(normalizeUri(uri))
  }

  /** The innermost folder that holds a file. */
  folderOf(uri: string): WorkspaceFolder | undefined {
    let best: WorkspaceFolder | undefined
    for (const folder of this.byRoot.values()) {
      if (relativePath(folder.root, uri) === undefined) continue
      if (!best || folder.root.length > best.root.length) best = folder
    }
    return best
  }

  /** An editor opened a file or changed its text; from now on the disk does not count for it. */
  setOpen(uri: string, text: string): Promise<void> | undefined {
    const file = normalizeUri(uri)
    this.open.set(file, withoutMark(text))
    const folder = this.folderOf(file) ?? this.folderFor(looseScope(file))
    // The config file decides about every other file, so a reading that is under way has to end first.
    return file === folder.configUri ? this.enqueue(() => folder.reconfigure()) : folder.refresh(file)
  }

  /** An editor closed a file: the disk counts again. */
  setClosed(uri: string): Promise<void> {
    const file = normalizeUri(uri)
    this.open.delete(file)
    return this.enqueue(async () => this.folderOf(file)?.refresh(file))
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri)
  }

  /** Files or folders were made, changed or removed on disk. */
  filesChanged(uris: readonly string[]): Promise<void> {
    const byFolder = new Map<WorkspaceFolder, string[]>()
    for (const uri of uris.map(normalizeUri)) {
      const folder = this.folderOf(uri)
      if (folder) byFolder.set(folder, [...(byFolder.get(folder) ?? []), uri])
    }
    return this.enqueue(async () => {
      for (const [folder, changed] of byFolder) await folder.filesChanged(changed)
    })
  }

  /** Settings from flags or the editor changed. */
  settingsChanged(): Promise<void> {
    return this.enqueue(async () => {
      for (const folder of this.byRoot.values()) await folder.reconfigure()
    })
  }

  /** Settles when everything that was asked for so far is read. */
  settled(): Promise<void> {
    return this.queue
  }

  /** The text of a file as it is now, open buffers first; undefined if it cannot be read. */
  async text(uri: string): Promise<string | undefined> {
    const open = this.open.get(uri)
    if (open !== undefined) return open
    try {
      const result = decode(uri, await this.fs.readFile(uri))
      return 'decoded' in result ? result.decoded.text : undefined
    } catch {
      return undefined
    }
  }

  private folderFor(scope: FolderScope): WorkspaceFolder {
    const known = this.byRoot.get(scope.root)
    if (known) return known
    const folder = new WorkspaceFolder(scope, {
      fs: this.fs,
      openText: (file) => this.open.get(file),
      openUris: () => this.open.keys(),
      sources: () => this.settingsOf(scope.root),
      pause: this.pause,
    })
    this.byRoot.set(scope.root, folder)
    return folder
  }

  private enqueue(work: () => Promise<void>): Promise<void> {
    const result = this.queue.then(work)
    this.queue = result.catch(() => undefined)
    return result
  }
}

function looseScope(file: string): FolderScope {
  const root = parentUri(file)
  return { root, name: root, isLoose: true }
}
