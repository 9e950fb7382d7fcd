import type { Via } from '../destination'
import type { FoundHost } from '../find-in-setting'

/** A host with the place within its resource at which its value stands. */
export interface LocatedHost {
  readonly found: FoundHost
  /** Such as `spec.template.spec.containers[0].env[2].value`, `data.app.yaml`. */
  readonly path: string
  readonly via: Via
  /** Of a ConfigMap or Secret the key of its data; of a workload the container. */
  readonly key: string | undefined
}
