import { decode } from './decode'
import { type DirEntry, type FileSystem, type MaybePromise, type ReadProblem, readProblemOf } from './file-system'
import { FileSelection, MAX_DEPTH, type SelectionOptions } from './selection'
import { joinUri } from './uri'

/** What a walk found. */
export interface ManifestList {
  /** Normalized URIs of the YAML and JSON files, sorted. */
  readonly files: readonly string[]
  /** Folders and links that could not be read; the rest was. */
  readonly problems: readonly ReadProblem[]
  /** Answers for single files what this walk would decide. */
  readonly selection: FileSelection
}

/**
 * Every file of a folder that may hold manifests: `.yaml`, `.yml`, `.json` and `Kustomization`, without what `.gitignore`
 * files, `exclude` and the folders of tools leave out. Links are followed once; a link to what is read anyway is not.
 * Never rejects.
 * @param root the folder's URI, as `normalizeUri` writes it
 */
export async function listManifests(fs: FileSystem, root: string, options: SelectionOptions): Promise<ManifestList> {
  const walk = new Walk(fs, new FileSelection(root, options))
  await walk.start(root)
  while (await walk.step()) {}
  walk.files.sort()
  return { files: walk.files, problems: walk.problems, selection: walk.selection }
}

interface Folder {
  readonly uri: string
  /** Relative to the root, with `/`. */
  readonly path: string
  /** The URI behind all links. */
  readonly real: string
  /** The root's is 0. */
  readonly depth: number
}

interface Link {
  readonly in: Folder
  readonly name: string
}

class Walk {
  readonly files: string[] = []
  readonly problems: ReadProblem[] = []
  readonly pending: Folder[] = []
  /** Links wait until no plain folder is left, so that a file is found under its own path first. */
  readonly links: Link[] = []
  /** Real URIs of folders, and of files that were found. */
  readonly visited = new Set<string>()

  constructor(
    readonly fs: FileSystem,
    readonly selection: FileSelection,
  ) {}

  /** Begins with the root, whose real path may fail: then reading it fails too and says why. */
  async start(root: string): Promise<void> {
    let real = root
    try {
      real = (await this.fs.realPath?.(root)) ?? root
    } catch {}
    this.visited.add(real)
    this.pending.push({ uri: root, path: '', real, depth: 0 })
  }

  /** Reads the next folder or link; false when nothing is left. */
  async step(): Promise<boolean> {
    const folder = this.pending.pop()
    if (folder) await this.readFolder(folder)
    else {
      const link = this.links.shift()
      if (!link) return false
      await this.follow(link)
    }
    return true
  }

  private async readFolder(folder: Folder): Promise<void> {
    const answer = this.attempt(folder.uri, () => this.fs.readDirectory(folder.uri))
    const entries = answer instanceof Promise ? await answer : answer
    if (!entries) return
    if (this.selection.options.honourGitignore && entries.some(isGitignore)) await this.readGitignore(folder)
    for (const entry of entries) {
      if (entry.kind === 'link') this.links.push({ in: folder, name: entry.name })
      else if (entry.kind !== 'other') this.take(folder, entry.name, entry.kind)
    }
  }

  private async readGitignore(folder: Folder): Promise<void> {
    const uri = joinUri(folder.uri, '.gitignore')
    const answer = this.attempt(uri, () => this.fs.readFile(uri))
    const bytes = answer instanceof Promise ? await answer : answer
    const result = bytes && decode(uri, bytes)
    if (result && 'decoded' in result) this.selection.setGitignore(folder.uri, result.decoded.text)
  }

  private take(folder: Folder, name: string, kind: 'file' | 'directory', linked?: string): void {
    const path = pathIn(folder, name)
    const uri = joinUri(folder.uri, name)
    const real = linked ?? (folder.real === folder.uri ? uri : joinUri(folder.real, name))
    if (kind === 'file') {
      if (!this.selection.takesFile(path, name)) return
      if (this.isFirst(real, uri)) this.files.push(uri)
      return
    }
    const depth = folder.depth + 1
    if (!this.selection.entersFolder(path, name, depth)) {
      if (depth > MAX_DEPTH) this.problems.push(tooDeep(uri))
      return
    }
    if (this.isFirst(real, uri)) this.pending.push({ uri, path, real, depth })
  }

  /** False for what was met before under another path; the selection then knows that this path is not read. */
  private isFirst(real: string, uri: string): boolean {
    if (this.visited.has(real)) {
      this.selection.skip(uri)
      return false
    }
    this.visited.add(real)
    return true
  }

  /** A link counts as what it leads to, unless that is read already. */
  private async follow(link: Link): Promise<void> {
    const uri = joinUri(link.in.uri, link.name)
    const path = pathIn(link.in, link.name)
    const isWanted =
      this.selection.takesFile(path, link.name) || this.selection.entersFolder(path, link.name, link.in.depth + 1)
    const { stat, realPath } = this.fs
    if (!isWanted || !stat || !realPath) {
      this.selection.skip(uri)
      return
    }
    const kind = await this.attempt(uri, () => stat.call(this.fs, uri))
    const real = kind && (await this.attempt(uri, () => realPath.call(this.fs, uri)))
    if (!real || kind === 'other' || kind === 'link') {
      this.selection.skip(uri)
      return
    }
    this.take(link.in, link.name, kind, real)
  }

  /** The answer of the file system; a failure is noted and gives undefined. */
  private attempt<T>(uri: string, ask: () => MaybePromise<T>): MaybePromise<T | undefined> {
    const failed = (error: unknown) => void this.problems.push(readProblemOf(uri, error))
    try {
      const answer = ask()
      return answer instanceof Promise ? answer.catch(failed) : answer
    } catch (error) {
      failed(error)
      return undefined
    }
  }
}

function isGitignore(entry: DirEntry): boolean {
  return entry.name === '.gitignore' && entry.kind === 'file'
}

function pathIn(folder: Folder, name: string): string {
  return folder.path === '' ? name : `${folder.path}/${name}`
}

function tooDeep(uri: string): ReadProblem {
  const message = `It lies more than ${MAX_DEPTH} folders deep and was left out. Open a folder further down, or exclude it.`
  return { uri, reason: 'too-deep', message }
}
