import type { ServiceEntry } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import type { FileIndex } from '../registry/file-index'
import { type Placed, refOf } from '../registry/placed'
import { listText, sentences } from './call-words'
import { exportFixes, usingNamespaces } from './fixes/export-fixes'
import type { Finding, Rule } from './rule'

/** An entry that leaves `exportTo` out, so that a default of the mesh decides who may use it. */
export const unexportedDefault: Rule = {
  code: 'unexported-default',
  summary: 'A ServiceEntry leaves `exportTo` out: by default every namespace of the mesh may use it.',
  severity: 'hint',
  fixable: true,
  *check(file, mesh) {
    for (const entry of entriesIn(file, mesh)) {
      const range = file.places.resources.get(entry.resource.key)?.paths.get('metadata.name')
      if (!range || entry.resource.exportTo || entry.resource.rejections.length > 0) continue
      yield findingOf(entry, mesh, range)
    }
  },
}

/** Each entry of a file once, however many overlays hold it. */
function entriesIn(file: FileIndex, mesh: Mesh): readonly Placed<ServiceEntry>[] {
  const byKey = new Map<string, Placed<ServiceEntry>>()
  for (const entry of file.facts.resources.some(({ kind }) => kind === 'ServiceEntry')
    ? mesh.resources.serviceEntries
    : []) {
    if (entry.uri === file.uri && !byKey.has(entry.resource.key)) byKey.set(entry.resource.key, entry)
  }
  return [...byKey.values()]
}

function findingOf(entry: Placed<ServiceEntry>, mesh: Mesh, range: Finding['range']): Finding {
  const users = usingNamespaces(entry, mesh)
  const others = users.filter((namespace) => namespace !== entry.namespace)
  const used =
    others.length > 0
      ? `In these files ${listText(others)} use it from outside`
      : 'In these files only its own namespace may need it'
  return {
    range,
    message: sentences(
      `ServiceEntry ${entry.resource.name} leaves exportTo out, so ${whoMayUseIt(mesh)} may use it`,
      used,
      'Say in exportTo who is meant: ["."] for its own namespace, or the namespaces by name',
    ),
    data: { namespace: entry.namespace, name: entry.resource.name, hosts: entry.resource.hosts, usedBy: users },
    fixes: (read) => exportFixes(refOf(entry), mesh, read),
  }
}

function whoMayUseIt(mesh: Mesh): string {
  if (mesh.setup.options.visibility === 'namespace') return 'by the setting visibility only its own namespace'
  const configs = [...mesh.resources.meshConfigs].sort((a, b) => a.resource.rank - b.resource.rank)
  const byDefault = configs.at(-1)?.resource.defaultServiceExportTo
  if (!byDefault || byDefault.includes('*')) return 'every namespace of the mesh'
  return `by the mesh's defaultServiceExportTo (${byDefault.join(', ')}) only some namespaces`
}
