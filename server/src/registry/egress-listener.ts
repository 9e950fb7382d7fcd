import { hostsMatch, isSubsetOfHost, isWildcardHost } from '../istio/host-name'
import { type Protocol, parseProtocol } from '../istio/protocol'
import type { SidecarEgressListener } from '../istio/sidecar'
import type { RegistryService } from './registry-service'
import { isVisibleTo, type ServiceRegistry } from './service-registry'
import type { MeshVirtualService } from './virtual-service-index'

/** An egress listener of a Sidecar with what it imports. */
export interface ImportedListener {
  /** Port 0 is a unix socket. */
  readonly port: { readonly number: number; readonly protocol: Protocol } | undefined
  readonly bind: string | undefined
  /** `captureMode: NONE`: the sidecar listens on a port of its own and nothing is redirected to it. */
  readonly bindsToPort: boolean
  /** The one port that it imports of its services. */
  readonly onlyPort: number | undefined
  /** In the order in which istiod takes them: one namespace for each host. */
  readonly services: readonly RegistryService[]
  /** Imported too, but another namespace's service for the same host is used. */
  readonly shadowed: readonly RegistryService[]
  readonly virtualServices: readonly MeshVirtualService[]
  /** For each imported host the VirtualService whose host fits it best. */
  readonly bestVirtualService: ReadonlyMap<string, MeshVirtualService>
}

/** What the hosts of an egress listener say about one namespace. */
interface Imports {
  readonly exact: Set<string>
  readonly all: string[]
  readonly excluded: string[]
}

const ANY_NAMESPACE = '*'

/**
 * What a namespace imports through an egress listener (semantics 3.5, 3.6, 4.1).
 * @param visible the VirtualServices that the namespace may see, in istiod's order
 */
export function importListener(
  listener: SidecarEgressListener,
  namespace: string,
  registry: ServiceRegistry,
  visible: readonly MeshVirtualService[],
): ImportedListener {
  const imports = readImports(listener.hosts, namespace)
  const port = listener.port && { number: listener.port.number, protocol: parseProtocol(listener.port.protocol) }
  const onlyPort = port && port.number !== 0 && port.protocol !== 'HTTP_PROXY' ? port.number : undefined
  const candidates = onlyExactHosts(imports)
    ? exactServices(imports, namespace, registry)
    : registry.visibleTo(namespace)
  const imported = importedServices(candidates, imports, onlyPort)
  const services = inChosenNamespace(imported, namespace)
  const virtualServices = visible.filter((service) => importsVirtualService(service, imports))
  return {
    port,
    bind: listener.bind,
    bindsToPort: listener.captureMode === 'NONE' || (listener.bind?.startsWith('unix://') ?? false),
    onlyPort,
    services,
    shadowed: services.length === imported.length ? [] : imported.filter((service) => !services.includes(service)),
    virtualServices,
    bestVirtualService: bestVirtualServices(virtualServices, services),
  }
}

function readImports(hosts: readonly string[], namespace: string): ReadonlyMap<string, Imports> {
  const imports = new Map<string, Imports>()
  for (const host of hosts) {
    const slash = host.indexOf('/')
    let owner = host.slice(0, slash)
    const name = host.slice(slash + 1)
    const excludes = owner.startsWith('~')
    if (excludes) owner = owner.slice(1) || ANY_NAMESPACE
    if (owner === '.') owner = namespace
    const entry = imports.get(owner) ?? { exact: new Set(), all: [], excluded: [] }
    imports.set(owner, entry)
    if (excludes) entry.excluded.push(name)
    else {
      if (!isWildcardHost(name)) entry.exact.add(name)
      entry.all.push(name)
    }
  }
  return imports
}

/** Such a listener is looked up host by host: of a namespace's duplicates only one is then seen. */
function onlyExactHosts(imports: ReadonlyMap<string, Imports>): boolean {
  for (const [owner, { exact, all }] of imports) {
    if (all.length > 0 && (owner === ANY_NAMESPACE || exact.size < new Set(all).size)) return false
  }
  return true
}

function exactServices(
  imports: ReadonlyMap<string, Imports>,
  namespace: string,
  registry: ServiceRegistry,
): readonly RegistryService[] {
  const found = new Set<RegistryService>()
  for (const [owner, { exact }] of imports) {
    for (const host of exact) {
      const service = registry.serviceOf(host, owner)
      if (service && isVisibleTo(service, namespace)) found.add(service)
    }
  }
  return registry.services.filter((service) => found.has(service))
}

