import type { Labels } from '../istio/label-selector'
import type { Sidecar } from '../istio/sidecar'
import type { TieOrder } from '../registry/ages'
import { indexDestinationRules } from '../registry/destination-rule-index'
import type { MeshOptions, MeshResources } from '../registry/mesh-resources'
import type { Placed } from '../registry/placed'
import { createServiceRegistry, type ServiceRegistry } from '../registry/service-registry'
import { createSidecarScope, indexSidecars, type SidecarFor, type SidecarScope } from '../registry/sidecar-scope'
import { indexVirtualServices } from '../registry/virtual-service-index'
import type { Caller } from './egress-verdict'
import { createEnvoy, type Envoy } from './envoy'
import { clusterName } from './envoy-config'
import { outboundTrafficPolicy } from './outbound-traffic-policy'

/** Everything that istiod would push to the sidecars of a mesh, made when it is asked for and kept. */
export interface MeshModel {
  readonly registry: ServiceRegistry
  readonly sidecarFor: SidecarFor
  /** The sidecar of a caller. Callers whose labels make no difference share one. */
  envoyFor(caller: Caller): Envoy
  /** Equal for callers that get equal answers. */
  callerKey(caller: Caller): string
}

export function createMeshModel(resources: MeshResources, options: MeshOptions, ties: TieOrder): MeshModel {
  const registry = createServiceRegistry(resources, options, ties)
  const sidecarFor = indexSidecars(resources, registry, ties)
  const virtualServices = indexVirtualServices(resources, registry, ties)
  const destinationRuleFor = indexDestinationRules(resources, registry, ties)
  const scopes = new Map<string, SidecarScope>()
  const envoys = new Map<string, Envoy>()
  const keys = labelsThatMatter(resources)
  const callerKey = ({ namespace, labels }: Caller) =>
    JSON.stringify([namespace, keys.flatMap((key) => (labels[key] === undefined ? [] : [key, labels[key]]))])
  const scopeFor = ({ namespace, labels }: Caller): SidecarScope => {
    const sidecar = sidecarFor(namespace, labels)
    const key = JSON.stringify([namespace, identityOf(sidecar)])
    const known = scopes.get(key)
    if (known) return known
    const scope = createSidecarScope(namespace, sidecar, registry, virtualServices)
    scopes.set(key, scope)
    return scope
  }
  const createEnvoyFor = (caller: Caller): Envoy => {
    const scope = scopeFor(caller)
    const { mode } = outboundTrafficPolicy(scope.sidecar, registry.settings, options)
    return createEnvoy({
      namespace: caller.namespace,
      labels: caller.labels,
      scope,
      registry,
      destinationRuleFor,
      mode,
      egressProxyCluster: mode === 'REGISTRY_ONLY' ? undefined : egressProxyCluster(scope.sidecar),
    })
  }
  return {
    registry,
    sidecarFor,
    callerKey,
    envoyFor: (caller) => {
      const key = callerKey(caller)
      const known = envoys.get(key)
      if (known) return known
      const envoy = createEnvoyFor(caller)
      envoys.set(key, envoy)
      return envoy
    },
  }
}

function identityOf(sidecar: Placed<Sidecar> | undefined): readonly string[] {
  return sidecar ? [sidecar.uri, sidecar.resource.key, sidecar.namespace, sidecar.resource.name] : []
}

function egressProxyCluster(sidecar: Placed<Sidecar> | undefined): string | undefined {
  const proxy = sidecar?.resource.outboundTrafficPolicy?.egressProxy
  return proxy && clusterName(proxy.host, proxy.port ?? 0, proxy.subset)
}

/** The labels of callers that some selector looks at, sorted. */
function labelsThatMatter({ sidecars, virtualServices, destinationRules }: MeshResources): readonly string[] {
  const keys = new Set<string>()
  const take = (labels: Labels | undefined) => {
    for (const key of Object.keys(labels ?? {})) keys.add(key)
  }
  for (const { resource } of [...sidecars, ...destinationRules]) take(resource.workloadSelector)
  for (const { resource } of virtualServices) {
    for (const route of [...resource.http, ...resource.tls, ...resource.tcp])
      for (const match of route.match) take(match.sourceLabels)
  }
  return [...keys].sort()
}
