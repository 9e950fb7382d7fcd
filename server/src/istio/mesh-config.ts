import type { ResourceHead } from '../kubernetes/resource'
import type { CaptureDefaults } from '../kubernetes/traffic-capture'
import type { OutboundMode } from './sidecar'

/**
 * Where a mesh configuration was found. Of several the one with the highest rank counts alone: Helm values of istiod,
 * the ConfigMap `istio`, the sail-operator's `Istio`, `IstioOperator` (`values`, then `meshConfig`).
 */
export type MeshConfigSource =
  | 'helm-values'
  | 'config-map'
  | 'istio-resource'
  | 'operator-values'
  | 'operator-mesh-config'

export const MESH_CONFIG_RANK: Readonly<Record<MeshConfigSource, number>> = {
  'helm-values': 0,
  'config-map': 1,
  'istio-resource': 2,
  'operator-values': 3,
  'operator-mesh-config': 4,
}

/**
 * Facts of one source of mesh configuration; its head is that of the object that holds it.
 * Source: Istio's reference page "Global Mesh Options".
 */
export interface MeshConfig extends ResourceHead {
  readonly role: 'mesh-config'
  readonly source: MeshConfigSource
  readonly rank: number
  /** undefined when the field is left out; an empty `{}` has mode REGISTRY_ONLY and `implicit` set. */
  readonly outboundTrafficPolicy: MeshOutboundPolicy | undefined
  /** undefined: `istio-system`. */
  readonly rootNamespace: string | undefined
  /** undefined when left out: `*`. */
  readonly defaultServiceExportTo: readonly string[] | undefined
  readonly defaultVirtualServiceExportTo: readonly string[] | undefined
  readonly defaultDestinationRuleExportTo: readonly string[] | undefined
  readonly discoverySelectors: readonly LabelSelector[]
  /** `defaultConfig.proxyMetadata.ISTIO_META_DNS_CAPTURE` is on. */
  readonly dnsCapture: boolean
  /** `ISTIO_META_DNS_AUTO_ALLOCATE` is on: how older versions were told to give addresses to entries without any. */
  readonly dnsAutoAllocate: boolean
  readonly serviceEntryVisibility: ServiceEntryVisibility | undefined
  readonly extensionProviders: readonly ExtensionProvider[]
  /** `defaultConfig.interceptionMode`. */
  readonly interceptionMode?: string | undefined
  /** Which traffic the injector redirects by default: `global.proxy` of the chart's values that hold this configuration. */
  readonly captureLists?: CaptureDefaults['lists']
}

export interface MeshOutboundPolicy {
  readonly mode: OutboundMode
  /** No mode is written: the empty value of the enum is REGISTRY_ONLY. */
  readonly implicit: boolean
}

export interface LabelSelector {
  readonly matchLabels: Readonly<Record<string, string>>
  readonly matchExpressions: readonly LabelExpression[]
}

export interface LabelExpression {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

/** `serviceEntryVisibility` (Istio 1.31): how far ServiceEntries may reach, whatever their `exportTo` says. */
export interface ServiceEntryVisibility {
  readonly applyToSidecars: boolean
  readonly defaultVisibility: string
  /** By labels of the entry's namespace: the first of which all selectors match counts. */
  readonly policies: readonly { readonly selectors: readonly LabelSelector[]; readonly visibility: string }[]
}

/** A tracing, logging or authorization provider: only where it calls. */
export interface ExtensionProvider {
  readonly name: string
  readonly service: string | undefined
  readonly port: number | undefined
}
