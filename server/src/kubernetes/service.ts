import type { ResourceHead } from './resource'

/** Facts of a Kubernetes Service. */
export interface Service extends ResourceHead {
  readonly kind: 'Service'
  readonly type: string
  readonly clusterIP: string | undefined
  readonly externalName: string | undefined
  readonly selector: Readonly<Record<string, string>>
  readonly ports: readonly ServicePort[]
}

export interface ServicePort {
  readonly number: number
  readonly name: string
  /** The transport: TCP, UDP or SCTP; TCP when left out. */
  readonly protocol: string
  readonly appProtocol: string | undefined
}
