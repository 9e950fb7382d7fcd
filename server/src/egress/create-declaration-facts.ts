import { fullyQualifiedHost, hostCovers } from '../istio/host-name'
import { isTcp, isTls } from '../istio/protocol'
import type { MeshResources } from '../registry/mesh-resources'
import { refOf } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import { ANY_ADDRESS, listenAddressOf, type RegistryService } from '../registry/registry-service'
import { isVisibleTo } from '../registry/service-registry'
import {
  type DeclarationFacts,
  ELSEWHERE,
  type EntryId,
  type RuleWithSubset,
  type SidecarRivals,
  type StandingService,
  type TakenHost,
} from './declaration-facts'
import type { EgressEngine } from './egress-engine'
import type { Caller } from './egress-verdict'
import { type ImportingSidecars, indexImportingSidecars } from './importing-sidecars'
import { judge } from './judge'
import type { MeshModel } from './mesh-model'
import { destinationRuleOf } from './sidecar-proxy'
import { sidecarRivals } from './sidecar-rivals'
import { indexSimilarHosts, type SimilarHosts } from './similar-hosts'

/** More hosts than this are not worth gathering for a message. */
const ENOUGH = 8

/** Answers about declarations; every index is made when it is first asked for. */
export function createDeclarationFacts(
  model: MeshModel,
  resources: MeshResources,
  verdict: EgressEngine['verdict'],
): DeclarationFacts {
  return new Facts(model, resources, verdict)
}

class Facts implements DeclarationFacts {
  private byEntry: ReadonlyMap<string, readonly RegistryService[]> | undefined
  private kubernetes: ReadonlyMap<string, RegistryService> | undefined
  private subsets: ReadonlyMap<string, readonly SubsetOfRule[]> | undefined
  private hosts: ReadonlySet<string> | undefined
  private similar: SimilarHosts | undefined
  private importing: ImportingSidecars | undefined
  private rivals: ReadonlyMap<string, SidecarRivals> | undefined
  private readonly taken = new Map<number, ReadonlyMap<string, readonly TakenHost[]>>()

  constructor(
    private readonly model: MeshModel,
    private readonly resources: MeshResources,
    private readonly verdict: EgressEngine['verdict'],
  ) {}

  audienceOf(entry: EntryId): readonly string[] | undefined {
    const [service] = this.servicesOf(entry)
    if (!service) return undefined
    if (service.exportTo.includes('~')) return []
    const named = service.exportTo.map((each) => (each === '.' ? service.namespace : each))
    if (named.includes('*')) return [service.namespace, ELSEWHERE]
    const own = named.filter((namespace) => namespace === service.namespace)
    return [...new Set([...own, ...named])]
  }

  standingFor(caller: Caller, host: string): StandingService | undefined {
    const service = this.model.envoyFor(caller).proxy.scope.serviceOf(host)
    return service && standing(service)
  }

  isContested(entry: EntryId): boolean {
    const services = this.servicesOf(entry)
    return services.some(({ host, declaredBy }) =>
      this.model.registry.allOf(host).some((other) => other.declaredBy !== declaredBy),
    )
  }

  similarHosts(name: string): Iterable<string> {
    this.similar ??= indexSimilarHosts(this.entryHosts())
    return this.similar(name)
  }

  isEntryHost(host: string): boolean {
    return this.entryHosts().has(host)
  }

  private entryHosts(): ReadonlySet<string> {
    this.hosts ??= new Set(this.resources.serviceEntries.flatMap(({ resource }) => resource.hosts))
    return this.hosts
  }

  kubernetesService(host: string, seenFrom: string): StandingService | undefined {
    this.kubernetes ??= new Map(
      this.model.registry.services.filter(({ isKubernetes }) => isKubernetes).map((each) => [each.host, each]),
    )
    const service = this.kubernetes.get(host)
    return service && isVisibleTo(service, seenFrom) ? standing(service) : undefined
  }

  isInSomeScope(entry: EntryId): boolean {
    const services = this.servicesOf(entry)
    const audience = this.audienceOf(entry) ?? []
    const reaches = (caller: Caller) => this.imports(caller, services)
    if (audience.some((namespace) => reaches({ namespace, labels: {} }))) return true
    const isPublic = audience.includes(ELSEWHERE)
    this.importing ??= indexImportingSidecars(this.resources)
    for (const { host, namespace: owner } of services) {
      for (const { resource, namespace } of this.importing(owner, host)) {
        if (resource.rejections.length > 0 || !(isPublic || audience.includes(namespace))) continue
        if (reaches({ namespace, labels: resource.workloadSelector ?? {} })) return true
      }
    }
    return false
  }

  takenPorts(entry: EntryId): readonly number[] {
    const ports = this.servicesOf(entry).flatMap((service) =>
      service.ports.map(({ number }) => number).filter((number) => this.takesPort(service, number)),
    )
    return [...new Set(ports)]
  }

  takenHosts(entry: EntryId, port: number): readonly TakenHost[] {
    const known = this.taken.get(port) ?? this.computeTaken(port)
    this.taken.set(port, known)
    return known.get(placedId(entry)) ?? []
  }

