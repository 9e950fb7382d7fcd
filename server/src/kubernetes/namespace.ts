import type { ResourceHead } from './resource'

/** Facts of a Namespace: its labels are what selectors and injection look at. */
export interface Namespace extends ResourceHead {
  readonly kind: 'Namespace'
}
