/** Why a call does not pass the sidecar, or may not. */
export interface Bypass {
  /** In words: one sentence. */
  readonly reason: string
  /** False: the files cannot tell. */
  readonly certain: boolean
}

/** One outbound call. */
export interface OutboundCall {
  /** Only an address can be held against a range; a name may lead anywhere. */
  readonly host: string
  /** null if it is not known. */
  readonly port: number | null
}
