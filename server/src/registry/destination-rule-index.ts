import type { DestinationRule, Subset } from '../istio/destination-rule'
import { fullyQualifiedHost, isWildcardHost } from '../istio/host-name'
import { equalLabels, isSubsetOfLabels, type Labels } from '../istio/label-selector'
import { creationTimeOf, sortByAge, type TieOrder } from './ages'
import type { MeshResources } from './mesh-resources'
import type { Placed } from './placed'
import type { RegistryService } from './registry-service'
import { countingPlaced, type ServiceRegistry } from './service-registry'

/** DestinationRules of one namespace for one host, put together. */
export interface MergedDestinationRule {
  readonly placed: Placed<DestinationRule>
  readonly exportTo: ReadonlySet<string>
  readonly selector: Labels | undefined
  readonly subsets: readonly Subset[]
}

/** The DestinationRule that counts for a service when workloads of a namespace with these labels call it. */
export type DestinationRuleFor = (
  namespace: string,
  labels: Labels,
  service: RegistryService,
) => MergedDestinationRule | undefined

type ByHost = Map<string, MergedDestinationRule[]>

/**
 * DestinationRules by where istiod looks for them: the caller's namespace, the service's, the root namespace.
 * Source: Istio's page "Traffic Management Best Practices", on cross-namespace configuration.
 */
export function indexDestinationRules(
  resources: MeshResources,
  { settings }: ServiceRegistry,
  ties: TieOrder,
): DestinationRuleFor {
  const own = new Map<string, ByHost>()
  const exported = new Map<string, ByHost>()
  const privateOfRoot: ByHost = new Map()
  const defaultIsPrivate = settings.defaultDestinationRuleExportTo.includes('.')
  for (const placed of inOrder(countingPlaced(resources.destinationRules, settings), ties)) {
    const { resource: rule, namespace } = placed
    const exportTo = new Set(rule.workloadSelector ? ['.'] : (rule.exportTo ?? []))
    const reachesOwn = exportTo.size === 0 || ['*', '.', namespace].some((value) => exportTo.has(value))
    if (reachesOwn) merge(byHostOf(own, namespace), placed, exportTo)
    const isOnlyOwn = exportTo.size === 1 && (exportTo.has('.') || exportTo.has(namespace))
    if (!(isOnlyOwn || (exportTo.size === 0 && defaultIsPrivate)))
      merge(byHostOf(exported, namespace), placed, exportTo)
    else if (namespace === settings.rootNamespace) merge(privateOfRoot, placed, exportTo)
  }
  const rulesFor = (namespace: string, service: RegistryService): readonly MergedDestinationRule[] => {
    const local = namespace === settings.rootNamespace ? privateOfRoot : own.get(namespace)
    const first = local && mostSpecific(local, service.host)
    if (first) return first
    for (const owner of [service.namespace, settings.rootNamespace]) {
      const rules = mostSpecific(exported.get(owner), service.host) ?? []
      const visible = rules.filter(
        ({ exportTo }) => exportTo.size === 0 || exportTo.has('*') || exportTo.has(namespace),
      )
      if (visible.length > 0) return visible
    }
    return []
  }
  return (namespace, labels, service) => choose(rulesFor(namespace, service), namespace, labels)
}

/** Those with a workloadSelector first, then oldest first. */
function inOrder(rules: readonly Placed<DestinationRule>[], ties: TieOrder): readonly Placed<DestinationRule>[] {
  const sorted = sortByAge(rules, ties, (placed) => ({
    created: creationTimeOf(placed),
    names: [placed.resource.name, placed.namespace],
  }))
  return [
    ...sorted.filter(({ resource }) => resource.workloadSelector),
    ...sorted.filter(({ resource }) => !resource.workloadSelector),
  ]
}

function byHostOf(index: Map<string, ByHost>, namespace: string): ByHost {
  const existing = index.get(namespace)
  if (existing) return existing
  const created: ByHost = new Map()
  index.set(namespace, created)
  return created
}

/** Rules for one host join their subsets if they are exported alike or both mean the same workloads. */
function merge(byHost: ByHost, placed: Placed<DestinationRule>, exportTo: ReadonlySet<string>): void {
  const { resource: rule, namespace } = placed
  const host = fullyQualifiedHost(rule.host, namespace)
  const alone: MergedDestinationRule = { placed, exportTo, selector: rule.workloadSelector, subsets: rule.subsets }
  const list = byHost.get(host)
  if (!list) {
    byHost.set(host, [alone])
    return
  }
  let standsAlone = true
  for (const [index, existing] of list.entries()) {
    const alike = equalSets(exportTo, existing.exportTo)
    const widens = existing.exportTo.size > 0 && [...existing.exportTo].every((value) => exportTo.has(value))
    if (!alike && !widens) {
      standsAlone = true
      continue
    }
    standsAlone = !alike
    const sameWorkloads = equalLabels(existing.selector, rule.workloadSelector)
    if (existing.selector && rule.workloadSelector && !sameWorkloads) {
      standsAlone = true
      continue
    }
    if (Boolean(existing.selector) === Boolean(rule.workloadSelector)) standsAlone = false
    const names = new Set(existing.subsets.map(({ name }) => name))
    list[index] = {
      ...existing,
      subsets: [...existing.subsets, ...rule.subsets.filter(({ name }) => !names.has(name))],
    }
  }
  if (standsAlone) list.push(alone)
}

function equalSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value))
}

/** The rules for the host itself, else for the longest wildcard that covers it. */
function mostSpecific(byHost: ByHost | undefined, host: string): readonly MergedDestinationRule[] | undefined {
  if (!byHost) return undefined
  const exact = byHost.get(host)
  if (exact) return exact
  const needle = isWildcardHost(host) ? host.slice(1) : host
  let best: string | undefined
  for (const candidate of byHost.keys()) {
    if (!isWildcardHost(candidate) || !needle.endsWith(candidate.slice(1))) continue
    if (best === undefined || candidate.length > best.length) best = candidate
  }
  return best === undefined ? undefined : byHost.get(best)
}

/** One that selects the caller wins; else the last one for all workloads. */
function choose(
  rules: readonly MergedDestinationRule[],
  namespace: string,
  labels: Labels,
): MergedDestinationRule | undefined {
  let forAll: MergedDestinationRule | undefined
  for (const rule of rules) {
    if (!rule.selector) forAll = rule
    else if (rule.placed.namespace === namespace && isSubsetOfLabels(rule.selector, labels)) return rule
  }
  return forAll
}
