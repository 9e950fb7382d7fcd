import type { Range } from '../text/range'
import type { YamlMap } from '../yaml/node'

/**
 * The head that all Kubernetes objects share, as one file says it: facts, no offsets.
 * `namespace` is what `metadata.namespace` says; the namespace that counts comes from the mesh (see `Placed`).
 */
export interface ResourceHead {
  /** Identity within its file: `Kind/namespace/name`, with `#2`, `#3` … where a file says the same one again. */
  readonly key: string
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace: string | undefined
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly creationTimestamp: string | undefined
  /**
   * Why the API server, the CRD's schema or istiod's webhook refuses the object, in words; empty if it is accepted.
   * A refused object counts for nothing in the registry (`semantics` rule 1.2).
   */
  readonly rejections: readonly Rejection[]
}

/** Why the API server or istiod's webhook refuses an object, and which part of it. */
export interface Rejection {
  /** A path such as `spec.hosts[0]`. */
  readonly path: string
  /** What is wrong and what would be right. */
  readonly message: string
}

/** One object of a file with its tree, as the readers of kinds take it; lives only while a file is indexed. */
export interface ResourceNode {
  readonly head: Omit<ResourceHead, 'rejections'>
  readonly node: YamlMap
}

/** Where the parts of one resource stand in its file. Paths look like `spec.hosts[0]`, `metadata.name`. */
export interface ResourcePlaces {
  readonly range: Range
  readonly paths: ReadonlyMap<string, Range>
}

/** Takes down where things stand while a resource is read. */
export type NotePlace = (path: string, range: Range) => void