  spoiltHosts(entry: EntryId, host: string, port: number): readonly string[] | undefined {
    const [namespace] = this.audienceOf(entry) ?? []
    if (namespace === undefined) return undefined
    const envoy = this.model.envoyFor({ namespace, labels: {} })
    const call = { host: host.replace('*', 'any'), port, protocol: 'tls' }
    if (!judge(envoy, call, port).passage?.refused) return undefined
    const hit = new Set<string>()
    for (const service of this.model.registry.onPort(port).services) {
      if (hit.size >= ENOUGH) break
      if (service.host === host || !isVisibleTo(service, namespace) || service.address !== ANY_ADDRESS) continue
      if (service.ports.some(({ number, protocol }) => number === port && isTls(protocol))) hit.add(service.host)
    }
    return [...hit]
  }

  subsetsFor(caller: Caller, host: string): readonly string[] | undefined {
    const { proxy } = this.model.envoyFor(caller)
    const service = proxy.scope.serviceOf(host)
    return service && (destinationRuleOf(proxy, service)?.subsets ?? []).map(({ name }) => name)
  }

  rulesWithSubset(host: string, subset: string): readonly RuleWithSubset[] {
    this.subsets ??= subsetIndex(this.resources)
    return (this.subsets.get(subset) ?? []).filter((each) => hostCovers(each.host, host))
  }

  sidecarRivals(sidecar: EntryId): SidecarRivals | undefined {
    this.rivals ??= sidecarRivals(this.resources, this.model.registry.settings)
    return this.rivals.get(placedId(sidecar))
  }

  private servicesOf(entry: EntryId): readonly RegistryService[] {
    this.byEntry ??= servicesByEntry(this.model.registry.services)
    return this.byEntry.get(placedId(entry)) ?? []
  }

  private imports(caller: Caller, services: readonly RegistryService[]): boolean {
    const { scope } = this.model.envoyFor(caller).proxy
    return services.some(
      (service) =>
        isVisibleTo(service, caller.namespace) &&
        (scope.listeners.some((listener) => listener.imports(service)) ||
          scope.serviceOf(service.host)?.namespace === service.namespace),
    )
  }

  /** True for plain bytes, or anything, on all addresses: nothing but the port tells such a call apart. */
  private takesPort(service: RegistryService, number: number): boolean {
    if (service.isKubernetes || listenAddressOf(service) !== ANY_ADDRESS) return false
    return service.ports.some(
      (port) =>
        port.number === number &&
        (port.protocol === 'AUTO' || (isTcp(port.protocol) && !isTls(port.protocol))) &&
        this.model.registry.podBinds(service, port) === undefined,
    )
  }

  /**
   * A host is called once from where it is declared; whoever answers in its place has taken it. In one namespace that is
   * always the same entry, so once enough of its victims are known, no more of them are asked for.
   */
  private computeTaken(port: number): ReadonlyMap<string, readonly TakenHost[]> {
    const { services } = this.model.registry.onPort(port)
    const takers = services.filter((service) => this.takesPort(service, port))
    const found = new Map<string, TakenHost[]>()
    if (takers.length < 2) return found
    const takerIn = new Map<string, string>()
    for (const service of takers) {
      const owner = service.declaredBy
      const [namespace] = this.audienceOf(refOf(owner)) ?? []
      if (namespace === undefined) continue
      if ((found.get(takerIn.get(namespace) ?? '')?.length ?? 0) >= ENOUGH) continue
      const host = service.host.replace('*', 'any')
      const { outcome, entry, ambiguous } = this.verdict({ namespace, labels: {} }, { host, port, protocol: 'tcp' })
      if (outcome !== 'captured' || !entry) continue
      const id = placedId(entry)
      takerIn.set(namespace, id)
      // Several TCP hosts in one entry are one to Envoy, and meant to be.
      if (id === placedId(refOf(owner)) || !this.mayMeet(id, owner.overlay)) continue
      const taken = { host: service.host, namespace, entry: refOf(owner), ambiguous }
      const list = found.get(id)
      if (list) list.push(taken)
      else found.set(id, [taken])
    }
    return found
  }

  /** Two overlays may be two clusters: what only they bring together is no finding. */
  private mayMeet(takerId: string, overlay: string | undefined): boolean {
    const taker = this.byEntry?.get(takerId)?.[0]?.declaredBy.overlay
    return taker === undefined || overlay === undefined || taker === overlay
  }
}

function standing(service: RegistryService): StandingService {
  const { host, declaredBy, ports } = service
  return { host, entry: refOf(declaredBy), ports: ports.map(({ number, protocol }) => ({ number, protocol })) }
}

function servicesByEntry(services: readonly RegistryService[]): ReadonlyMap<string, readonly RegistryService[]> {
  const found = new Map<string, RegistryService[]>()
  for (const service of services) {
    const { uri, resource, namespace } = service.declaredBy
    const id = placedId({ uri, key: resource.key, namespace })
    const list = found.get(id)
    if (list) list.push(service)
    else found.set(id, [service])
  }
  return found
}

interface SubsetOfRule extends RuleWithSubset {
  readonly host: string
}

/** By the subset's name: few rules define one of the same name. */
function subsetIndex({ destinationRules }: MeshResources): ReadonlyMap<string, readonly SubsetOfRule[]> {
  const found = new Map<string, SubsetOfRule[]>()
  for (const placed of destinationRules) {
    if (placed.resource.rejections.length > 0) continue
    const host = fullyQualifiedHost(placed.resource.host, placed.namespace)
    const isSelective = placed.resource.workloadSelector !== undefined
    for (const { name } of placed.resource.subsets) {
      const list = found.get(name)
      const each = { host, rule: refOf(placed), isSelective }
      if (list) list.push(each)
      else found.set(name, [each])
    }
  }
  return found
}
