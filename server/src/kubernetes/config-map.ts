import type { ResourceHead } from './resource'

/** A ConfigMap or Secret: only which keys it has; what its values name stands in the file's destinations. */
export interface ConfigMap extends ResourceHead {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly keys: readonly string[]
}
