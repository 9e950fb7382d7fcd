import type { Caller, EgressVerdict } from '../egress/egress-verdict'
import { serviceHost } from '../istio/host-name'
import type { MeshConfig } from '../istio/mesh-config'
import type { CaptureDefaults } from '../kubernetes/traffic-capture'
import type { MeshResources } from '../registry/mesh-resources'
import { meshConfigSources } from '../registry/mesh-settings'
import type { Placed } from '../registry/placed'

/** What the mesh says about redirection for pods that say nothing: the sources that speak of it, the last one first. */
export function captureDefaults(resources: MeshResources): CaptureDefaults {
  const said = meshConfigSources(resources).filter(({ resource }) => resource.rejections.length === 0)
  const interceptionMode = said.at(-1)?.resource.interceptionMode
  // Lists stand in a chart's values, beside the mesh configuration, so another source of that does not replace them.
  const lists = said.findLast(({ resource }) => resource.captureLists !== undefined)?.resource.captureLists
  return { interceptionMode, ...(lists ? { lists } : {}) }
}

/** Why a verdict may not hold, although the call passes the sidecar; undefined if nothing speaks against it. */
export type Doubt = (verdict: EgressVerdict, host: string, caller: Caller) => string | undefined

/** Things that the engine does not judge: several control planes, and routes of the Gateway API. */
export function createDoubt(resources: MeshResources): Doubt {
  const byRevision = configsByRevision(resources)
  const namespaces = new Map(resources.namespaces.map(({ resource }) => [resource.name, resource.labels]))
  const routed = routedHosts(resources)
  return (verdict, host, { namespace, labels }) => {
    const revision = labels[REVISION] ?? namespaces.get(namespace)?.[REVISION]
    return revisionDoubt(verdict, revision, byRevision) ?? routeDoubt(verdict, namesOf(host, namespace), routed)
  }
}

const REVISION = 'istio.io/rev'

/** istiod of revision `canary` reads the ConfigMap `istio-canary`. */
function configsByRevision(resources: MeshResources): ReadonlyMap<string, Placed<MeshConfig>> {
  const found = new Map<string, Placed<MeshConfig>>()
  for (const placed of meshConfigSources(resources)) {
    const { source, name } = placed.resource
    if (source === 'config-map') found.set(name === 'istio' ? 'default' : name.slice('istio-'.length), placed)
  }
  return found
}

/** The verdict rests on the policy of one control plane, and the caller has another one. */
function revisionDoubt(
  { outcome, policy }: EgressVerdict,
  revision: string | undefined,
  byRevision: ReadonlyMap<string, Placed<MeshConfig>>,
): string | undefined {
  if (outcome !== 'blocked' || policy.from !== 'mesh' || revision === undefined) return undefined
  const own = byRevision.get(revision)
  if (!own || own.resource.outboundTrafficPolicy?.mode === policy.mode) return undefined
  if (own.uri === policy.source?.uri && own.resource.key === policy.source.key) return undefined
  return `The pod belongs to revision ${revision}, whose own ConfigMap ${own.resource.name} sets another outbound policy than the one that is judged here.`
}

/** The hosts of everything that a Gateway API route is attached to, and the route. */
function routedHosts({ gatewayRoutes = [], serviceEntries }: MeshResources): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  if (gatewayRoutes.length === 0) return found
  const entries = new Map(serviceEntries.map(({ resource, namespace }) => [`${namespace}/${resource.name}`, resource]))
  for (const { resource, namespace } of gatewayRoutes) {
    for (const parent of resource.parents) {
      const home = parent.namespace ?? namespace
      const isService = parent.kind === 'Service'
      const hosts = isService ? [serviceHost(parent.name, home)] : entries.get(`${home}/${parent.name}`)?.hosts
      for (const host of hosts ?? []) found.set(host.toLowerCase(), `${resource.kind} ${namespace}/${resource.name}`)
    }
  }
  return found
}

/** What a called name may mean in a namespace. */
function namesOf(host: string, namespace: string): readonly string[] {
  return [host, serviceHost(host, namespace), `${host}.svc.cluster.local`, `${host}.cluster.local`]
}

/** Such a route may send the call elsewhere, or answer it; what nobody registered it cannot open. */
function routeDoubt(
  { outcome }: EgressVerdict,
  names: readonly string[],
  routed: ReadonlyMap<string, string>,
): string | undefined {
  if (outcome !== 'error' && outcome !== 'captured') return undefined
  const route = names.map((name) => routed.get(name)).find((each) => each !== undefined)
  if (route === undefined) return undefined
  return `${route} of the Gateway API routes the host, and such routes are not judged here.`
}
