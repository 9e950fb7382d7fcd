import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { relativePath } from '../../files/uri'
import { LanguageService } from '../../language-service'
import type { PlacedRef } from '../../registry/placed'
import { positionAt } from '../../text/line-starts'
import { Workspace } from '../../workspace'
import type { FolderScope, WorkspaceFolder } from '../../workspace-folder'
import { nodeFiles, uriOf } from '../node-files'
import { type CommandCall, stringOption } from './command'
import { note } from './output'
import { UsageError } from './usage-error'

/** A workspace as a command sees it: one mesh, read from disk. */
export interface LoadedWorkspace {
  readonly service: LanguageService
  readonly folder: WorkspaceFolder
  /** The path that is shown for a file: relative to the first PATH folder, with `/`. */
  pathOf(uri: string): string
  /** The URI behind a shown path; undefined if it is none of ours. */
  uriOf(path: string): string | undefined
  /** The 1-based line on which a reference stands, and its file's shown path; undefined if the file is gone. */
  placeOf(ref: PlacedRef): { readonly file: string; readonly line: number } | undefined
}

/** Reads the folders and files that a command names; the current folder if it names none. */
export async function loadWorkspace(call: CommandCall, paths = call.positionals): Promise<LoadedWorkspace> {
  const scope = scopeOf(paths.length > 0 ? paths : ['.'], stringOption(call, 'config'))
  const workspace = new Workspace(nodeFiles, () => ({ cli: settingsOf(call) }))
  const service = new LanguageService(workspace, { rulePage: () => undefined, report: note })
  await workspace.addFolder(scope)
  const folder = workspace.folderOf(scope.root)
  if (!folder) throw new Error(`The folder ${scope.root} was not taken in.`)
  refuseBadSettings(folder, call)
  const pathOf = (uri: string) => relativePath(scope.root, uri) ?? uri
  const byPath = new Map(service.reportableFiles(folder).map((uri) => [pathOf(uri), uri]))
  return {
    service,
    folder,
    pathOf,
    uriOf: (path) => byPath.get(path),
    placeOf(ref) {
      const place = folder.mesh.placeOf(ref)
      const lineStarts = folder.mesh.files.get(ref.uri)?.places.lineStarts
      if (!place || !lineStarts) return undefined
      return { file: pathOf(ref.uri), line: positionAt(lineStarts, place.range.start).line + 1 }
    },
  }
}

function scopeOf(paths: readonly string[], config: string | undefined): FolderScope {
  const found = paths.map((path) => {
    const absolute = resolve(path)
    try {
      const isDirectory = statSync(absolute).isDirectory()
      if (isDirectory) nodeFiles.readDirectory(uriOf(absolute))
      else accessSync(absolute, constants.R_OK)
      return { absolute, isDirectory }
    } catch (error) {
      throw new UsageError(cannotRead(path, error))
    }
  })
  const folder = found.find(({ isDirectory }) => isDirectory)?.absolute ?? dirname(found[0]?.absolute ?? resolve('.'))
  if (config !== undefined && !existsSync(config)) {
    throw new UsageError(`--config ${config} does not exist. Name a file with settings, or leave the option out.`)
  }
  return {
    root: uriOf(folder),
    name: basename(folder),
    paths: found.map(({ absolute, isDirectory }) => ({
      uri: uriOf(absolute),
      kind: isDirectory ? 'directory' : 'file',
    })),
    ...(config === undefined ? {} : { configUri: uriOf(resolve(config)) }),
  }
}

function cannotRead(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return `${path} does not exist. Name a folder or file with manifests.`
  if (code === 'EACCES' || code === 'EPERM') return `${path} may not be read. Give yourself read permission.`
  return `${path} cannot be read (${error instanceof Error ? error.message : String(error)}).`
}

/** The settings that the flags of a call stand for. */
function settingsOf(call: CommandCall): Readonly<Record<string, unknown>> {
  const settings: Record<string, unknown> = {}
  const policy = stringOption(call, 'outbound-traffic-policy')
  if (policy !== undefined) settings.outboundTrafficPolicy = policy
  for (const name of ['assume', 'visibility']) {
    const value = stringOption(call, name)
    if (value !== undefined) settings[name] = value
  }
  if (call.options['no-kustomize'] === true) settings.kustomize = false
  if (call.options['no-helm'] === true) settings.helm = false
  return settings
}

/** A config file with mistakes would give answers that nobody asked for: better none. */
function refuseBadSettings(folder: WorkspaceFolder, call: CommandCall): void {
  const problem = folder.configProblems[0]
  if (!problem) return
  const file = stringOption(call, 'config') ?? '.istio-egress.yaml'
  const line = folder.configText?.slice(0, problem.range?.start ?? 0).split('\n').length ?? 1
  throw new UsageError(`${file}:${line}: ${problem.message}`)
}