function importedServices(
  candidates: readonly RegistryService[],
  imports: ReadonlyMap<string, Imports>,
  onlyPort: number | undefined,
): readonly RegistryService[] {
  const anywhere = imports.get(ANY_NAMESPACE)
  const imported: RegistryService[] = []
  for (const service of candidates) {
    const own = imports.get(service.namespace)
    if (isExcluded(service.host, own) || isExcluded(service.host, anywhere)) continue
    const through = [own, anywhere].find((entry) => entry !== undefined && matches(service.host, entry))
    if (!through) continue
    const trimmed = onlyPort === undefined ? service : withOnlyPort(service, onlyPort)
    if (trimmed) imported.push(withImportedAliases(trimmed, through))
  }
  return imported
}

/** One namespace for each host: the caller's own, else that of a Kubernetes Service, else the first. */
function inChosenNamespace(imported: readonly RegistryService[], namespace: string): readonly RegistryService[] {
  const chosen = new Map<string, RegistryService>()
  for (const service of imported) {
    const best = chosen.get(service.host)
    const isBetter =
      !best ||
      service.namespace === namespace ||
      (!best.isKubernetes && service.isKubernetes && best.namespace !== namespace)
    if (isBetter) chosen.set(service.host, service)
  }
  return imported.filter((service) => chosen.get(service.host)?.namespace === service.namespace)
}

function withOnlyPort(service: RegistryService, number: number): RegistryService | undefined {
  const port = service.ports.find((candidate) => candidate.number === number)
  if (!port) return undefined
  return service.ports.length === 1 ? service : { ...service, ports: [port] }
}

function withImportedAliases(service: RegistryService, imports: Imports): RegistryService {
  if (service.aliases.length === 0) return service
  const aliases = service.aliases.filter((alias) => matches(alias.host, imports))
  return aliases.length === service.aliases.length ? service : { ...service, aliases }
}

function isExcluded(host: string, imports: Imports | undefined): boolean {
  return imports?.excluded.some((excluded) => isSubsetOfHost(host, excluded)) ?? false
}

function matches(host: string, { exact, all }: Imports): boolean {
  if (exact.has(host)) return true
  const wild = isWildcardHost(host)
  return all.some((imported) => (wild || isWildcardHost(imported)) && isSubsetOfHost(host, imported))
}

/** A VirtualService is taken if one of its hosts has a name in common with an import. */
function importsVirtualService(
  { hosts, namespace }: MeshVirtualService,
  imports: ReadonlyMap<string, Imports>,
): boolean {
  const own = imports.get(namespace)
  const anywhere = imports.get(ANY_NAMESPACE)
  return hosts.some((host) => {
    if (isExcluded(host, own) || isExcluded(host, anywhere)) return false
    return [own, anywhere].some((entry) => entry !== undefined && sharesName(host, entry))
  })
}

function sharesName(host: string, { exact, all }: Imports): boolean {
  if (exact.has(host)) return true
  const wild = isWildcardHost(host)
  return all.some((imported) => (wild || isWildcardHost(imported)) && hostsMatch(host, imported))
}

function bestVirtualServices(
  virtualServices: readonly MeshVirtualService[],
  services: readonly RegistryService[],
): ReadonlyMap<string, MeshVirtualService> {
  const exact = new Map<string, MeshVirtualService>()
  const wildcards = new Map<string, MeshVirtualService>()
  for (const service of virtualServices) {
    for (const host of service.hosts) {
      const index = isWildcardHost(host) ? wildcards : exact
      if (!index.has(host)) index.set(host, service)
    }
  }
  const best = new Map<string, MeshVirtualService>()
  for (const { host } of services) {
    if (best.has(host)) continue
    const found = (isWildcardHost(host) ? wildcards : exact).get(host) ?? longestWildcard(host, wildcards)
    if (found) best.set(host, found)
  }
  return best
}

function longestWildcard(
  host: string,
  wildcards: ReadonlyMap<string, MeshVirtualService>,
): MeshVirtualService | undefined {
  const needle = isWildcardHost(host) ? host.slice(1) : host
  let best: string | undefined
  for (const candidate of wildcards.keys()) {
    if (!needle.endsWith(candidate.slice(1))) continue
    if (best === undefined || candidate.length > best.length) best = candidate
  }
  return best === undefined ? undefined : wildcards.get(best)
}
