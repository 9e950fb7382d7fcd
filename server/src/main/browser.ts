import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { clientFiles, noFiles } from '../lsp/client-files'
import { serve } from '../lsp/server'
import { version } from './version'

/*
 * The language server as a web worker. It has no disk: the client reads files for it and says where the rule pages are.
 */

/** What this file uses of a worker. */
declare const self: never
declare function setTimeout(work: () => void, milliseconds: number): number
declare const performance: { now(): number }

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self))

serve(connection, {
  version,
  rulePages: undefined,
  clock: {
    now: () => performance.now(),
    soon: (work) => void setTimeout(work, 0),
    after: (milliseconds, work) => void setTimeout(work, milliseconds),
  },
  fileSystem: (connection, abilities) => (abilities.options.readsFiles ? clientFiles(connection) : noFiles),
})
connection.listen()
