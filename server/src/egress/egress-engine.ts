import type { MeshOptions, MeshResources } from '../registry/mesh-resources'
import type { PlacedRef } from '../registry/placed'
import type { DeclarationFacts } from './declaration-facts'
import type { Call, Caller, EgressVerdict, PolicyInForce } from './egress-verdict'

/** Answers what becomes of calls in one mesh. Pure: equal resources and options give equal answers. */
export interface EgressEngine {
  verdict(caller: Caller, call: Call): EgressVerdict
  policyFor(caller: Caller): PolicyInForce
  /** The Sidecar in force for a caller; undefined: none, everything visible is imported. */
  sidecarFor(caller: Caller): PlacedRef | undefined
  /** Everything the caller can reach by the registry, sorted by host. */
  servicesFor(caller: Caller): readonly ReachableService[]
  /** Every declaration of a host that covers `host`, visible or not, exact ones first. */
  declarationsOf(host: string): readonly Declaration[]
  /** What becomes of declarations, for rules on Istio's objects. */
  readonly declarations: DeclarationFacts
}

export interface ReachableService {
  readonly host: string
  readonly ports: readonly { readonly number: number; readonly name: string; readonly protocol: string }[]
  readonly resolution: string
  readonly entry: PlacedRef
}

export interface Declaration {
  /** As declared; may be a wildcard. */
  readonly host: string
  readonly entry: PlacedRef
  readonly ports: readonly { readonly number: number; readonly protocol: string }[]
  /** Effective; `*`, namespaces. `.` is resolved. */
  readonly exportedTo: readonly string[]
}

export type CreateEgressEngine = (resources: MeshResources, options: MeshOptions) => EgressEngine
