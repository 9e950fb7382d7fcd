import type { Range } from '../text/range'

/** How the value that names the host reaches the caller. */
export type Via = 'env' | 'arg' | 'configmap' | 'secret' | 'externalName' | 'crd-field'

export type Confidence = 'high' | 'medium' | 'low'

/** A host that one file names as something to call: facts of that file alone, without offsets. */
export interface DestinationFact {
  /** Stays the same while its text stands at the same place of its resource: `resource key|path|n-th of the value`. */
  readonly id: string
  /** Key of the resource of the same file in which it stands: a workload, ConfigMap, Secret, Service … */
  readonly resource: string
  /** Lower case, without brackets or a final dot. */
  readonly host: string
  readonly port: number | null
  /** Istio's name (HTTP, HTTPS, TLS, TCP, GRPC, MONGO, MYSQL, REDIS …) or null when it cannot be known. */
  readonly protocol: string | null
  readonly via: Via
  readonly confidence: Confidence
  /** Of a ConfigMap or Secret: the key of its data; of a workload: the container. */
  readonly key: string | undefined
  /** Parts of the host are not in the text itself: base64 or `$(VAR)`. */
  readonly derived: boolean
  /** Only the key's name or the port suggests the protocol: no scheme and no setting beside it says so. */
  readonly protocolGuessed?: true
  /**
   * A bare name whose own key does not say that it is an address: a destination only for a workload that takes it
   * under a variable whose name says so. Without such a workload it is to be left out.
   */
  readonly needsVariable?: true
}

/** A destination with the place of its host text: offsets in the file's text. */
export interface FoundDestination {
  readonly fact: DestinationFact
  readonly range: Range
}
