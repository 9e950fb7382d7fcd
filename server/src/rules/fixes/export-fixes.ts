import type { ServiceEntry } from '../../istio/service-entry'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import type { Placed, PlacedRef } from '../../registry/placed'
import { refOf } from '../../registry/placed'
import type { CallTrouble } from '../call-trouble'
import { refText } from '../call-words'
import type { ReadText } from '../rule'
import { declareAnew } from './call-fixes'
import { Draft } from './draft'
import { isAccepted } from './entry-facts'
import type { Fix } from './fix'
import { doesHarm } from './harm'
import { renderDraft } from './render-draft'

/** The namespaces whose calls an entry serves, sorted; its own among them if it calls. */
function usingNamespaces(entry: Placed<ServiceEntry>, mesh: Mesh): readonly string[] {
  const calls = mesh.usersOf(refOf(entry)).filter(({ outcome }) => outcome === 'registered')
  return [...new Set(calls.map(({ namespace }) => namespace))].sort()
}

/**
 * Ways to say in an entry who may use it: those who do so in these files, or everybody. Neither is preferred, because
 * these files may not show every user.
 */
export async function exportFixes(ref: PlacedRef, mesh: Mesh, read: ReadText): Promise<readonly Fix[]> {
  const entry = mesh.resources.serviceEntries.find(({ uri, resource }) => uri === ref.uri && resource.key === ref.key)
  if (!entry || entry.resource.exportTo) return []
  const fixes: Fix[] = []
  for (const exportTo of [exportListFor(entry, mesh), ['*']]) {
    const fix = await writeExport(entry, exportTo, mesh, read)
    if (fix) fixes.push(fix)
  }
  return fixes
}

/** Ways out of a loan: the lender names the borrowers, or the host is declared where it is called. */
export async function borrowedFixes(
  calls: readonly [JudgedCall, ...JudgedCall[]],
  mesh: Mesh,
  read: ReadText,
): Promise<readonly Fix[]> {
  const { entry } = calls[0].verdict
  const [named] = entry ? await exportFixes(entry, mesh, read) : []
  const destination = [...mesh.destinationsIn(calls[0].uri)].find(({ fact }) => fact.id === calls[0].destination.id)
  if (!destination) return named ? [named] : []
  const draft = new Draft(mesh, read)
  const trouble: CallTrouble = { code: 'not-exported', destination, calls }
  const own = (await declareAnew(trouble, draft)) ? await renderDraft(draft, draft.title(), false) : undefined
  return [named, own].filter((fix) => fix !== undefined)
}

/** `.` and the other namespaces that use the entry; for an entry of several overlays `.` stands for each of them. */
function exportListFor(entry: Placed<ServiceEntry>, mesh: Mesh): readonly string[] {
  const homes = new Set(
    mesh.resources.serviceEntries
      .filter(({ uri, resource }) => uri === entry.uri && resource.key === entry.resource.key)
      .map(({ namespace }) => namespace),
  )
  return ['.', ...usingNamespaces(entry, mesh).filter((namespace) => !homes.has(namespace))]
}

async function writeExport(
  entry: Placed<ServiceEntry>,
  exportTo: readonly string[],
  mesh: Mesh,
  read: ReadText,
): Promise<Fix | undefined> {
  if (!isAccepted({ ...entry.resource, exportTo })) return undefined
  const draft = new Draft(mesh, read)
  const title = `Write exportTo: [${exportTo.map((each) => JSON.stringify(each)).join(', ')}] in ${refText(refOf(entry))}`
  draft.change(refOf(entry), (resource) => ({ ...resource, exportTo }), title, 'everywhere')
  return doesHarm(draft) ? undefined : renderDraft(draft, title, false)
}
