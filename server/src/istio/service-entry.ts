import type { ResourceHead } from '../kubernetes/resource'

export type Resolution = 'NONE' | 'STATIC' | 'DNS' | 'DNS_ROUND_ROBIN' | 'DYNAMIC_DNS'

export interface ServiceEntryPort {
  readonly number: number
  readonly name: string
  /** As written; empty when left out. */
  readonly protocol: string
  readonly targetPort: number | undefined
}

/** Facts of a ServiceEntry. Source: Istio's reference page "Service Entry". */
export interface ServiceEntry extends ResourceHead {
  readonly kind: 'ServiceEntry'
  readonly hosts: readonly string[]
  readonly addresses: readonly string[]
  readonly ports: readonly ServiceEntryPort[]
  readonly resolution: Resolution
  readonly location: string | undefined
  /** As written; undefined when left out (an empty list counts as left out). */
  readonly exportTo: readonly string[] | undefined
  readonly endpoints: readonly ServiceEntryEndpoint[]
  readonly workloadSelector: Readonly<Record<string, string>> | undefined
}

export interface ServiceEntryEndpoint {
  readonly address: string
  /** The network in which it lies: such an endpoint needs no address. */
  readonly network?: string | undefined
  /** Its own ports, by the names of the entry's ports. */
  readonly ports?: Readonly<Record<string, number>>
  readonly labels: Readonly<Record<string, string>>
}
