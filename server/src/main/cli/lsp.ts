import type { Command } from './command'
import { UsageError } from './usage-error'

/** `istio-egress lsp`: the language server, over what the options say. */
export const lsp: Command = {
  name: 'lsp',
  synopsis: '--stdio | --node-ipc | --socket=PORT',
  summary: 'the language server, for editors',
  options: {
    stdio: { type: 'boolean', help: 'speak over standard input and output' },
    'node-ipc': { type: 'boolean', help: "speak over Node's channel to the parent process" },
    socket: { type: 'string', value: 'PORT', help: 'connect to a port of this machine' },
    pipe: { type: 'string', value: 'NAME', help: 'connect to a named pipe' },
    clientProcessId: { type: 'string', value: 'PID', help: 'end when this process ends' },
  },
  async run({ options }) {
    const given = ['stdio', 'node-ipc', 'socket', 'pipe'].filter((name) => options[name] !== undefined)
    if (given.length !== 1) throw new UsageError('lsp needs one of --stdio, --node-ipc, --socket=PORT, --pipe=NAME.')
    // The server reads the same arguments itself; it ends with its client, not with this call.
    await import('../node')
    return undefined
  },
}
