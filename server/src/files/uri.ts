import { URI } from 'vscode-uri'

/** Characters that no URI writer escapes. */
const PLAIN = /^[\w.~/-]*$/

/**
 * The one spelling of a URI that every map here uses: escapes and drive letters as VS Code writes them, no final slash.
 * Text that is no URI comes back as it is.
 */
export function normalizeUri(uri: string): string {
  try {
    const written = URI.parse(uri).toString()
    return written.endsWith('/') && !written.endsWith(':///') ? written.slice(0, -1) : written
  } catch {
    return uri
  }
}

/** The URI of `name` in a folder; `name` is one plain name or a path with `/`, not escaped. */
export function joinUri(folder: string, name: string): string {
  const base = folder.endsWith('/') ? folder : `${folder}/`
  return base + escapePath(name)
}

/** The URI of the folder that holds `uri`; of a root itself, the root. */
export function parentUri(uri: string): string {
  const rootEnd = pathStart(uri)
  const slash = uri.lastIndexOf('/')
  return slash > rootEnd ? uri.slice(0, slash) : uri.slice(0, rootEnd + 1)
}

/** The last part of a URI's path, escapes undone. */
export function nameOf(uri: string): string {
  return unescapePath(uri.slice(uri.lastIndexOf('/') + 1))
}

/**
 * The path from a folder down to `uri`, escapes undone, with `/`; empty for the folder itself, undefined for anything
 * that does not lie in it.
 */
export function relativePath(folder: string, uri: string): string | undefined {
  if (uri === folder) return ''
  const base = folder.endsWith('/') ? folder : `${folder}/`
  return uri.startsWith(base) ? unescapePath(uri.slice(base.length)) : undefined
}

/**
 * The URI that a relative path such as `../base/app.yaml` means, seen from a folder; undefined for what is no local
 * path: absolute ones, URLs, and those that climb above the root.
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (path === '' || path.startsWith('/') || path.includes('://') || path.includes('\n')) return undefined
  const rootEnd = pathStart(folder)
  const parts = folder
    .slice(rootEnd + 1)
    .split('/')
    .filter(Boolean)
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(escapePath(part))
    else if (parts.pop() === undefined) return undefined
  }
  return `${folder.slice(0, rootEnd)}/${parts.join('/')}`
}

/** Where the path of a URI begins: the offset of its first slash behind `scheme://authority`. */
function pathStart(uri: string): number {
  const authority = uri.indexOf('://')
  if (authority === -1) return Math.max(uri.indexOf('/'), 0)
  const slash = uri.indexOf('/', authority + 3)
  return slash === -1 ? uri.length : slash
}

function escapePath(path: string): string {
  if (PLAIN.test(path)) return path
  return URI.from({ scheme: 'file', path: `/${path}` })
    .toString()
    .slice('file:///'.length)
}

function unescapePath(path: string): string {
  if (!path.includes('%')) return path
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
