import type { Sidecar, SidecarOutboundPolicy } from '../istio/sidecar'
import type { MeshOptions } from '../registry/mesh-resources'
import type { MeshSettings } from '../registry/mesh-settings'
import { type Placed, refOf } from '../registry/placed'
import type { PolicyInForce } from './egress-verdict'

/**
 * The policy for what nobody registered (semantics 2.1): the Sidecar's, else the one that a setting puts in place of the
 * mesh's, else the mesh configuration's, else Istio's default. `assume` fills in where nothing, or only something that
 * lets everything through, was found; a Sidecar's own policy wins over it, too.
 */
export function outboundTrafficPolicy(
  sidecar: Placed<Sidecar> | undefined,
  settings: MeshSettings,
  options: MeshOptions,
): PolicyInForce {
  const own = sidecar?.resource.outboundTrafficPolicy
  if (sidecar && own) return { mode: own.mode, source: refOf(sidecar, pathOfMode('spec.', own)), from: 'sidecar' }
  const found = meshPolicy(settings, options)
  if (options.assume === undefined || found.mode === 'REGISTRY_ONLY') return found
  return options.assume === found.mode ? found : { mode: options.assume, source: undefined, from: 'assumed' }
}

function meshPolicy({ config }: MeshSettings, options: MeshOptions): PolicyInForce {
  if (options.outboundTrafficPolicy !== 'auto')
    return { mode: options.outboundTrafficPolicy, source: undefined, from: 'setting' }
  const policy = config?.resource.outboundTrafficPolicy
  if (!config || !policy) return { mode: 'ALLOW_ANY', source: undefined, from: 'default' }
  return { mode: policy.mode, source: refOf(config, pathOfMode('', policy)), from: 'mesh' }
}

function pathOfMode(prefix: string, { implicit }: Pick<SidecarOutboundPolicy, 'implicit'>): string {
  return implicit ? `${prefix}outboundTrafficPolicy` : `${prefix}outboundTrafficPolicy.mode`
}
