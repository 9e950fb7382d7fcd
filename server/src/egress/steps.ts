import { refOf } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import { candidateSteps } from './candidate-steps'
import type { Step } from './egress-verdict'
import type { Judgement } from './judge'
import { symptomOf } from './wording'
import { declaredBy, FROM, nameOf, type Told } from './words'

/**
 * The way of the call, step by step, each with what decided it: policy, Sidecar, name, the declarations of the host,
 * listener, filter chain or route, outcome, and what a person sees.
 */
export function stepsOf(told: Told): readonly Step[] {
  const { judgement } = told
  const steps: Step[] = [policyStep(told), scopeStep(told), nameStep(told)]
  if (judgement.passage)
    steps.push(...candidateSteps(told), listenerStep(told), ...matchSteps(judgement, told.call.host), ...endSteps(told))
  else steps.push({ text: 'Loopback is not redirected to the sidecar.', at: undefined })
  const { outcome, cluster } = judgement
  steps.push({ text: `Verdict: ${cluster === '' ? outcome : `${outcome} (cluster ${cluster})`}.`, at: undefined })
  const symptom = symptomOf(told)
  return symptom === '' ? steps : [...steps, { text: `The caller sees: ${symptom}.`, at: undefined }]
}

const LEFT_OVER = {
  REGISTRY_ONLY: 'is blocked',
  ALLOW_ANY: 'passes through',
  ALLOW_ANY_DYNAMIC_DNS: 'passes through, plain HTTP by name',
} as const

function policyStep({ policy, proxy }: Told): Step {
  const by = policy.source
    ? `, set by ${policy.source.kind} ${policy.source.namespace}/${policy.source.name}`
    : FROM[policy.from]
  return {
    text: `The policy for namespace ${proxy.namespace} is ${policy.mode}${by}: what nothing matches ${LEFT_OVER[policy.mode]}.`,
    at: policy.source,
  }
}

function scopeStep({ proxy }: Told): Step {
  const { sidecar } = proxy.scope
  if (!sidecar)
    return {
      text: `No Sidecar is in force in ${proxy.namespace}: everything exported to it is imported.`,
      at: undefined,
    }
  const { resource, namespace } = sidecar
  const why = resource.workloadSelector
    ? 'it selects the workload by its labels'
    : namespace === proxy.namespace
      ? 'it is the one for all workloads of its namespace'
      : `it is the one for the whole mesh, and ${proxy.namespace} has none of its own`
  const listeners = resource.egress?.map(
    ({ port, hosts }) => `${port ? `on port ${port.number} ` : ''}${hosts.join(', ')}`,
  )
  const imports = listeners ? `It imports ${listeners.join('; ')}` : 'It leaves egress open'
  return { text: `${nameOf(sidecar)} is in force, since ${why}. ${imports}.`, at: refOf(sidecar) }
}

function nameStep({ call, judgement }: Told): Step {
  const { resolved, connection } = judgement
  if (resolved.service) {
    const { placed } = resolved.service
    return { text: `${call.host} is ${nameOf(placed)} at ${connection.address}.`, at: refOf(placed) }
  }
  const chain = resolved.aliases.length > 0 ? ` by way of ${resolved.aliases.join(', ')}` : ''
  if (call.address !== undefined || resolved.name === resolved.address)
    return { text: `The call goes to ${connection.address}${chain}.`, at: undefined }
  return {
    text: `${resolved.name} is a name outside the cluster${chain}; its address belongs to nothing declared.`,
    at: undefined,
  }
}

function listenerStep({ judgement }: Told): Step {
  const { passage, port } = judgement
  if (passage?.refused)
    return {
      text: `Envoy refuses the listener of port ${port}: ${passage.refused.refused ?? ''}.`,
      at: refOfService(passage.refused.chains.find(({ service }) => service)?.service),
    }
  const listener = passage?.listener
  if (!listener) return { text: `Nothing that is visible declares port ${port}: there is no listener.`, at: undefined }
  const maker = passage.chain?.service ?? listener.chains.find(({ service }) => service)?.service
  const made = maker ? `, made for ${nameOf(maker.declaredBy)}${listener.chains.length > 1 ? ' and others' : ''},` : ''
  return { text: `The listener ${listener.address}:${port}${made} takes the connection.`, at: refOfService(maker) }
}

function matchSteps(judgement: Judgement, host: string): readonly Step[] {
  const { passage, wire, connection, via } = judgement
  const chain = passage?.chain
  if (!passage || !chain) return []
  const steps: Step[] = []
  if (chain.filter.kind === 'tcp' && chain.service) {
    const by =
      wire === 'tls' && chain.sniHosts.length > 0
        ? `its server name ${connection.sni} matches ${chain.sniHosts.join(', ')}`
        : chain.ranges.length > 0
          ? `its address lies in ${chain.ranges.join(', ')}`
          : 'names do not count there'
    const text = `The filter chain of ${declaredBy(chain.service)} takes it: ${by}.`
    steps.push({ text, at: refOfService(chain.service) })
  }
  if (chain.filter.kind === 'http') {
    const { virtualHost } = passage
    const text = virtualHost
      ? `Its Host header ${host} belongs to the virtual host ${virtualHost.name}.`
      : `No virtual host of port ${connection.port} has the Host header ${host}.`
    steps.push({ text, at: refOfService(virtualHost?.service) })
  }
  if (via) steps.push({ text: `${nameOf(via.placed)} routes it.`, at: refOf(via.placed) })
  return steps
}

function endSteps({ judgement, policy, proxy }: Told): readonly Step[] {
  const { passage, byEgressProxy, cluster } = judgement
  if (passage?.end === 'no-route') {
    const owner = passage.virtualHost?.routes.find((route) => route.via)?.via
    const text = `No route of ${owner ? nameOf(owner.placed) : 'the virtual host'} matches the request.`
    return [{ text, at: owner && refOf(owner.placed) }]
  }
  if (passage?.end === 'conflict')
    return [
      { text: 'Two of its filter chains claim the same server name: Envoy takes no such listener.', at: undefined },
    ]
  if (passage?.end === 'dropped') return [{ text: 'No filter chain of the listener takes it.', at: undefined }]
  if (passage?.end !== 'policy') return []
  const { sidecar } = proxy.scope
  if (byEgressProxy && sidecar)
    return [{ text: `Nothing matches; the egress proxy ${cluster} takes it.`, at: refOf(sidecar) }]
  return [{ text: `Nothing matches, so the policy decides: ${policy.mode}.`, at: policy.source }]
}

function refOfService(service: RegistryService | undefined) {
  return service && refOf(service.declaredBy)
}
