import { matcherOf } from '../files/globs'
import { relativePath } from '../files/uri'
import type { Kustomization } from '../kubernetes/kustomization'
import { accumulateOverlays } from './accumulate'

/** Where one file's resources live, as one overlay (or the file by itself) has them. */
export interface Placement {
  /**
   * What the kustomizations set: it replaces `metadata.namespace` of every namespaced object, an explicit other one
   * included, as kustomize does. undefined: they set none.
   */
  readonly namespace: string | undefined
  /** From the setting: for objects that name no namespace where no kustomization sets one. */
  readonly fallbackNamespace: string | undefined
  /** URI of the outermost kustomization file whose build holds the file; undefined for a file that none includes. */
  readonly overlay: string | undefined
  /** `patch`: a file that changes resources or gives data; what stands in it is no resource. */
  readonly role: 'resource' | 'patch'
  /** What the build puts before and behind names; `nameIn` says of which. */
  readonly namePrefix: string
  readonly nameSuffix: string
}

/** Kinds whose names kustomize leaves without prefix and suffix. */
const UNAFFIXED: ReadonlySet<string> = new Set(['Namespace', 'CustomResourceDefinition', 'APIService'])

/**
 * The name that an object has where a placement puts it. A Namespace takes the name of the kustomization's `namespace`;
 * others take prefix and suffix. kustomize renames references in the fields it knows (a pod's ConfigMaps, say); hosts in
 * values, and in Istio's objects, stay as written. Source: kustomize's namespace and prefix transformers, by running it.
 */
export function nameIn(placement: Placement, kind: string, name: string): string {
  if (kind === 'Namespace') return placement.namespace ?? name
  return UNAFFIXED.has(kind) ? name : placement.namePrefix + name + placement.nameSuffix
}

export interface PlacementOptions {
  /** False: every file as it stands, whatever kustomizations say. */
  readonly kustomize: boolean
  /** URI of the mesh's folder, without a final slash: the globs below are relative to it. */
  readonly root: string
  /** The setting `namespace`; the first glob that matches counts. */
  readonly namespaceSetting: readonly (readonly [glob: string, namespace: string])[]
}

/**
 * Where every file lives: once for each outermost kustomization that reaches it through folders and components, and by
 * itself if none does. Remote resources (URLs) and files that do not exist give nothing.
 * @param kustomizations by the URI of their file
 * @param files the URIs of all files; each gets at least one placement
 */
export function placementsOf(
  kustomizations: ReadonlyMap<string, Kustomization>,
  files: readonly string[],
  options: PlacementOptions,
): ReadonlyMap<string, readonly Placement[]> {
  const fallback = fallbackNamespaces(options)
  const found = new Map<string, Placement[]>(files.map((uri) => [uri, []]))
  for (const [overlay, included] of accumulateOverlays(options.kustomize ? kustomizations : new Map())) {
    for (const { uri, role, namespace, namePrefix, nameSuffix } of included) {
      const fallbackNamespace = namespace === undefined ? fallback(uri) : undefined
      found.get(uri)?.push({ namespace, fallbackNamespace, overlay, role, namePrefix, nameSuffix })
    }
  }
  for (const [uri, placements] of found) {
    if (placements.length === 0) placements.push(byItself(fallback(uri)))
  }
  return found
}

function byItself(fallbackNamespace: string | undefined): Placement {
  return {
    namespace: undefined,
    fallbackNamespace,
    overlay: undefined,
    role: 'resource',
    namePrefix: '',
    nameSuffix: '',
  }
}

function fallbackNamespaces({ root, namespaceSetting }: PlacementOptions): (uri: string) => string | undefined {
  const rows = namespaceSetting.map(([glob, namespace]) => ({ matches: matcherOf([glob]), namespace }))
  return (uri) => {
    if (rows.length === 0) return undefined
    const path = relativePath(root, uri)
    return path === undefined ? undefined : rows.find((row) => row.matches(path))?.namespace
  }
}
