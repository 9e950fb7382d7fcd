import type { Mesh } from '../mesh/mesh'
import type { FileIndex } from '../registry/file-index'
import type { PlacedRef } from '../registry/placed'
import type { Range } from '../text/range'
import type { Draft } from './fixes/draft'
import type { Fix } from './fixes/fix'

export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** One kind of finding. Its code is also its file's name, its setting and its page, docs/rules/CODE.md. */
export interface Rule {
  readonly code: string
  /** One sentence for tables of rules; Markdown. */
  readonly summary: string
  readonly severity: Severity
  /** Codes of `istioctl analyze` and of Kiali that say the same. */
  readonly istio?: readonly string[]
  readonly kiali?: readonly string[]
  /** Some of its findings offer a fix. */
  readonly fixable: boolean
  /** Every finding that stands in one file. Pure: the same file and mesh give the same findings. */
  check(file: FileIndex, mesh: Mesh): Iterable<Finding>
}

/** What a rule found: facts for whoever renders it. */
export interface Finding {
  /** Offsets (UTF-16, 0-based) in the file that was checked. */
  readonly range: Range
  /** First sentence: the verdict; second: why; last: what to do. */
  readonly message: string
  /** The caller, namespace or host is only assumed: one severity lower, and the message says so. */
  readonly assumed?: boolean
  /** Replaces the rule's own severity: istiod's warnings of a rule that gives errors. */
  readonly severity?: Severity
  readonly related?: readonly RelatedPlace[]
  /** For scripts: plain JSON. */
  readonly data?: Readonly<Record<string, unknown>>
  /** The ways out, best first; asked for only when a person (or `--fix`) wants them. */
  readonly fixes?: (read: ReadText) => Promise<readonly Fix[]>
  /** How the finding is mended together with others, so that all of them make one change. */
  readonly joint?: JointFix
}

export interface JointFix {
  readonly mesh: Mesh
  /** Adds what opens the finding's calls to a draft of the mesh; false, and nothing added, where no sound way is known. */
  plan(draft: Draft): Promise<boolean>
}

export interface RelatedPlace {
  readonly at: PlacedRef
  readonly message: string
}

/** The text of a file as it is now (open buffers first); undefined if there is none. */
export type ReadText = (uri: string) => Promise<string | undefined>
