import type { ResourceHead } from './resource'

/** An object that has a pod template (or is a Pod): who calls. */
export interface Workload extends ResourceHead {
  readonly role: 'workload'
  readonly podLabels: Readonly<Record<string, string>>
  readonly podAnnotations: Readonly<Record<string, string>>
  readonly hostNetwork: boolean
  /** runAsUser of the pod or of all its containers, where one is set. */
  readonly runAsUser: number | undefined
  /** What it takes from ConfigMaps and Secrets of its namespace. */
  readonly consumes: readonly ConfigReference[]
}

/** One use of a ConfigMap or Secret by a workload. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  /** The keys it takes; undefined means all of them. */
  readonly keys: readonly string[] | undefined
  readonly through: 'env' | 'envFrom' | 'volume'
  /** Of `env`: the variable's name, which says what the value means. */
  readonly variable: string | undefined
  /** Of `envFrom`: the prefix put before each key. */
  readonly prefix: string | undefined
}
