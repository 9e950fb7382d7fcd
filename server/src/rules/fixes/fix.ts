import type { TextEdit } from '../../text/edit'

/** A change that opens a host or mends an object, across files. */
export interface Fix {
  /** What the person reads in the menu: "Create ServiceEntry for api.stripe.com in namespace shop". */
  readonly title: string
  /** The smallest right edit; at most one of a finding. */
  readonly preferred: boolean
  readonly changes: readonly FileChange[]
}

export type FileChange =
  | { readonly kind: 'edit'; readonly uri: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'create'; readonly uri: string; readonly text: string }
