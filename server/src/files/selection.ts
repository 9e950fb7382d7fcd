import ignore, { type Ignore } from 'ignore'
import { matcherOf } from './globs'
import { isManifestName } from './manifest-names'
import { relativePath } from './uri'

/** Which files of a folder are read. Globs are relative to the folder. */
export interface SelectionOptions {
  /** Only what these match; none: everything. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  readonly honourGitignore: boolean
}

/** Folders below the root this deep are still read. */
export const MAX_DEPTH = 40

/** Folders that tools fill for themselves. */
const TOOL_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  '__pycache__',
  '.git',
  '.hg',
  '.svn',
  '.jj',
  '.cache',
  '.direnv',
  '.gradle',
  '.idea',
  '.m2',
  '.next',
  '.nuxt',
  '.npm',
  '.nx',
  '.parcel-cache',
  '.pnpm-store',
  '.pytest_cache',
  '.terraform',
  '.terragrunt-cache',
  '.tox',
  '.turbo',
  '.venv',
  '.vs',
  '.vscode',
  '.vscode-server',
  '.vscode-test',
  '.yarn',
])

/**
 * Decides which folders of a root are entered and which files are taken. The walk feeds it the `.gitignore` files and
 * links that it meets; afterwards it answers for a single file what the walk would have said.
 */
export class FileSelection {
  private readonly isExcluded: (path: string) => boolean
  private readonly isIncludedByGlob: (path: string) => boolean
  private readonly gitignores = new Map<string, Ignore>()
  private readonly skipped = new Set<string>()

  /** @param root the folder's URI, as `normalizeUri` writes it */
  constructor(
    readonly root: string,
    readonly options: SelectionOptions,
  ) {
    this.isExcluded = matcherOf(options.exclude)
    this.isIncludedByGlob = options.include.length === 0 ? () => true : matcherOf(options.include)
  }

  /** Takes the text of a `.gitignore` into account, or forgets the one it had of that folder (`text` undefined). */
  setGitignore(folder: string, text: string | undefined): void {
    const path = relativePath(this.root, folder)
    if (path === undefined || !this.options.honourGitignore) return
    if (text === undefined) this.gitignores.delete(path)
    else this.gitignores.set(path, ignore({ ignorecase: false }).add(text))
  }

  /** Leaves out a link: what it leads to is read elsewhere, or nowhere. */
  skip(uri: string): void {
    const path = relativePath(this.root, uri)
    if (path !== undefined) this.skipped.add(path)
  }

  /** True if the walk enters this folder, given that it entered those above. */
  entersFolder(path: string, name: string, depth: number): boolean {
    if (path === '') return true
    if (depth > MAX_DEPTH || TOOL_FOLDERS.has(name) || this.skipped.has(path)) return false
    return !this.isExcluded(path) && !this.isGitignored(path, true)
  }

  /** True if the walk takes this file, given that it entered the folders above. */
  takesFile(path: string, name: string): boolean {
    if (!isManifestName(name) || this.skipped.has(path)) return false
    return this.isIncludedByGlob(path) && !this.isExcluded(path) && !this.isGitignored(path, false)
  }

  /**
   * What the walk would decide about one file, from the `.gitignore` files and links that are known.
   * @param uri as `normalizeUri` writes it; a file outside the root is not included
   */
  isIncluded(uri: string): boolean {
    const path = relativePath(this.root, uri)
    if (path === undefined || path === '') return false
    const names = path.split('/')
    let folder = ''
    for (const [depth, name] of names.slice(0, -1).entries()) {
      folder = folder === '' ? name : `${folder}/${name}`
      if (!this.entersFolder(folder, name, depth + 1)) return false
    }
    return this.takesFile(path, names.at(-1) ?? '')
  }

  /** Git's rule: the deepest `.gitignore` that says anything about a path decides. */
  private isGitignored(path: string, isFolder: boolean): boolean {
    if (this.gitignores.size === 0) return false
    for (let end = path.lastIndexOf('/'); ; end = path.lastIndexOf('/', end - 1)) {
      const folder = end === -1 ? '' : path.slice(0, end)
      const rules = this.gitignores.get(folder)
      if (rules) {
        const inside = path.slice(end + 1)
        const said = rules.test(isFolder ? `${inside}/` : inside)
        if (said.ignored) return true
        if (said.unignored) return false
      }
      if (end <= 0) return false
    }
  }
}
