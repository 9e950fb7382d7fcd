import type { DestinationFact } from '../destinations/destination'
import type { Resource } from '../istio/resource-kinds'
import type { Kustomization } from '../kubernetes/kustomization'
import type { ResourcePlaces } from '../kubernetes/resource'
import type { LineStarts } from '../text/line-starts'
import type { Range } from '../text/range'

/** Everything that is known of one file, from its text alone. Plain data, apart from nothing: it can be cached by the text's hash. */
export interface FileIndex {
  readonly uri: string
  readonly facts: FileFacts
  readonly places: FilePlaces
}

/** What a file says. Two texts with equal facts are the same file to every other file. */
export interface FileFacts {
  readonly resources: readonly Resource[]
  readonly destinations: readonly DestinationFact[]
  /** Of a kustomization file. */
  readonly kustomization: Kustomization | undefined
}

/** Where it says so: offsets (UTF-16, 0-based) into the file's text. */
export interface FilePlaces {
  readonly lineStarts: LineStarts
  /** By resource key. */
  readonly resources: ReadonlyMap<string, ResourcePlaces>
  /** By destination id: the host text alone. */
  readonly destinations: ReadonlyMap<string, Range>
  readonly suppressions: readonly Suppression[]
  readonly problems: readonly FileProblem[]
}

/** A comment `# istio-egress-ignore CODE, CODE -- reason`. */
export interface Suppression {
  /** The text of the comment. */
  readonly range: Range
  /** Findings that begin in here are silenced. */
  readonly covers: Range
  readonly codes: readonly string[]
}

/** A finding that the file's text alone gives. */
export interface FileProblem {
  readonly code: 'yaml-syntax' | 'schema' | 'invalid-value'
  readonly severity: 'error' | 'warning'
  readonly range: Range
  readonly message: string
  /** Key of the resource in which it stands, if any. */
  readonly resource: string | undefined
}
