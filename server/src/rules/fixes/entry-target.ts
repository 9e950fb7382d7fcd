import { KUSTOMIZATION_NAMES } from '../../files/manifest-names'
import { joinUri, parentUri, relativePath, resolvePath } from '../../files/uri'
import { isHelmTemplate } from '../../kubernetes/helm'
import type { Mesh } from '../../mesh/mesh'
import { placeResource } from '../../mesh/place-resources'
import { type Placement, placementsOf } from '../../registry/placement'
import type { ReadText } from '../rule'

/** Where a new ServiceEntry will stand. */
export interface EntryTarget {
  readonly uri: string
  readonly isNew: boolean
  /** What `metadata.namespace` says; undefined where the kustomization sets it, or where nothing names one. */
  readonly namespace: string | undefined
  readonly placements: readonly Placement[]
  /** The kustomizations that have to list the new file, with its path as they write it. */
  readonly listedIn: readonly { readonly uri: string; readonly path: string }[]
}

/** For whom a place is sought. */
export interface EntryPlaceRequest {
  /** The entry has to live in exactly these. */
  readonly namespaces: readonly string[]
  /** The namespace is only a guess of ours, so it is not written down. */
  readonly assumed: boolean
  /** The kustomizations whose builds hold the callers. */
  readonly overlays: ReadonlySet<string>
  /** The file beside which the entry stands if nothing else is found: the workload's. */
  readonly beside: string
  /** Name of a new file, without its ending. */
  readonly fileName: string
  /** True if a change that is already planned makes this file. */
  readonly isPlanned: (uri: string) => boolean
}

/**
 * Where an entry belongs: in the file with most ServiceEntries of the namespace; where several have equally many, in a
 * new file of the folder with most; where there are none, in a new file beside the workload. A place is only taken if
 * the entry gets exactly the wanted namespaces there, whatever kustomizations make of it.
 */
export async function findTarget(
  mesh: Mesh,
  request: EntryPlaceRequest,
  read: ReadText,
): Promise<EntryTarget | undefined> {
  const counts = entriesByFile(mesh, request.namespaces)
  const [file] = await mostOf(counts, (uri) => takesDocuments(uri, read))
  const existing = file === undefined ? undefined : existingTarget(mesh, file, request)
  if (existing) return existing
  const byFolder = new Map<string, number>()
  for (const [uri, count] of counts) byFolder.set(parentUri(uri), (byFolder.get(parentUri(uri)) ?? 0) + count)
  const folders = [...byFolder].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([folder]) => folder)
  for (const folder of [...folders.slice(0, 1), parentUri(request.beside)]) {
    const target = await newFileTarget(mesh, folder, request, read)
    if (target) return target
  }
  return undefined
}

function entriesByFile(mesh: Mesh, namespaces: readonly string[]): ReadonlyMap<string, number> {
  const keys = new Map<string, Set<string>>()
  for (const { uri, namespace, resource } of mesh.resources.serviceEntries) {
    if (!namespaces.includes(namespace)) continue
    const known = keys.get(uri)
    if (known) known.add(resource.key)
    else keys.set(uri, new Set([resource.key]))
  }
  return new Map([...keys].map(([uri, found]) => [uri, found.size]))
}

/** The one file that has more than every other; none where the most is shared. */
async function mostOf(
  counts: ReadonlyMap<string, number>,
  fits: (uri: string) => Promise<boolean>,
): Promise<readonly string[]> {
  const most = Math.max(0, ...counts.values())
  const files = [...counts].filter(([, count]) => count === most).map(([uri]) => uri)
  const [only] = files
  return only !== undefined && files.length === 1 && (await fits(only)) ? [only] : []
}

/** A document can be put at the end of a YAML file; one that Helm renders might leave it out. */
async function takesDocuments(uri: string, read: ReadText): Promise<boolean> {
  if (!/\.ya?ml$/i.test(uri)) return false
  const text = await read(uri)
  return text !== undefined && !isHelmTemplate(uri, text)
}

