import type { ConfigMap } from '../kubernetes/config-map'
import type { Endpoints } from '../kubernetes/endpoints'
import type { GatewayRoute } from '../kubernetes/gateway-route'
import type { Namespace } from '../kubernetes/namespace'
import type { Service } from '../kubernetes/service'
import type { Workload } from '../kubernetes/workload'
import type { DestinationRule } from './destination-rule'
import type { MeshConfig } from './mesh-config'
import type { ServiceEntry } from './service-entry'
import type { Sidecar } from './sidecar'
import type { VirtualService } from './virtual-service'

/** The resources whose facts decide about egress. */
export type Resource =
  | ServiceEntry
  | Sidecar
  | VirtualService
  | DestinationRule
  | MeshConfig
  | Service
  | Workload
  | ConfigMap
  | Namespace
  | Endpoints
  | GatewayRoute
