import type { PlacedRef } from '../registry/placed'

/** What Envoy does with a call; the words of the contract. */
export type Outcome = 'registered' | 'captured' | 'passthrough' | 'blocked' | 'error' | 'bypassed' | 'unknown'

/**
 * Why a call is not `registered`: which finding it gets.
 * `none` where nothing is wrong; `undeclared` where nobody names the host.
 */
export type Cause =
  | 'none'
  | 'undeclared'
  | 'not-exported'
  | 'outside-sidecar-scope'
  | 'port-not-registered'
  | 'protocol-mismatch'
  | 'captured'
  | 'broken-route'

export interface Caller {
  readonly namespace: string
  readonly labels: Readonly<Record<string, string>>
}

/** One call as the workload makes it. */
export interface Call {
  readonly host: string
  /** null: any port of the host will do. */
  readonly port: number | null
  /** On the wire: `http`, `http2`, `grpc`, `https`, `tls`, `grpcs`, anything else is plain TCP. null: by port (80 http, 443 https, else tcp). */
  readonly protocol: string | null
  /** What DNS gives the application. */
  readonly address?: string
  /**
   * Where `address` is left out: DNS gives what a visible declaration of the host says under `addresses`. Otherwise the
   * address is taken as unknown, so that it belongs to no declaration.
   */
  readonly addressAsDeclared?: boolean
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly sni?: string
}

/** One step of the way, in Istio's terms, and the resource that decided it. */
export interface Step {
  readonly text: string
  readonly at: PlacedRef | undefined
}

/** The policy that decides about what nobody registered, and where it is set. */
export interface PolicyInForce {
  readonly mode: 'REGISTRY_ONLY' | 'ALLOW_ANY' | 'ALLOW_ANY_DYNAMIC_DNS'
  /** undefined: Istio's default, or the setting `outboundTrafficPolicy`. */
  readonly source: PlacedRef | undefined
  readonly from: 'default' | 'setting' | 'assumed' | 'mesh' | 'sidecar'
}

export interface EgressVerdict {
  readonly outcome: Outcome
  readonly cause: Cause
  /** Envoy's cluster name, or "" for block_all, 404, redirects and loopback. */
  readonly cluster: string
  /** Age decides and the files do not say it. */
  readonly ambiguous: boolean
  /** One sentence: what happens and why. */
  readonly reason: string
  /** What a person will see: "HTTP 502 from block_all", "connection reset" …; empty if the call works. */
  readonly symptom: string
  readonly steps: readonly Step[]
  /** The Service or ServiceEntry that serves (or captures) the call. */
  readonly entry: PlacedRef | undefined
  /** The VirtualService that sent it there. */
  readonly via: PlacedRef | undefined
  readonly policy: PolicyInForce
  /** The Sidecar in force for the caller. */
  readonly sidecar: PlacedRef | undefined
  /** Declarations of this host that do not serve the call: hidden, not imported, another port or protocol. Nearest first. */
  readonly nearMisses: readonly PlacedRef[]
}