function existingTarget(mesh: Mesh, uri: string, request: EntryPlaceRequest): EntryTarget | undefined {
  const placements = mesh.placementsOfFile(uri)
  const namespace = namespaceToWrite(placements, request)
  return namespace && { uri, isNew: false, placements, listedIn: [], ...namespace }
}

async function newFileTarget(
  mesh: Mesh,
  folder: string,
  request: EntryPlaceRequest,
  read: ReadText,
): Promise<EntryTarget | undefined> {
  const uri = await freeUri(mesh, folder, request, read)
  const listedIn = kustomizationsFor(mesh, folder, request.beside).flatMap((each) => {
    const path = pathFrom(parentUri(each), uri)
    return path === undefined ? [] : [{ uri: each, path }]
  })
  const placements = placementsOfNew(mesh, uri, listedIn)
  const namespace = namespaceToWrite(placements, request)
  return namespace && { uri, isNew: true, placements, listedIn, ...namespace }
}

async function freeUri(mesh: Mesh, folder: string, request: EntryPlaceRequest, read: ReadText): Promise<string> {
  for (let n = 1; ; n++) {
    const uri = joinUri(folder, `${request.fileName}${n === 1 ? '' : `-${n}`}.yaml`)
    if (!mesh.files.has(uri) && !request.isPlanned(uri) && (await read(uri)) === undefined) return uri
  }
}

/** The kustomization of the folder; where there is none, those that list the file beside which the new one stands. */
function kustomizationsFor(mesh: Mesh, folder: string, beside: string): readonly string[] {
  const own = KUSTOMIZATION_NAMES.map((name) => joinUri(folder, name)).find(
    (uri) => mesh.files.get(uri)?.facts.kustomization,
  )
  if (own !== undefined) return [own]
  if (parentUri(beside) !== folder) return []
  return [...mesh.files.values()].flatMap(({ uri, facts }) => {
    const lists = facts.kustomization?.resources.some((path) => resolvePath(parentUri(uri), path) === beside)
    return lists ? [uri] : []
  })
}

function pathFrom(folder: string, uri: string): string | undefined {
  return relativePath(folder, uri)
}

/** Where the new file will live once the kustomizations list it. */
function placementsOfNew(mesh: Mesh, uri: string, listedIn: EntryTarget['listedIn']): readonly Placement[] {
  const paths = new Map(listedIn.map((each) => [each.uri, each.path]))
  const kustomizations = new Map(
    [...mesh.files.values()].flatMap((file) => {
      const { kustomization } = file.facts
      if (!kustomization) return []
      const path = paths.get(file.uri)
      const resources = path === undefined ? kustomization.resources : [...kustomization.resources, path]
      return [[file.uri, { ...kustomization, resources }] as const]
    }),
  )
  return placementsOf(kustomizations, [uri], mesh.setup.placement).get(uri) ?? []
}

/** What `metadata.namespace` must say so that the entry lives where it is wanted; undefined if nothing does that. */
function namespaceToWrite(
  placements: readonly Placement[],
  { namespaces, assumed, overlays }: EntryPlaceRequest,
): { readonly namespace: string | undefined } | undefined {
  if (placements.length === 0 || placements.some(({ role }) => role === 'patch')) return undefined
  const builds = new Set(placements.flatMap(({ overlay }) => overlay ?? []))
  // Callers in several builds: a file that only some of them hold would open the host in those alone.
  if (builds.size > 0 && overlays.size > 1 && [...overlays].some((overlay) => !builds.has(overlay))) return undefined
  const candidates = namespaces.length === 1 && !assumed ? [namespaces[0], undefined] : [undefined]
  for (const namespace of candidates) {
    const lives = new Set(placements.map((placement) => namespaceIn(placement, namespace)))
    if (lives.size === namespaces.length && namespaces.every((each) => lives.has(each))) return { namespace }
  }
  return undefined
}

/** The namespace that an object which says `written` gets. */
function namespaceIn(placement: Placement, written: string | undefined): string {
  const head = {
    key: '',
    apiVersion: '',
    kind: 'ServiceEntry',
    name: '',
    namespace: written,
    labels: {},
    annotations: {},
    creationTimestamp: undefined,
    rejections: [],
  }
  return placeResource(head, '', placement).namespace
}
