import { readFileSync } from 'node:fs'
import { explainCalls } from '../../egress/explain'
import { type CallToExplain, parseCalls } from '../../egress/parse-calls'
import { parseCall } from '../../features/explain-for-people'
import type { PlacedRef } from '../../registry/placed'
import { LABELS_OPTION, labelsOf } from './caller'
import { type Command, type CommandCall, FORMAT_OPTION, stringOption, WORKSPACE_OPTIONS } from './command'
import { type LoadedWorkspace, loadWorkspace } from './load'
import { printJson, printText } from './output'
import { placed } from './registry'
import { UsageError } from './usage-error'

/** `istio-egress explain`: the verdict for one call, or for a file of calls, and why. */
export const explain: Command = {
  name: 'explain',
  synopsis: '[PATH] --from NAMESPACE [options] HOST:PORT | [PATH] --calls FILE',
  summary: 'the verdict for a call and why, step by step',
  options: {
    from: { type: 'string', value: 'NAMESPACE', help: 'the calling namespace' },
    labels: LABELS_OPTION,
    protocol: { type: 'string', value: 'P', help: 'on the wire: http, http2, grpc, https, tls, grpcs, tcp' },
    address: { type: 'string', value: 'IP', help: 'what DNS gives the application' },
    calls: { type: 'string', value: 'FILE', help: 'a YAML or JSON list of calls' },
    format: FORMAT_OPTION,
    ...WORKSPACE_OPTIONS,
  },
  async run(call) {
    const file = stringOption(call, 'calls')
    const { calls, paths } = file === undefined ? oneCall(call) : { calls: callsOf(file), paths: call.positionals }
    const loaded = await loadWorkspace(call, paths)
    const answers = explainCalls(loaded.folder.mesh.engine, calls, (ref) => whereOf(loaded, ref)).map((answer) => ({
      ...answer,
      entry: answer.entry ? placed(loaded, answer.entry) : null,
    }))
    if (call.options.format === 'json') printJson({ calls: answers })
    else printText(answers.map(asText).join('\n\n'))
    return 0
  },
}

/** `path:line` of a reference. */
function whereOf(loaded: LoadedWorkspace, ref: PlacedRef): string | undefined {
  const { file, line } = placed(loaded, ref)
  return file === null ? undefined : `${file}:${line}`
}

/** The one call of the command line: its last argument is HOST:PORT. */
function oneCall(call: CommandCall): { readonly calls: readonly CallToExplain[]; readonly paths: readonly string[] } {
  const namespace = stringOption(call, 'from')
  const last = call.positionals.at(-1)
  if (last === undefined) throw new UsageError('explain needs a call: --from NAMESPACE HOST:PORT, or --calls FILE.')
  if (namespace === undefined) throw new UsageError('explain needs --from NAMESPACE: who calls?')
  const parsed = parseCall(last)
  if (!parsed)
    throw new UsageError(`"${last}" is no HOST:PORT. Write for example db.example.com:5432 as the last argument.`)
  const address = stringOption(call, 'address')
  const given: CallToExplain = {
    id: last,
    from: { namespace, labels: labelsOf(call) },
    call: {
      ...parsed,
      protocol: stringOption(call, 'protocol') ?? null,
      ...(address === undefined ? {} : { address }),
    },
  }
  return { calls: [given], paths: call.positionals.slice(0, -1) }
}

function callsOf(file: string): readonly CallToExplain[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`--calls ${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`)
  }
  const { calls, errors } = parseCalls(text)
  const [first] = errors
  if (first) throw new UsageError(`${file}:${first.line}: ${first.message}`)
  return calls
}

interface TextAnswer {
  readonly id: string
  readonly verdict: string
  readonly reason: string
  readonly steps: readonly string[]
  readonly cluster: string
}

function asText({ id, verdict, reason, steps, cluster }: TextAnswer): string {
  const rows = [`${id}: ${verdict}`, `  ${reason}`, ...steps.map((step, i) => `  ${i + 1}. ${step}`)]
  if (cluster !== '') rows.push(`  cluster ${cluster}`)
  return rows.join('\n')
}
