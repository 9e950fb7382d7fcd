import type { ServiceEntry } from '../../istio/service-entry'
import type { Mesh } from '../../mesh/mesh'
import type { ReadText } from '../rule'
import { Draft } from './draft'
import type { Fix } from './fix'
import { doesHarm } from './harm'
import { type WordChange, wordFix } from './word-fix'

/** Writes a host of an entry in another way, if that harms no call of the mesh and the entry does not have it already. */
export async function hostFix(change: WordChange, mesh: Mesh, read: ReadText): Promise<readonly Fix[]> {
  const { file, key, from, to } = change
  const entry = file.facts.resources.find(
    (resource): resource is ServiceEntry => resource.kind === 'ServiceEntry' && resource.key === key,
  )
  if (!entry || entry.hosts.includes(to)) return []
  const hosts = entry.hosts.map((host) => (host === from ? to : host))
  const draft = new Draft(mesh, read)
  const ref = { uri: file.uri, key, kind: 'ServiceEntry' }
  draft.change(ref, (resource) => ('resolution' in resource ? { ...resource, hosts } : resource), '', 'everywhere')
  if (doesHarm(draft)) return []
  return wordFix(change, read, (after) => 'hosts' in after && after.hosts.join() === hosts.join())
}
