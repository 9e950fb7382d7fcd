/*
 * What the editor's client and the server say to each other beyond the Language Server Protocol: names and types only,
 * so that both bundles can import this file without taking anything else along. Lines are 0-based, as in LSP.
 */

/** What our own client sends as `initializationOptions`; other editors send nothing, or a part. */
export interface InitializationOptions {
  /** `other`: another extension reports YAML syntax errors, so `yaml-syntax` stays silent in the editor. */
  readonly yamlSyntaxOwner?: 'self' | 'other'
  /** URI of the folder that holds the packaged rule pages, without a final slash: a page is `FOLDER/CODE.md`. */
  readonly rulePages?: string
  /** The client answers `istioEgress/readDirectory` and `istioEgress/readFile`: where the server has no disk of its own. */
  readonly readsFiles?: boolean
  /** `push`: diagnostics are sent although the client could ask for them; so the whole workspace is shown at no cost. */
  readonly diagnostics?: 'push' | 'pull'
  /** Settings of an editor that answers no `workspace/configuration`: what stands below `istioEgress`. */
  readonly settings?: unknown
}

/** Client to server: the policy in force for the callers of one file, and how many calls are blocked. */
export const statusRequest = 'istioEgress/status'

export interface StatusParams {
  readonly uri: string
}

/** null where the file belongs to no mesh. */
export interface StatusResult {
  readonly mode: 'REGISTRY_ONLY' | 'ALLOW_ANY' | 'ALLOW_ANY_DYNAMIC_DNS'
  /** What decided the mode. */
  readonly policy: 'default' | 'setting' | 'assumed' | 'mesh' | 'sidecar'
  /** The namespace of the file's workloads; null where there are none, or several. */
  readonly namespace: string | null
  /** Where the mode is written; absent for a default or a setting. */
  readonly source?: { readonly uri: string; readonly line: number }
  /** Destinations of this file that cannot be reached. */
  readonly blocked: number
  /** The same for every file of its mesh. */
  readonly blockedInMesh: number
}

/** Client to server: the verdict for one call of a file's namespace, as a Markdown document for people. */
export const explainRequest = 'istioEgress/explain'

export interface ExplainParams {
  /** The calling namespace is that of this file. */
  readonly uri: string
  /** Replaces the file's own namespace. */
  readonly namespace?: string
  /** `HOST:PORT`. */
  readonly call: string
}

/** null where the file belongs to no mesh or the call cannot be read. */
export interface ExplainResult {
  readonly title: string
  readonly markdown: string
}

/** Server to client: the entries of a folder, for a server without a disk; null where there is no such folder. */
export const readDirectoryRequest = 'istioEgress/readDirectory'

export interface ReadDirectoryParams {
  readonly uri: string
}

export interface DirectoryEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'other'
}

/** Server to client: the bytes of a file in base64; null where there is no such file. */
export const readFileRequest = 'istioEgress/readFile'

export interface ReadFileParams {
  readonly uri: string
  /** A larger file is not read. */
  readonly maxBytes?: number
}

export interface ReadFileResult {
  readonly base64: string
  /** The file has more than `maxBytes`; `base64` is empty. */
  readonly tooLarge?: true
}
