import type { JudgedCall, JudgedDestination } from '../../mesh/mesh'
import { positionAt } from '../../text/line-starts'
import { type Command, FORMAT_OPTION, WORKSPACE_OPTIONS } from './command'
import { type LoadedWorkspace, loadWorkspace } from './load'
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
    const destinations = inventory(loaded)
    if (call.options.format === 'json') printJson({ destinations })
    else printText(asText(destinations))
    return 0
  },
}

/** One row of the inventory; the shape is the contract's. */
interface HostRow {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly host: string
  readonly port: number | null
  readonly protocol: string | null
  readonly namespace: string
  readonly workload: string | null
  readonly via: string
  readonly external: boolean
  readonly bypassesMesh: boolean
  readonly confidence: string
  readonly verdict: string
}

function inventory(loaded: LoadedWorkspace): readonly HostRow[] {
  const { mesh } = loaded.folder
  const rows: HostRow[] = []
  for (const uri of [...mesh.files.keys()].sort()) {
    for (const destination of mesh.destinationsIn(uri)) {
      for (const call of destination.calls) rows.push(rowOf(loaded, destination, call))
    }
  }
  return rows
}

function rowOf(loaded: LoadedWorkspace, destination: JudgedDestination, call: JudgedCall): HostRow {
  const { uri, fact, range, external } = destination
  const { line, character } = positionAt(loaded.folder.mesh.files.get(uri)?.places.lineStarts ?? [0], range.start)
  return {
    file: loaded.pathOf(uri),
    line: line + 1,
    column: character + 1,
    host: fact.host,
    port: fact.port,
    protocol: fact.protocol,
    namespace: call.namespace,
    workload: call.workload ? `${call.workload.kind}/${call.workload.name}` : null,
    via: fact.via,
    external,
    // What the control plane calls has no workload whose sidecar could be passed by.
    bypassesMesh: call.workload !== undefined && call.bypass !== undefined,
    confidence: fact.confidence,
    verdict: call.outcome,
  }
}

function asText(rows: readonly HostRow[]): string {
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
