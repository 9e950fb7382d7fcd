import { fullyQualifiedHost } from '../istio/host-name'
import type { RouteDestination, VirtualService } from '../istio/virtual-service'
import type { Mesh } from '../mesh/mesh'
import type { Placed, PlacedRef } from '../registry/placed'
import { refText, sentences } from './call-words'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** A route to a subset that nobody defines for those who follow it. */
export const missingSubset: Rule = {
  code: 'missing-subset',
  summary: 'A VirtualService routes to a subset that no DestinationRule visible to its callers defines: 503.',
  severity: 'warning',
  istio: ['IST0101'],
  kiali: ['KIA1107'],
  fixable: false,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('VirtualService', file, mesh)) {
      if (resource.rejections.length > 0) continue
      for (const { path, destination } of destinationsOf(resource)) {
        const { subset } = destination
        if (subset === undefined) continue
        const misses = placed.map((each) => missOf(each, destination, subset, mesh))
        const [miss] = misses
        if (!miss || misses.includes(undefined)) continue
        yield {
          range: place(`${path}.subset`),
          message: sentences(
            `No DestinationRule that counts here defines subset ${subset} of ${miss.host}`,
            'istiod then makes no cluster for it, so Envoy answers 503 to what this route takes, and closes connections that are not HTTP',
            miss.elsewhere
              ? `${refText(miss.elsewhere)} defines it, but is not visible in namespace ${miss.namespace}, or another rule comes before it: export it, or put the subset where the rule that counts stands`
              : `Define the subset in a DestinationRule for ${miss.host}, or route without one`,
          ),
          related: miss.elsewhere ? [{ at: miss.elsewhere, message: `${refText(miss.elsewhere)} defines it.` }] : [],
          data: { host: miss.host, subset },
        }
      }
    }
  },
}

interface Miss {
  readonly host: string
  readonly namespace: string
  /** A rule that defines it, but not for these callers. */
  readonly elsewhere: PlacedRef | undefined
}

/** undefined where the subset is there, or where the files cannot say who looks for it. */
function missOf(
  { resource, namespace }: Placed<VirtualService>,
  destination: RouteDestination,
  subset: string,
  mesh: Mesh,
): Miss | undefined {
  const { declarations } = mesh.engine
  const host = fullyQualifiedHost(destination.host, namespace)
  const known = declarations.subsetsFor({ namespace, labels: {} }, host)
  if (!known || known.includes(subset)) return undefined
  const rules = declarations.rulesWithSubset(host, subset)
  const [elsewhere] = rules
  const isForGateways = resource.gateways.length > 0 && !resource.gateways.includes('mesh')
  // A gateway looks from its own namespace, and a rule with a selector counts for some callers: neither is seen here.
  if (elsewhere && (isForGateways || rules.some(({ isSelective }) => isSelective))) return undefined
  return { host, namespace, elsewhere: elsewhere?.rule }
}

interface DestinationAt {
  readonly path: string
  readonly destination: RouteDestination
}

function destinationsOf({ http, tls, tcp }: VirtualService): readonly DestinationAt[] {
  const routes = { http, tls, tcp }
  return (['http', 'tls', 'tcp'] as const).flatMap((kind) =>
    routes[kind].flatMap((route, index) =>
      route.route.map((destination, i) => ({ path: `spec.${kind}[${index}].route[${i}].destination`, destination })),
    ),
  )
}
