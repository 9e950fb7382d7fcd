import { isSubsetOfLabels, isValidSelector, type Labels, selectorMatches } from '../istio/label-selector'
import type { LabelSelector, MeshConfig } from '../istio/mesh-config'
import type { MeshResources } from './mesh-resources'
import type { Placed } from './placed'

/** What the mesh configuration in force says, defaults filled in. */
export interface MeshSettings {
  /** The configuration in force; undefined: none was found, or istiod refuses the one that counts. */
  readonly config: Placed<MeshConfig> | undefined
  readonly rootNamespace: string
  readonly dnsCapture: boolean
  readonly dnsAutoAllocate: boolean
  readonly defaultServiceExportTo: readonly string[]
  readonly defaultVirtualServiceExportTo: readonly string[]
  readonly defaultDestinationRuleExportTo: readonly string[]
  /** False for a namespace that discoverySelectors leave out: istiod sees nothing of it. */
  isDiscovered(namespace: string): boolean
  /** What serviceEntryVisibility makes of the ServiceEntries of a namespace. */
  entryVisibility(namespace: string): 'public' | 'namespace' | 'none'
}

const DEFAULT_ROOT = 'istio-system'
const EVERYBODY: readonly string[] = ['*']

/** Every source of mesh configuration that counts, the one in force last. */
export function meshConfigSources(resources: MeshResources): readonly Placed<MeshConfig>[] {
  return resources.meshConfigs
    .filter((placed) => placed.resource.source !== 'config-map' || isIstiodsConfigMap(placed, resources))
    .map((placed, index) => ({ placed, index }))
    .sort((a, b) => a.placed.resource.rank - b.placed.resource.rank || a.index - b.index)
    .map(({ placed }) => placed)
}

/** istiod reads the ConfigMap `istio` of its namespace; one with a revision reads `istio-REVISION`. */
function isIstiodsConfigMap({ namespace, resource }: Placed<MeshConfig>, resources: MeshResources): boolean {
  if (namespace !== DEFAULT_ROOT && namespace !== resource.rootNamespace) return false
  if (resource.name === 'istio') return true
  const revision = resource.name.slice('istio-'.length)
  return resource.labels[REVISION_LABEL] === revision || looksLikeRevision(revision) || isUsed(revision, resources)
}

const REVISION_LABEL = 'istio.io/rev'

/** The names that Istio's own pages give to revisions: a version, or `canary`. */
function looksLikeRevision(name: string): boolean {
  return name === 'canary' || name === 'default' || /^v?[0-9]+-[0-9]+/.test(name)
}

/** Some namespace, pod or istiod itself names the revision. */
function isUsed(revision: string, { namespaces, workloads, services }: MeshResources): boolean {
  return (
    namespaces.some(({ resource }) => resource.labels[REVISION_LABEL] === revision) ||
    workloads.some(({ resource }) => resource.podLabels[REVISION_LABEL] === revision) ||
    services.some(({ resource }) => resource.name === `istiod-${revision}`)
  )
}

/** The configuration in force: the last source replaces all others; one that istiod refuses leaves the defaults. */
export function meshSettings(resources: MeshResources): MeshSettings {
  const last = meshConfigSources(resources).at(-1)
  const config = last && last.resource.rejections.length === 0 ? last : undefined
  const says = config?.resource
  const labels = namespaceLabels(resources)
  const discovery = validSelectors(says?.discoverySelectors ?? [])
  return {
    config,
    rootNamespace: says?.rootNamespace ?? DEFAULT_ROOT,
    dnsCapture: says?.dnsCapture ?? false,
    dnsAutoAllocate: says?.dnsAutoAllocate ?? false,
    defaultServiceExportTo: says?.defaultServiceExportTo ?? EVERYBODY,
    defaultVirtualServiceExportTo: says?.defaultVirtualServiceExportTo ?? EVERYBODY,
    defaultDestinationRuleExportTo: says?.defaultDestinationRuleExportTo ?? EVERYBODY,
    isDiscovered: (namespace) =>
      discovery.length === 0 || discovery.some((selector) => selectorMatches(selector, labels(namespace))),
    entryVisibility: (namespace) => entryVisibility(says, labels(namespace)),
  }
}

/** One selector that cannot be used switches all of them off. */
function validSelectors(selectors: readonly LabelSelector[]): readonly LabelSelector[] {
  return selectors.every(isValidSelector) ? selectors : []
}

function entryVisibility(config: MeshConfig | undefined, labels: Labels): 'public' | 'namespace' | 'none' {
  const visibility = config?.serviceEntryVisibility
  if (!visibility?.applyToSidecars) return 'public'
  const policy = visibility.policies.find(({ selectors }) =>
    selectors.every((selector) => selectorMatches(selector, labels)),
  )
  const word = policy?.visibility ?? visibility.defaultVisibility
  if (word === 'NAMESPACE') return 'namespace'
  return word === 'NONE' ? 'none' : 'public'
}

/** The labels of each Namespace; its name is always one of them. */
function namespaceLabels({ namespaces }: MeshResources): (namespace: string) => Labels {
  const byName = new Map<string, Labels>()
  for (const { resource } of namespaces) byName.set(resource.name, resource.labels)
  return (namespace) => ({ ...byName.get(namespace), 'kubernetes.io/metadata.name': namespace })
}

/** True if a workload with `labels` is meant by `selector`; no selector means every workload. */
export function selects(selector: Labels | undefined, labels: Labels): boolean {
  return selector === undefined || isSubsetOfLabels(selector, labels)
}
