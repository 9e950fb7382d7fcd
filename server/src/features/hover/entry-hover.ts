import type { ServiceEntry } from '../../istio/service-entry'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import { type Placed, refOf } from '../../registry/placed'
import { code, plain } from '../markdown'
import type { LinkTo } from './destination-hover'

/** More users than this are counted, not listed. */
const LISTED = 8

/** Who may use a ServiceEntry and who does. */
export function entryHover(entry: Placed<ServiceEntry>, mesh: Mesh, linkTo: LinkTo): string {
  const { resource } = entry
  const title = `**ServiceEntry** ${code(`${entry.namespace}/${resource.name}`)}`
  if (resource.rejections.length > 0) {
    return `${title}\n\nThe API server or istiod refuses this object, so it opens nothing: ${resource.rejections.map(({ message }) => plain(message)).join(' ')}`
  }
  const ref = refOf(entry)
  const declared = resource.hosts.flatMap((host) =>
    mesh.engine.declarationsOf(host).filter((each) => each.entry.uri === ref.uri && each.entry.key === ref.key),
  )
  const namespaces = [...new Set(declared.flatMap((each) => each.exportedTo))]
  return [title, whoMay(namespaces, resource.exportTo === undefined), whoDoes(mesh.usersOf(ref), linkTo)].join('\n\n')
}

function whoMay(namespaces: readonly string[], isDefault: boolean): string {
  if (namespaces.includes('*')) {
    const because = isDefault ? `, because ${code('exportTo')} is left out` : ''
    return `May be used by every namespace of the mesh${because}. A Sidecar can still leave it out.`
  }
  if (namespaces.length === 0) return 'May be used by nobody: its `exportTo` hides it.'
  return `May be used by ${namespaces.map(code).join(', ')} only.`
}

function whoDoes(users: readonly JudgedCall[], linkTo: LinkTo): string {
  const callers = new Map<string, string>()
  for (const { workload, namespace, destination } of users) {
    const who = workload ? linkTo(workload) : 'a configuration that no workload uses'
    callers.set(`${namespace} ${who}`, `- ${who} in ${code(namespace)} calls ${code(destination.host)}`)
  }
  if (callers.size === 0) return 'Nothing in these files calls its hosts.'
  const lines = [...callers.values()]
  const more = lines.length > LISTED ? [`- and ${lines.length - LISTED} more`] : []
  return ['Used by:', ...lines.slice(0, LISTED), ...more].join('\n')
}
