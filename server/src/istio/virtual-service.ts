import type { ResourceHead } from '../kubernetes/resource'

/** Facts of a VirtualService. Source: Istio's reference page "Virtual Service". */
export interface VirtualService extends ResourceHead {
  readonly kind: 'VirtualService'
  /** As written; empty for a delegate. */
  readonly hosts: readonly string[]
  /** As written; empty means the sidecars (`mesh`). */
  readonly gateways: readonly string[]
  /** As written; undefined when left out (an empty list counts as left out). */
  readonly exportTo: readonly string[] | undefined
  readonly http: readonly HttpRoute[]
  readonly tls: readonly TlsRoute[]
  readonly tcp: readonly TcpRoute[]
}

/** A host, and what of it, that a route sends to. */
export interface RouteDestination {
  readonly host: string
  readonly port: number | undefined
  readonly subset: string | undefined
  /** 0 when left out. */
  readonly weight: number
}

export interface HttpRoute {
  readonly name: string
  /** Empty: every request. */
  readonly match: readonly HttpMatch[]
  readonly route: readonly RouteDestination[]
  readonly redirect: boolean
  readonly directResponse: boolean
  readonly delegate: { readonly name: string; readonly namespace: string | undefined } | undefined
  /** `mirror` and `mirrors`. */
  readonly mirrors: readonly RouteDestination[]
}

export interface StringMatch {
  readonly type: 'exact' | 'prefix' | 'regex' | 'present'
  readonly value: string
}

export interface HttpMatch {
  readonly uri: StringMatch | undefined
  readonly ignoreUriCase: boolean
  readonly method: StringMatch | undefined
  readonly scheme: StringMatch | undefined
  readonly authority: StringMatch | undefined
  readonly headers: Readonly<Record<string, StringMatch>>
  readonly withoutHeaders: Readonly<Record<string, StringMatch>>
  readonly queryParams: Readonly<Record<string, StringMatch>>
  readonly port: number | undefined
  readonly sourceLabels: Readonly<Record<string, string>>
  readonly sourceNamespace: string | undefined
  /** Empty: those of the VirtualService. */
  readonly gateways: readonly string[]
}

export interface TlsRoute {
  readonly match: readonly L4Match[]
  readonly route: readonly RouteDestination[]
}

export interface TcpRoute {
  readonly match: readonly L4Match[]
  readonly route: readonly RouteDestination[]
}

/** A match of a `tls` or `tcp` route; `sniHosts` only of `tls`. */
export interface L4Match {
  readonly sniHosts: readonly string[]
  readonly destinationSubnets: readonly string[]
  readonly port: number | undefined
  readonly sourceLabels: Readonly<Record<string, string>>
  readonly sourceNamespace: string | undefined
  readonly gateways: readonly string[]
}
