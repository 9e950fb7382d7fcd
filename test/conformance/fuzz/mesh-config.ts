import type { Dice } from './dice'
import type { Manifest, Spec } from './manifest'

/** The control plane's configuration, from one of the places where it may stand; sometimes none. */
export function meshConfig(dice: Dice): readonly Manifest[] {
  const config = configOf(dice)
  if (Object.keys(config).length === 0) return []
  const metadata = { name: 'istio', namespace: 'istio-system' }
  const kinds = ['operator', 'operator', 'istio', 'configMap'] as const
  switch (dice.pick(kinds)) {
    case 'operator':
      return [
        { apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', metadata, spec: { meshConfig: config } },
      ]
    case 'istio':
      return [{ apiVersion: 'sailoperator.io/v1', kind: 'Istio', metadata, spec: { values: { meshConfig: config } } }]
    case 'configMap':
      return [{ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { mesh: JSON.stringify(config) } }]
  }
}

const POLICIES = [
  { mode: 'REGISTRY_ONLY' },
  { mode: 'REGISTRY_ONLY' },
  { mode: 'REGISTRY_ONLY' },
  { mode: 'ALLOW_ANY' },
  { mode: 'ALLOW_ANY_DYNAMIC_DNS' },
  {},
] as const
const VISIBILITIES = ['NAMESPACE', 'NONE', 'PUBLIC'] as const
const DEFAULTS = [['.'], ['*'], ['~'], ['web', 'shop']] as const
const SELECTORS = [
  [
    { matchLabels: { 'kubernetes.io/metadata.name': 'web' } },
    { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
  ],
  [{ matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['infra'] }] }],
] as const

function configOf(dice: Dice): Spec {
  const config: Spec = {}
  if (dice.chance(0.92)) config.outboundTrafficPolicy = dice.pick(POLICIES)
  if (dice.chance(0.12)) config.defaultConfig = { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } }
  if (dice.chance(0.06)) config.defaultServiceExportTo = dice.pick(DEFAULTS)
  if (dice.chance(0.05)) config.defaultVirtualServiceExportTo = dice.pick(DEFAULTS)
  if (dice.chance(0.05)) config.defaultDestinationRuleExportTo = dice.pick(DEFAULTS)
  if (dice.chance(0.03)) config.rootNamespace = 'infra'
  if (dice.chance(0.05))
    config.serviceEntryVisibility = { applyToSidecars: true, defaultVisibility: dice.pick(VISIBILITIES) }
  if (dice.chance(0.04)) config.discoverySelectors = dice.pick(SELECTORS)
  return config
}
