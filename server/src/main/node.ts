import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import type { FileSystem } from '../files/file-system'
import { clientFiles, noFiles } from '../lsp/client-files'
import { serve } from '../lsp/server'
import { nodeFiles, uriOf } from './node-files'
import { version } from './version'

/*
 * The language server as a process of Node. It speaks over what its arguments say: `--stdio`, `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`.
 */

const connection = process.argv.includes('--stdio') ? overStandardStreams() : createConnection(ProposedFeatures.all)

process.on('uncaughtException', (error) => {
  connection.console.error(`Unexpected: ${error.stack ?? error.message}`)
})
process.on('unhandledRejection', (reason) => {
  connection.console.error(`Unexpected: ${reason instanceof Error ? reason.stack : String(reason)}`)
})

serve(connection, {
  version,
  rulePages: rulePages(),
  clock: {
    now: () => performance.now(),
    soon: (work) => void setImmediate(work),
    after: (milliseconds, work) => void setTimeout(work, milliseconds).unref(),
  },
  fileSystem(connection, abilities) {
    const others = abilities.options.readsFiles ? clientFiles(connection) : noFiles
    return byScheme(others)
  },
})
connection.listen()

/** Standard input and output; the process ends with its input. */
function overStandardStreams(): Connection {
  const reader = new StreamMessageReader(process.stdin)
  const made = createConnection(ProposedFeatures.all, reader, new StreamMessageWriter(process.stdout))
  let isShutDown = false
  made.onShutdown(() => {
    isShutDown = true
  })
  // A message whose frame cannot be read would leave the stream deaf for ever: an end that the editor sees is better.
  reader.onError((error) => {
    process.stderr.write(`istio-egress: the editor's message could not be read (${error.message}).\n`)
    process.exit(1)
  })
  process.stdin.on('end', () => process.exit(isShutDown ? 0 : 1))
  process.stdin.on('close', () => process.exit(isShutDown ? 0 : 1))
  return made
}

/** The disk for `file:` URIs, something else for all others. */
function byScheme(others: FileSystem): FileSystem {
  const of = (uri: string): FileSystem => (uri.startsWith('file:') ? nodeFiles : others)
  return {
    readDirectory: (uri) => of(uri).readDirectory(uri),
    readFile: (uri, maxBytes) => of(uri).readFile(uri, maxBytes),
    stat: (uri) => of(uri).stat?.(uri) ?? 'other',
    realPath: (uri) => of(uri).realPath?.(uri) ?? uri,
  }
}

/** The packaged pages lie beside the bundle. */
function rulePages(): string | undefined {
  const folder = join(__dirname, '..', 'docs', 'rules')
  return existsSync(folder) ? uriOf(folder) : undefined
}
