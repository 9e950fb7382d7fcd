import type { MeshSetup } from '../mesh/mesh'
import type { MeshOptions } from '../registry/mesh-resources'
import type { Settings } from './settings'

/** What the engine takes of the settings. */
export function meshOptionsOf(settings: Settings): MeshOptions {
  const { outboundTrafficPolicy, assume, visibility, istioVersion, knownHosts } = settings
  return {
    outboundTrafficPolicy,
    assume: assume === 'none' ? undefined : assume,
    visibility,
    istioVersion,
    knownHosts,
  }
}

/**
 * What a mesh takes of the settings.
 * @param root URI of the mesh's folder, without a final slash
 */
export function meshSetupOf(settings: Settings, root: string): MeshSetup {
  return {
    options: meshOptionsOf(settings),
    placement: { kustomize: settings.kustomize, root, namespaceSetting: [...settings.namespace] },
    generateExportTo: settings.generate.exportTo,
  }
}
