import type { ServiceEntry } from '../../istio/service-entry'
import type { Mesh } from '../../mesh/mesh'
import type { FileIndex } from '../../registry/file-index'
import { indexFile } from '../../registry/index-file'
import { applyEdits } from '../../text/edit'
import type { ReadText } from '../rule'
import { Draft } from './draft'
import type { Fix } from './fix'
import { doesHarm } from './harm'

/** One host of a ServiceEntry that is to be written in another way. */
export interface HostChange {
  readonly file: FileIndex
  /** Key of the entry. */
  readonly key: string
  /** Where the host stands: `spec.hosts[0]`. */
  readonly path: string
  readonly from: string
  readonly to: string
  readonly preferred: boolean
}

/**
 * Writes a host of an entry in another way, if that harms no call of the mesh, the entry does not have it already, and the
 * file then says just that.
 */
export async function hostFix(
  { file, key, path, from, to, preferred }: HostChange,
  mesh: Mesh,
  read: ReadText,
): Promise<readonly Fix[]> {
  const entry = entryIn(file, key)
  const range = file.places.resources.get(key)?.paths.get(path)
  const text = await read(file.uri)
  if (!entry || !range || text === undefined || entry.hosts.includes(to)) return []
  const hosts = entry.hosts.map((host) => (host === from ? to : host))
  const draft = new Draft(mesh, read)
  const ref = { uri: file.uri, key, kind: 'ServiceEntry' }
  draft.change(ref, (resource) => ('resolution' in resource ? { ...resource, hosts } : resource), '', 'everywhere')
  if (doesHarm(draft)) return []
  const edits = [{ range, newText: text.slice(range.start, range.end).replace(from, to) }]
  const after = entryIn(indexFile(file.uri, applyEdits(text, edits)), key)
  if (!after || after.rejections.length > 0 || after.hosts.join() !== hosts.join()) return []
  return [{ title: `Write ${to}`, preferred, changes: [{ kind: 'edit', uri: file.uri, edits }] }]
}

function entryIn(file: FileIndex, key: string): ServiceEntry | undefined {
  return file.facts.resources.find(
    (resource): resource is ServiceEntry => resource.kind === 'ServiceEntry' && resource.key === key,
  )
}
