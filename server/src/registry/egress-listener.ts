import { hostsMatch, isSubsetOfHost, isWildcardHost } from '../istio/host-name'
import { type Protocol, parseProtocol } from '../istio/protocol'
import type { SidecarEgressListener } from '../istio/sidecar'
import type { RegistryService } from './registry-service'
import { isVisibleTo, type ServiceRegistry } from './service-registry'
import type { MeshVirtualService } from './virtual-service-index'

/** An egress listener of a Sidecar with what it imports; answers are found when they are asked for. */
export interface ImportedListener {
  /** Port 0 is a unix socket. */
  readonly port: { readonly number: number; readonly protocol: Protocol } | undefined
  readonly bind: string | undefined
  /** `captureMode: NONE`: the sidecar listens on a port of its own and nothing is redirected to it. */
  readonly bindsToPort: boolean
  /** The one port that it imports of its services. */
  readonly onlyPort: number | undefined
  /** True if the service is visible and imported, even if another namespace's service for the same host is used. */
  imports(service: RegistryService): boolean
  /** Those of the given services that are imported and used, each once, in istiod's order and with imported ports only. */
  pick(candidates: Iterable<RegistryService>): readonly RegistryService[]
  readonly virtualServices: readonly MeshVirtualService[]
  /** For an imported host the VirtualService whose host fits it best. */
  bestVirtualService(host: string): MeshVirtualService | undefined
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
  const virtualServices = visible.filter((service) => importsVirtualService(service, imports))
  return {
    port,
    bind: listener.bind,
    bindsToPort: listener.captureMode === 'NONE' || (listener.bind?.startsWith('unix://') ?? false),
    onlyPort,
    ...createPicker({ imports, namespace, registry, onlyPort }),
    virtualServices,
    bestVirtualService: bestVirtualServices(virtualServices),
  }
}

interface Picking {
  readonly imports: ReadonlyMap<string, Imports>
  readonly namespace: string
  readonly registry: ServiceRegistry
  readonly onlyPort: number | undefined
}

function createPicker(picking: Picking): Pick<ImportedListener, 'imports' | 'pick'> {
  const { imports, namespace, registry, onlyPort } = picking
  const byExactHost = onlyExactHosts(imports)
  const chosen = new Map<string, string | undefined>()
  const through = (service: RegistryService): Imports | undefined => {
    if (!isCandidate(service, namespace, registry, byExactHost)) return undefined
    return importing(service, imports)
  }
  const isUsable = (service: RegistryService) =>
    through(service) !== undefined && (onlyPort === undefined || hasPort(service, onlyPort))
  const namespaceFor = (host: string): string | undefined => {
    if (!chosen.has(host)) {
      const usable = inOrder(registry.allOf(host).filter(isUsable), byExactHost)
      chosen.set(host, chooseNamespace(usable, namespace))
    }
    return chosen.get(host)
  }
  return {
    imports: (service) => through(service) !== undefined,
    pick: (candidates) => {
      const used = [...new Set(candidates)].filter(
        (service) => isUsable(service) && namespaceFor(service.host) === service.namespace,
      )
      return inOrder(used, byExactHost).map((service) => trimmed(service, onlyPort, through(service)))
    },
  }
}

/** What a listener may look at: with exact hosts alone only one service of each namespace and host is looked up. */
function isCandidate(
  service: RegistryService,
  namespace: string,
  registry: ServiceRegistry,
  byExactHost: boolean,
): boolean {
  if (!isVisibleTo(service, namespace)) return false
  if (byExactHost) return registry.serviceOf(service.host, service.namespace) === service
  return service.exportTo.includes('*') || !service.exportTo.includes('~')
}

/** What is exported by name first, then what is public; each oldest first. By exact hosts simply the oldest first. */
function inOrder(services: readonly RegistryService[], byAge: boolean): readonly RegistryService[] {
  if (services.length < 2) return services
  const rank = (service: RegistryService) => (!byAge && service.exportTo.includes('*') ? 1 : 0)
  return [...services].sort((a, b) => rank(a) - rank(b) || a.order - b.order)
}

/** One namespace for each host: the caller's own, else that of a Kubernetes Service, else the first. */
function chooseNamespace(services: readonly RegistryService[], namespace: string): string | undefined {
  if (services.some((service) => service.namespace === namespace)) return namespace
  return (services.find(({ isKubernetes }) => isKubernetes) ?? services[0])?.namespace
}

function importing(service: RegistryService, imports: ReadonlyMap<string, Imports>): Imports | undefined {
  const own = imports.get(service.namespace)
  const anywhere = imports.get(ANY_NAMESPACE)
  if (isExcluded(service.host, own) || isExcluded(service.host, anywhere)) return undefined
  return [own, anywhere].find((entry) => entry !== undefined && matches(service.host, entry))
}

function hasPort({ ports }: RegistryService, number: number): boolean {
  return ports.some((port) => port.number === number)
}

/** The service with the imported port and aliases only. */
function trimmed(
  service: RegistryService,
  onlyPort: number | undefined,
  imports: Imports | undefined,
): RegistryService {
  const aliases = imports ? service.aliases.filter((alias) => matches(alias.host, imports)) : []
  const ports =
    onlyPort === undefined || service.ports.length === 1
      ? service.ports
      : service.ports.filter(({ number }) => number === onlyPort).slice(0, 1)
  if (ports === service.ports && aliases.length === service.aliases.length) return service
  return { ...service, aliases, ports }
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
): (host: string) => MeshVirtualService | undefined {
  const exact = new Map<string, MeshVirtualService>()
  const wildcards = new Map<string, MeshVirtualService>()
  for (const service of virtualServices) {
    for (const host of service.hosts) {
      const index = isWildcardHost(host) ? wildcards : exact
      if (!index.has(host)) index.set(host, service)
    }
  }
  return (host) => (isWildcardHost(host) ? wildcards : exact).get(host) ?? longestWildcard(host, wildcards)
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
