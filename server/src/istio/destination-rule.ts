import type { ResourceHead } from '../kubernetes/resource'

/** Facts of a DestinationRule. Source: Istio's reference page "Destination Rule". */
export interface DestinationRule extends ResourceHead {
  readonly kind: 'DestinationRule'
  readonly host: string
  readonly subsets: readonly Subset[]
  /** As written; undefined when left out (an empty list counts as left out). */
  readonly exportTo: readonly string[] | undefined
  /** undefined when there is no selector or an empty one. */
  readonly workloadSelector: Readonly<Record<string, string>> | undefined
  /** `tls.mode` of `trafficPolicy` and of its `portLevelSettings` (by port number): who originates TLS. */
  readonly tlsMode: string | undefined
  readonly portTlsModes: readonly { readonly port: number; readonly mode: string }[]
}

export interface Subset {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}
