import * as vscode from 'vscode'
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient'
import type { InitializationOptions } from '../../server/src/lsp/requests'

/** Other schemes (`git`, merge and review editors) show old texts of the same files. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'] as const
const languages = ['yaml', 'helm', 'json', 'jsonc'] as const

/** The documents that the server sees. */
export const documentSelector = schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })))

/** Red Hat's YAML extension reports the syntax errors of every YAML file; two reports of one error help nobody. */
const yamlExtension = 'redhat.vscode-yaml'

export function yamlSyntaxOwner(): 'self' | 'other' {
  return vscode.extensions.getExtension(yamlExtension) ? 'other' : 'self'
}

/** The server itself asks to be told of changed files and settings, in every editor alike. */
export function clientOptions(extension: vscode.Uri, log: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: (): InitializationOptions => ({
      yamlSyntaxOwner: yamlSyntaxOwner(),
      rulePages: rulePages(extension).toString(),
      readsFiles: true,
      diagnostics: 'push',
    }),
  }
}

/** The folder of the packaged rule pages, one `CODE.md` a rule. */
export function rulePages(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist', 'docs', 'rules')
}
