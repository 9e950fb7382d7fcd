import type { ServiceEntry } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import { placeResource } from '../mesh/place-resources'
import type { FileIndex } from '../registry/file-index'
import { type Placed, refOf } from '../registry/placed'
import { sentences } from './call-words'
import { exportFixes } from './fixes/export-fixes'
import type { Finding, Rule } from './rule'

const EVERYBODY = 'every namespace of the mesh'

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

/** Each entry of a file once, however many overlays hold it; none of a file that is only a patch. */
function entriesIn(file: FileIndex, mesh: Mesh): readonly Placed<ServiceEntry>[] {
  const placement = mesh.placementsOfFile(file.uri).find(({ role }) => role === 'resource')
  if (!placement) return []
  return file.facts.resources.flatMap((resource) =>
    resource.kind === 'ServiceEntry' && !('role' in resource) ? placeResource(resource, file.uri, placement) : [],
  )
}

function findingOf(entry: Placed<ServiceEntry>, mesh: Mesh, range: Finding['range']): Finding {
  const who = whoMayUseIt(mesh)
  return {
    range,
    message: sentences(
      `ServiceEntry ${entry.resource.name} leaves exportTo out, so ${who} may use it`,
      who === EVERYBODY ? 'Namespaces that come to rely on it break when somebody narrows it later' : undefined,
      'Say in exportTo who is meant: ["."] for its own namespace, the namespaces by name, or ["*"]',
    ),
    data: { namespace: entry.namespace, name: entry.resource.name, hosts: entry.resource.hosts },
    fixes: (read) => exportFixes(refOf(entry), mesh, read),
  }
}

function whoMayUseIt(mesh: Mesh): string {
  if (mesh.setup.options.visibility === 'namespace') return 'by the setting visibility only its own namespace'
  const configs = [...mesh.resources.meshConfigs].sort((a, b) => a.resource.rank - b.resource.rank)
  const byDefault = configs.at(-1)?.resource.defaultServiceExportTo
  if (!byDefault || byDefault.includes('*')) return EVERYBODY
  return `by the mesh's defaultServiceExportTo (${byDefault.join(', ')}) only some namespaces`
}
