import type { Placed } from '../registry/placed'
import type { RegistryService } from '../registry/registry-service'
import type { Call, Cause, PolicyInForce } from './egress-verdict'
import type { Judgement } from './judge'
import type { NearMiss } from './near-misses'
import type { SidecarProxy } from './sidecar-proxy'

/** Everything of a verdict that its words need. */
export interface Told {
  readonly proxy: SidecarProxy
  readonly call: Call
  readonly judgement: Judgement
  readonly policy: PolicyInForce
  readonly cause: Cause
  readonly misses: readonly NearMiss[]
}

/** "ServiceEntry shop/db". */
export function nameOf({ resource, namespace }: Placed): string {
  return `${resource.kind} ${namespace}/${resource.name}`
}

/** Who declares a service, for people. */
export function declaredBy(service: RegistryService | undefined): string {
  return service ? nameOf(service.declaredBy) : 'nothing in the files'
}

/** Where a policy comes from, if no object sets it. */
export const FROM: Readonly<Record<PolicyInForce['from'], string>> = {
  default: ' (the default)',
  setting: ' (by setting)',
  assumed: ' (assumed)',
  mesh: '',
  sidecar: '',
}

/** "to nobody", "only to namespaces a, b". */
export function exportWords({ exportTo, namespace }: RegistryService): string {
  if (exportTo.includes('~') || exportTo.length === 0) return 'to nobody'
  const names = exportTo.map((value) => (value === '.' ? namespace : value))
  return `only to ${names.length === 1 ? 'namespace' : 'namespaces'} ${names.join(', ')}`
}

/** "on 80 (HTTP), 443 (TLS)". */
export function portWords({ ports }: RegistryService): string {
  if (ports.length === 0) return 'without any port'
  return `on ${ports.map(({ number, protocol }) => `${number} (${protocol === 'AUTO' ? 'no protocol' : protocol})`).join(', ')}`
}
