import { type InitializeParams, MarkupKind, ResourceOperationKind } from 'vscode-languageserver'
import type { EditAbilities } from '../features/workspace-edit'
import type { InitializationOptions } from './requests'

/** What the client announced, in the words of what we do with it. */
export interface ClientAbilities {
  readonly options: InitializationOptions
  readonly edits: EditAbilities
  readonly hoverMarkdown: boolean
  readonly configuration: boolean
  readonly changesConfigurationDynamically: boolean
  readonly watchesFiles: boolean
  readonly progress: boolean
  /** The client asks for diagnostics itself; then none are pushed. */
  readonly pullsDiagnostics: boolean
  readonly refreshesDiagnostics: boolean
}

/** Reads them from `initialize`; a client that says nothing of something lacks it. */
export function clientAbilities(params: InitializeParams): ClientAbilities {
  const { workspace, textDocument, window } = params.capabilities
  const options = optionsOf(params.initializationOptions)
  const formats = textDocument?.hover?.contentFormat
  return {
    options,
    edits: {
      documentChanges: workspace?.workspaceEdit?.documentChanges === true,
      createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    },
    hoverMarkdown: formats?.includes(MarkupKind.Markdown) === true,
    configuration: workspace?.configuration === true,
    changesConfigurationDynamically: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
    pullsDiagnostics: textDocument?.diagnostic !== undefined && options.diagnostics !== 'push',
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
  }
}

function optionsOf(given: unknown): InitializationOptions {
  return typeof given === 'object' && given !== null ? given : {}
}
