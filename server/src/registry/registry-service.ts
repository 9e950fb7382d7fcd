import { checkTogether } from '../istio/acceptance/export-to'
import { isCidr, isIpAddress } from '../istio/acceptance/names'
import { serviceHost } from '../istio/host-name'
import type { Labels } from '../istio/label-selector'
import { type Protocol, parseProtocol, protocolOfServicePort } from '../istio/protocol'
import type { Resolution, ServiceEntry } from '../istio/service-entry'
import type { Service } from '../kubernetes/service'
import { creationTimeOf } from './ages'
import type { MeshOptions } from './mesh-resources'
import type { MeshSettings } from './mesh-settings'
import type { Placed } from './placed'

export interface RegistryPort {
  readonly number: number
  readonly name: string
  readonly protocol: Protocol
}

/** How Envoy finds the servers of a service. */
export type ServiceResolution = 'static' | 'dns' | 'dns-round-robin' | 'passthrough' | 'dynamic-dns' | 'alias'

/** "No address": the service is told by its name, not by where the call goes. */
export const ANY_ADDRESS = '0.0.0.0'

/**
 * One service as istiod's registry holds it: one for a Kubernetes Service, and of a ServiceEntry one for each host and
 * address.
 */
export interface RegistryService {
  /** As declared: letter case kept, maybe a wildcard. */
  readonly host: string
  readonly namespace: string
  readonly isKubernetes: boolean
  /** What breaks a tie of ages: the host, or the Service's name. */
  readonly sortName: string
  readonly created: number
  /** An IP address, a range, or `0.0.0.0`. */
  readonly address: string
  /** The address that the sidecar's own DNS answers with. */
  readonly autoAddress: string | undefined
  readonly ports: readonly RegistryPort[]
  readonly resolution: ServiceResolution
  /** Effective, defaults applied. */
  readonly exportTo: readonly string[]
  readonly labels: Labels
  readonly selector: Labels | undefined
  readonly externalName: string | undefined
  /** ExternalName Services that stand for this one. */
  readonly aliases: readonly ServiceAlias[]
  readonly declaredBy: Placed<ServiceEntry> | Placed<Service>
  /** Its place among all services, oldest first. */
  readonly order: number
}

export interface ServiceAlias {
  readonly host: string
  readonly namespace: string
}

const RESOLUTIONS: Readonly<Record<Resolution, ServiceResolution>> = {
  NONE: 'passthrough',
  STATIC: 'static',
  DNS: 'dns',
  DNS_ROUND_ROBIN: 'dns-round-robin',
  DYNAMIC_DNS: 'dynamic-dns',
}

/** The services of a ServiceEntry: one for each host and address (semantics 3.1 and 3.4 give who may see them). */
export function servicesOfEntry(
  placed: Placed<ServiceEntry>,
  settings: MeshSettings,
  options: MeshOptions,
  autoAddresses: ReadonlyMap<string, string>,
): readonly RegistryService[] {
  const { resource: entry, namespace } = placed
  if (refusedByPlacement(entry, namespace)) return []
  const exportTo = entryExportTo(placed, settings, options)
  const ports = entry.ports.map(({ number, name, protocol }) => ({ number, name, protocol: parseProtocol(protocol) }))
  const base = {
    namespace,
    isKubernetes: false,
    created: creationTimeOf(placed),
    ports,
    resolution: RESOLUTIONS[entry.resolution],
    exportTo,
    labels: entry.labels,
    selector: entry.workloadSelector,
    externalName: undefined,
    aliases: [],
    declaredBy: placed,
    order: 0,
  }
  return entry.hosts.flatMap((host): readonly RegistryService[] => {
    const named = { ...base, host, sortName: host }
    if (entry.addresses.length === 0) {
      return [{ ...named, address: ANY_ADDRESS, autoAddress: autoAddresses.get(`${namespace}/${entry.name}/${host}`) }]
    }
    return entry.addresses
      .filter((address) => isIpAddress(address) || isCidr(address))
      .map((address) => ({ ...named, address: plainAddress(address), autoAddress: undefined }))
  })
}

/** The namespace that counts may come from a kustomization, so this can be known only now. */
export function refusedByPlacement(entry: ServiceEntry, namespace: string): boolean {
  return entry.exportTo !== undefined && [...checkTogether(entry.exportTo, namespace)].length > 0
}

/** Who may see a ServiceEntry: its `exportTo`, else the default, narrowed by the mesh's serviceEntryVisibility. */
function entryExportTo(
  { resource: entry, namespace }: Placed<ServiceEntry>,
  settings: MeshSettings,
  options: MeshOptions,
): readonly string[] {
  const byDefault = options.visibility === 'namespace' ? ['.'] : settings.defaultServiceExportTo
  const exportTo = entry.exportTo ?? byDefault
  const cap = settings.entryVisibility(namespace)
  if (cap === 'public' || (exportTo.length === 1 && exportTo[0] === '~')) return exportTo
  const reachesOwn = exportTo.includes('*') || exportTo.includes('.') || exportTo.includes(namespace)
  return cap === 'namespace' && reachesOwn ? ['.'] : ['~']
}

/** The service of a Kubernetes Service. @param clusterIP of a Service that is neither headless nor an alias */
export function serviceOfKubernetes(
  placed: Placed<Service>,
  settings: MeshSettings,
  clusterIP: string | undefined,
): RegistryService {
  const { resource: service, namespace } = placed
  const isAlias = service.type === 'ExternalName' && service.externalName !== undefined
  const isHeadless = service.clusterIP === 'None'
  const annotation = service.annotations['networking.istio.io/exportTo']
  return {
    host: serviceHost(service.name, namespace),
    namespace,
    isKubernetes: true,
    sortName: service.name,
    created: creationTimeOf(placed),
    address: isHeadless ? ANY_ADDRESS : (clusterIP ?? ANY_ADDRESS),
    autoAddress: undefined,
    ports: service.ports.map((port) => ({
      number: port.number,
      name: port.name,
      protocol: protocolOfServicePort(port),
    })),
    resolution: isHeadless ? 'passthrough' : isAlias ? 'alias' : 'static',
    exportTo: annotation ? annotation.split(',').map((name) => name.trim()) : settings.defaultServiceExportTo,
    labels: service.labels,
    selector: service.selector,
    externalName: isAlias ? service.externalName : undefined,
    aliases: [],
    declaredBy: placed,
    order: 0,
  }
}

/** A range of one address is that address. */
function plainAddress(address: string): string {
  const single = address.includes(':') ? '/128' : '/32'
  return address.endsWith(single) ? address.slice(0, -single.length) : address
}

/** The address under which a proxy listens for the service: its own, else one given by the sidecar's DNS. */
export function listenAddressOf({ address, autoAddress }: RegistryService): string {
  return address === ANY_ADDRESS && autoAddress !== undefined ? autoAddress : address
}

/** True if a list `exportTo` of an object in `owner` lets `namespace` see it. */
export function isExportedTo(exportTo: readonly string[], owner: string, namespace: string): boolean {
  return exportTo.includes('*') || (exportTo.includes('.') && owner === namespace) || exportTo.includes(namespace)
}
