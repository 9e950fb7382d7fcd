import type { ServiceEntry } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { refText, sentences } from './call-words'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** An entry that opens nothing, because no workload has it. */
export const unreachableEntry: Rule = {
  code: 'unreachable-entry',
  summary: 'A ServiceEntry that no workload has: it is exported to nobody, or in no scope of any Sidecar.',
  severity: 'information',
  fixable: false,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('ServiceEntry', file, mesh)) {
      const [first] = placed
      const causes = placed.map((each) => causeOf(each, mesh))
      const [cause] = causes
      // One overlay in which it is reached is enough.
      if (!first || !cause || causes.includes(undefined)) continue
      const name = refText(refOf(first))
      yield {
        range: place(cause === 'hidden' && resource.exportTo ? 'spec.exportTo[0]' : 'spec.hosts[0]'),
        message: sentences(
          cause === 'hidden' ? `${name} is exported to nobody` : `${name} is in no Sidecar's scope`,
          cause === 'hidden'
            ? hiddenWhy(resource)
            : 'The Sidecars in force where it is visible import neither its namespace nor its hosts, and no VirtualService that they import routes to it',
          'For every sidecar its hosts are as if nobody had declared them; gateways, which no Sidecar resource limits, are not looked at here',
          cause === 'hidden'
            ? 'Name in exportTo who is meant, or remove the entry'
            : `Add ${first.namespace}/${resource.hosts[0] ?? '*'} to the egress hosts of the Sidecars that need it, or remove the entry`,
        ),
        data: { namespace: first.namespace, name: resource.name, hosts: resource.hosts, cause },
      }
    }
  },
}

/** `hidden`: no namespace may see it; `not-imported`: none that may see it imports it. */
function causeOf(placed: Placed<ServiceEntry>, mesh: Mesh): 'hidden' | 'not-imported' | undefined {
  const { declarations } = mesh.engine
  const audience = declarations.audienceOf(refOf(placed))
  if (audience === undefined) return undefined
  if (audience.length === 0) return 'hidden'
  return declarations.isInSomeScope(refOf(placed)) ? undefined : 'not-imported'
}

function hiddenWhy({ exportTo }: ServiceEntry): string {
  if (exportTo?.includes('~')) return 'exportTo says "~", which hides it even from its own namespace'
  return "The mesh's serviceEntryVisibility or defaultServiceExportTo leaves nobody of those whom it names"
}
