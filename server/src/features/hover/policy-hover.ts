import type { PolicyInForce } from '../../egress/egress-verdict'
import { code } from '../markdown'
import type { LinkTo } from './destination-hover'

const MEANING: Readonly<Record<PolicyInForce['mode'], string>> = {
  REGISTRY_ONLY: 'a call to a host that no Service and no ServiceEntry declares is dropped',
  ALLOW_ANY: 'a call to an unknown host passes through, unseen and unmanaged',
  ALLOW_ANY_DYNAMIC_DNS: 'a call to an unknown host passes through; plain HTTP is resolved by Envoy itself',
}

/** The policy in force and where it is set. */
export function policyHover(policy: PolicyInForce, namespace: string | undefined, linkTo: LinkTo): string {
  const where = namespace === undefined ? 'for the whole mesh' : `for callers in ${code(namespace)}`
  return `**${policy.mode}** is in force ${where} (${sourceOf(policy, linkTo)}): ${MEANING[policy.mode]}.`
}

function sourceOf(policy: PolicyInForce, linkTo: LinkTo): string {
  switch (policy.from) {
    case 'default':
      return "Istio's default: nothing in these files sets a policy"
    case 'setting':
      return `the setting ${code('outboundTrafficPolicy')} replaces the mesh's own`
    case 'assumed':
      return `assumed by the setting ${code('assume')}`
    case 'mesh':
    case 'sidecar':
      return policy.source ? `set by ${linkTo(policy.source)}` : 'set by the mesh configuration'
  }
}
