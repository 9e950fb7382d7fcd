import type { Mesh } from '../../mesh/mesh'
import type { PlacedRef } from '../../registry/placed'
import { type Range, touches } from '../../text/range'
import { type FieldAt, fieldAt, openTree } from '../document'
import { fieldDocumentation } from '../field-docs'
import { code } from '../markdown'
import { destinationHover, type LinkTo } from './destination-hover'
import { entryHover } from './entry-hover'
import { policyHover } from './policy-hover'

/** Markdown about what stands at an offset, and the text that it speaks of. */
export interface HoverText {
  readonly range: Range
  readonly markdown: string
}

/**
 * What there is to say about `offset` (UTF-16, 0-based) of a file of the mesh: the verdict of a host, who uses an entry,
 * the policy in force, the documentation of a field. undefined where there is nothing to say.
 */
export function hover(mesh: Mesh, uri: string, text: string, offset: number, linkTo: LinkTo): HoverText | undefined {
  const destinations = mesh.destinationsIn(uri).filter(({ range }) => touches(range, offset))
  const tree = openTree(uri, text)
  const field = fieldAt(tree, offset)
  const parts = destinations.map((destination) => destinationHover(destination, linkTo))
  const embedded = embeddedPolicy(mesh, uri, offset, linkTo)
  if (embedded) parts.push(embedded.markdown)
  else if (field) parts.push(...aboutField(mesh, uri, field, linkTo))
  const range = destinations[0]?.range ?? embedded?.range ?? field?.at.range
  if (parts.length === 0 || !range) return undefined
  return { range, markdown: parts.join('\n\n---\n\n') }
}

function aboutField(mesh: Mesh, uri: string, field: FieldAt, linkTo: LinkTo): readonly string[] {
  const { resource, path } = field
  const parts: string[] = []
  const [first, second] = path
  if (
    resource.head.kind === 'ServiceEntry' &&
    (path.at(-1) === 'kind' || path.join('.') === 'metadata.name' || second === 'hosts')
  ) {
    for (const entry of mesh.resources.serviceEntries) {
      if (entry.uri === uri && entry.resource.key === resource.head.key) parts.push(entryHover(entry, mesh, linkTo))
    }
  }
  if (path.includes('outboundTrafficPolicy')) parts.push(...policies(mesh, uri, resource.head.key, linkTo))
  const documentation = first === undefined ? undefined : fieldDocumentation(resource.head.kind, path)
  if (documentation) parts.push(documentation)
  return parts
}

/** The mode of a mesh configuration that stands in the text of a ConfigMap: no field of the object's own. */
function embeddedPolicy(mesh: Mesh, uri: string, offset: number, linkTo: LinkTo): HoverText | undefined {
  const policy = mesh.engine.policyFor({ namespace: '', labels: {} })
  const place = policy.source?.kind === 'ConfigMap' ? mesh.placeOf(policy.source) : undefined
  if (place?.uri !== uri || !touches(place.range, offset)) return undefined
  const documentation = fieldDocumentation('MeshConfig', ['outboundTrafficPolicy', 'mode'])
  const parts = [policyHover(policy, undefined, linkTo), documentation ?? '']
  return { range: place.range, markdown: parts.filter(Boolean).join('\n\n---\n\n') }
}

/** The policy for the namespaces that a Sidecar speaks for, or for the mesh. */
function policies(mesh: Mesh, uri: string, key: string, linkTo: LinkTo): readonly string[] {
  const sidecars = mesh.resources.sidecars.filter((each) => each.uri === uri && each.resource.key === key)
  if (sidecars.length > 0) {
    return sidecars.map(({ namespace, resource }) =>
      policyHover(mesh.engine.policyFor({ namespace, labels: resource.workloadSelector ?? {} }), namespace, linkTo),
    )
  }
  // A namespace that no file speaks of has no Sidecar of its own: what holds for it holds for the mesh.
  return [policyHover(mesh.engine.policyFor({ namespace: '', labels: {} }), undefined, linkTo)]
}

/** `Kind namespace/name`, as text for people. */
export function nameOf(ref: PlacedRef): string {
  return code(`${ref.kind} ${ref.namespace ? `${ref.namespace}/` : ''}${ref.name}`)
}
