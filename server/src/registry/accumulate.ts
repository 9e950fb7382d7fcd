import { KUSTOMIZATION_NAMES } from '../files/manifest-names'
import { joinUri, parentUri, resolvePath } from '../files/uri'
import type { Kustomization } from '../kubernetes/kustomization'

/** A file as one kustomization's build holds it, with everything that the build does to namespaces and names. */
export interface Included {
  readonly uri: string
  readonly role: 'resource' | 'patch'
  readonly namespace: string | undefined
  readonly namePrefix: string
  readonly nameSuffix: string
}

/** Kustomizations inside kustomizations are followed this deep. */
const MAX_NESTING = 100
/** More files than this in one build are left out: nobody deploys them, a loop of prefixes makes them. */
const MAX_FILES = 50_000

/**
 * What the build of every outermost kustomization holds, by that kustomization's URI. Follows kustomize's order:
 * resources first (each folder built by itself), then the components, which change all that was gathered so far, then
 * the kustomization's own namespace and affixes. Circles end where they close; of kustomizations that include each
 * other in a circle, the first by URI counts as the outermost.
 */
export function accumulateOverlays(
  kustomizations: ReadonlyMap<string, Kustomization>,
): ReadonlyMap<string, readonly Included[]> {
  const builder = new Builder(kustomizations)
  return new Map(outermostOf(kustomizations, builder).map((uri) => [uri, builder.build(uri, [])]))
}

function outermostOf(kustomizations: ReadonlyMap<string, Kustomization>, builder: Builder): readonly string[] {
  const uris = [...kustomizations.keys()].sort()
  const included = new Set(uris.flatMap((uri) => builder.kustomizationsIn(uri)))
  const reached = new Set<string>()
  const outermost: string[] = []
  const free = uris.filter((uri) => !included.has(uri))
  for (const uri of [...free, ...uris]) {
    if (reached.has(uri)) continue
    outermost.push(uri)
    const waiting = [uri]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue
      reached.add(next)
      waiting.push(...builder.kustomizationsIn(next))
    }
  }
  return outermost.sort()
}

class Builder {
  private readonly byFolder = new Map<string, string>()
  private readonly built = new Map<string, readonly Included[]>()
  private readonly active = new Set<string>()

  constructor(private readonly kustomizations: ReadonlyMap<string, Kustomization>) {
    for (const uri of kustomizations.keys()) {
      const folder = parentUri(uri)
      const named = KUSTOMIZATION_NAMES.map((name) => joinUri(folder, name)).find((known) => kustomizations.has(known))
      if (named !== undefined) this.byFolder.set(folder, named)
    }
  }

  /** The kustomizations that one includes by folder, components among them. */
  kustomizationsIn(uri: string): readonly string[] {
    const kustomization = this.kustomizations.get(uri)
    if (!kustomization) return []
    const paths = [...kustomization.resources, ...kustomization.components]
    return paths.map((path) => this.folderAt(uri, path)).filter((found) => found !== undefined)
  }

  /**
   * What a kustomization makes of itself and of `before`.
   * @param before what the including kustomization has gathered, where this one is a component; else nothing
   */
  build(uri: string, before: readonly Included[]): readonly Included[] {
    const known = before.length === 0 ? this.built.get(uri) : undefined
    if (known) return known
    const kustomization = this.kustomizations.get(uri)
    if (!kustomization || this.active.has(uri) || this.active.size >= MAX_NESTING) return before
    this.active.add(uri)
    let gathered = [...before, ...kustomization.resources.flatMap((path) => this.resource(uri, path))]
    for (const path of kustomization.components) {
      const component = this.folderAt(uri, path)
      if (component !== undefined) gathered = [...this.build(component, gathered)]
    }
    gathered.push(...kustomization.patches.flatMap((path) => fileAt(uri, path, 'patch')))
    this.active.delete(uri)
    const result = distinct(gathered.map((file) => change(file, kustomization)))
    if (before.length === 0) this.built.set(uri, result)
    return result
  }

  private resource(uri: string, path: string): readonly Included[] {
    const folder = this.folderAt(uri, path)
    return folder === undefined ? fileAt(uri, path, 'resource') : this.build(folder, [])
  }

  private folderAt(uri: string, path: string): string | undefined {
    const target = resolvePath(parentUri(uri), path)
    return target === undefined ? undefined : this.byFolder.get(target)
  }
}

function fileAt(uri: string, path: string, role: Included['role']): readonly Included[] {
  const target = resolvePath(parentUri(uri), path)
  return target === undefined ? [] : [{ uri: target, role, namespace: undefined, namePrefix: '', nameSuffix: '' }]
}

function change(file: Included, kustomization: Kustomization): Included {
  const { namespace, namePrefix = '', nameSuffix = '' } = kustomization
  if (namespace === undefined && namePrefix === '' && nameSuffix === '') return file
  return {
    uri: file.uri,
    role: file.role,
    namespace: namespace ?? file.namespace,
    namePrefix: namePrefix + file.namePrefix,
    nameSuffix: file.nameSuffix + nameSuffix,
  }
}

function distinct(files: readonly Included[]): readonly Included[] {
  const byIdentity = new Map<string, Included>()
  for (const file of files) {
    const { uri, role, namespace, namePrefix, nameSuffix } = file
    byIdentity.set(JSON.stringify([uri, role, namespace, namePrefix, nameSuffix]), file)
    if (byIdentity.size >= MAX_FILES) break
  }
  return [...byIdentity.values()]
}
