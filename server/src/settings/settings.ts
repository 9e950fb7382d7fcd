import type { KnownHost } from '../registry/mesh-resources'
import type { Severity } from '../rules/rule'

/** What people set, after flags, config file, the editor and defaults have been brought together. One key a setting. */
export interface Settings {
  readonly enable: boolean
  /** `auto`: from the mesh configuration found; anything else replaces it. */
  readonly outboundTrafficPolicy: 'auto' | 'REGISTRY_ONLY' | 'ALLOW_ANY'
  /** Fills in where no policy was found, or one that lets everything through. */
  readonly assume: 'none' | 'REGISTRY_ONLY' | 'ALLOW_ANY'
  readonly visibility: 'istio' | 'namespace'
  /** `1.20` … `1.32`. */
  readonly istioVersion: string
  /** Globs relative to the mesh's folder; none means all manifests. */
  readonly include: readonly string[]
  readonly exclude: readonly string[]
  /** Glob → namespace, in the order in which they are tried. */
  readonly namespace: ReadonlyMap<string, string>
  readonly kustomize: boolean
  readonly helm: boolean
  readonly knownHosts: readonly KnownHost[]
  /** By code; a rule that is not named keeps its own severity. */
  readonly rules: ReadonlyMap<string, Severity | 'off'>
  readonly generate: { readonly exportTo: readonly string[] }
  readonly docs: { readonly baseUrl: string }
  readonly trace: { readonly server: 'off' | 'messages' | 'verbose' }
}
