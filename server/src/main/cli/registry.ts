import type { PlacedRef } from '../../registry/placed'
import { LABELS_OPTION, labelsOf } from './caller'
import { type Command, FORMAT_OPTION, stringOption, WORKSPACE_OPTIONS } from './command'
import { type LoadedWorkspace, loadWorkspace } from './load'
import { printJson, printText, table } from './output'
import { UsageError } from './usage-error'

/** `istio-egress registry`: what one namespace can reach by the registry. */
export const registry: Command = {
  name: 'registry',
  synopsis: '[PATH…] --namespace NAMESPACE [--labels k=v,…] [options]',
  summary: 'what a namespace can reach: every visible service, its ports, where it is declared',
  options: {
    namespace: { type: 'string', value: 'NAMESPACE', help: 'the calling namespace' },
    labels: LABELS_OPTION,
    format: FORMAT_OPTION,
    ...WORKSPACE_OPTIONS,
  },
  async run(call) {
    const namespace = stringOption(call, 'namespace')
    if (namespace === undefined) throw new UsageError('registry needs --namespace NAMESPACE: whose registry is it?')
    const caller = { namespace, labels: labelsOf(call) }
    const loaded = await loadWorkspace(call)
    const answer = answerFor(loaded, caller)
    if (call.options.format === 'json') printJson(answer)
    else printText(asText(answer, namespace))
    return 0
  },
}

function answerFor(loaded: LoadedWorkspace, caller: { namespace: string; labels: Readonly<Record<string, string>> }) {
  const { engine } = loaded.folder.mesh
  const policy = engine.policyFor(caller)
  const sidecar = engine.sidecarFor(caller)
  const services = engine.servicesFor(caller).map(({ host, ports, resolution, entry }) => ({
    host,
    ports,
    resolution,
    ...placed(loaded, entry),
  }))
  const source = policy.source && placed(loaded, policy.source)
  return {
    services,
    policy: { mode: policy.mode, from: policy.from, file: source?.file ?? null, line: source?.line ?? null },
    sidecar: sidecar ? placed(loaded, sidecar) : null,
  }
}

/** A reference in the contract's shape; `line` is 1-based. */
export function placed(loaded: LoadedWorkspace, ref: PlacedRef) {
  const place = loaded.placeOf(ref)
  const { kind, namespace, name } = ref
  return { kind, namespace, name, file: place?.file ?? null, line: place?.line ?? null }
}

function asText({ services, policy, sidecar }: ReturnType<typeof answerFor>, namespace: string): string {
  const where = policy.file === null ? policy.from : `${policy.file}:${policy.line}`
  const head = `${namespace}: ${policy.mode} (${where})${sidecar ? `, Sidecar ${sidecar.namespace}/${sidecar.name}` : ''}`
  const rows = services.map(({ host, ports, kind, namespace: from, name, file, line }) => [
    host,
    ports.map(({ number, protocol }) => `${number}/${protocol || 'auto'}`).join(' '),
    `${kind} ${from}/${name}`,
    file === null ? '-' : `${file}:${line}`,
  ])
  if (rows.length === 0) return `${head}\nNothing is declared for this namespace.`
  return `${head}\n${table([['HOST', 'PORTS', 'DECLARED BY', 'WHERE'], ...rows])}`
}
