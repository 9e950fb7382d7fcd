import { type InventoryRow, inventoryOf } from '../../features/inventory'
import { type Command, FORMAT_OPTION, WORKSPACE_OPTIONS } from './command'
import { loadWorkspace } from './load'
import { printJson, printText, table } from './output'

/** `istio-egress hosts`: every outbound destination with who calls it and what becomes of the call. */
export const hosts: Command = {
  name: 'hosts',
  synopsis: '[PATH…] [options]',
  summary: 'the inventory of outbound destinations, with callers and verdicts',
  options: {
    format: FORMAT_OPTION,
    ...WORKSPACE_OPTIONS,
  },
  async run(call) {
    const loaded = await loadWorkspace(call)
    const destinations = inventoryOf(loaded.folder.mesh, loaded.pathOf)
    if (call.options.format === 'json') printJson({ destinations })
    else printText(asText(destinations))
    return 0
  },
}

function asText(rows: readonly InventoryRow[]): string {
  if (rows.length === 0) return 'No outbound destinations were found.'
  const cells = rows.map((row) => [
    row.verdict,
    row.port === null ? row.host : `${row.host}:${row.port}`,
    row.namespace,
    row.workload ?? '-',
    `${row.file}:${row.line}`,
  ])
  return table([['VERDICT', 'HOST', 'NAMESPACE', 'WORKLOAD', 'WHERE'], ...cells])
}
