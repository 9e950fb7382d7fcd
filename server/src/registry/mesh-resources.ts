import type { DestinationRule } from '../istio/destination-rule'
import type { MeshConfig } from '../istio/mesh-config'
import type { ServiceEntry } from '../istio/service-entry'
import type { Sidecar } from '../istio/sidecar'
import type { VirtualService } from '../istio/virtual-service'
import type { ConfigMap } from '../kubernetes/config-map'
import type { Endpoints } from '../kubernetes/endpoints'
import type { GatewayRoute } from '../kubernetes/gateway-route'
import type { Namespace } from '../kubernetes/namespace'
import type { Service } from '../kubernetes/service'
import type { Workload } from '../kubernetes/workload'
import type { Placed } from './placed'

/** Every resource of one mesh, by kind, each with the namespace that counts; rejected ones included (readers skip them). */
export interface MeshResources {
  readonly serviceEntries: readonly Placed<ServiceEntry>[]
  readonly services: readonly Placed<Service>[]
  readonly sidecars: readonly Placed<Sidecar>[]
  readonly virtualServices: readonly Placed<VirtualService>[]
  readonly destinationRules: readonly Placed<DestinationRule>[]
  readonly meshConfigs: readonly Placed<MeshConfig>[]
  readonly namespaces: readonly Placed<Namespace>[]
  readonly workloads: readonly Placed<Workload>[]
  readonly configMaps: readonly Placed<ConfigMap>[]
  /** Endpoints, EndpointSlices and WorkloadEntries. */
  readonly endpoints: readonly Placed<Endpoints>[]
  /** Routes of the Gateway API; left out where nobody looks at them. */
  readonly gatewayRoutes?: readonly Placed<GatewayRoute>[]
}

/** What people set about a mesh, as the engine takes it. */
export interface MeshOptions {
  /** `auto`: what the mesh configuration says; anything else replaces it. A Sidecar's own policy wins over both. */
  readonly outboundTrafficPolicy: 'auto' | 'REGISTRY_ONLY' | 'ALLOW_ANY'
  /** Fills in where no policy was found, or one that lets everything through. */
  readonly assume: 'REGISTRY_ONLY' | 'ALLOW_ANY' | undefined
  /** `namespace`: a ServiceEntry without `exportTo` counts as `["."]`, and mesh defaults are ignored. */
  readonly visibility: 'istio' | 'namespace'
  readonly istioVersion: string
  readonly knownHosts: readonly KnownHost[]
}

/** A host that is declared where the files can't show it. */
export interface KnownHost {
  readonly host: string
  /** Namespaces that reach it; undefined: all. */
  readonly namespaces: readonly string[] | undefined
  /** Ports it serves; undefined: every port. */
  readonly ports: readonly number[] | undefined
}

export const DEFAULT_MESH_OPTIONS: MeshOptions = {
  outboundTrafficPolicy: 'auto',
  assume: undefined,
  visibility: 'istio',
  istioVersion: '1.32',
  knownHosts: [],
}
