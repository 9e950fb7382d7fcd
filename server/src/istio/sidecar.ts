import type { ResourceHead } from '../kubernetes/resource'

export type OutboundMode = 'REGISTRY_ONLY' | 'ALLOW_ANY' | 'ALLOW_ANY_DYNAMIC_DNS'

export interface SidecarEgressListener {
  readonly port: { readonly number: number; readonly name: string; readonly protocol: string } | undefined
  readonly bind: string | undefined
  readonly captureMode: string | undefined
  /** `namespace/dnsName` as written. */
  readonly hosts: readonly string[]
}

/** Facts of a Sidecar. Source: Istio's reference page "Sidecar". */
export interface Sidecar extends ResourceHead {
  readonly kind: 'Sidecar'
  /** undefined when there is no selector or an empty one. */
  readonly workloadSelector: Readonly<Record<string, string>> | undefined
  /** undefined when `egress` is left out: everything visible is imported. */
  readonly egress: readonly SidecarEgressListener[] | undefined
  /** undefined when the field is left out; an empty `{}` has mode REGISTRY_ONLY and `implicit` set. */
  readonly outboundTrafficPolicy: SidecarOutboundPolicy | undefined
}

export interface SidecarOutboundPolicy {
  readonly mode: OutboundMode
  /** No mode is written: the empty value of the enum is REGISTRY_ONLY. */
  readonly implicit: boolean
  readonly egressProxy:
    | { readonly host: string; readonly port: number | undefined; readonly subset: string | undefined }
    | undefined
}
