/** A host that a text names, with what the text around it says; offsets in the scanned text. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** As written. */
  readonly host: string
  /** Written with it; `unknown` if a placeholder stands there. */
  readonly port: number | 'unknown' | undefined
  /** The port where none is written and no setting beside it says one. */
  readonly defaultPort: number | null
  readonly protocol: string | null
  readonly tls: boolean | undefined
  /** How it is written: a scheme or a connection string leaves no doubt, a bare name needs its key. */
  readonly form: 'url' | 'connection' | 'host-port' | 'bare'
}
