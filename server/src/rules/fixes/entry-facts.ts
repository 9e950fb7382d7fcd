import { checkServiceEntry } from '../../istio/acceptance/service-entry'
import { minorOf } from '../../istio/newer-than'
import type { ServiceEntry, ServiceEntryPort } from '../../istio/service-entry'
import { isIpAddress } from '../../text/ip-address'
import type { EntryProtocol } from './entry-protocol'

/** A Kubernetes name is at most this long where it also has to be a DNS label. */
const MAX_NAME = 63

/** The label by which an entry says that it wants no address from istiod. */
const AUTO_ALLOCATION = 'networking.istio.io/enable-autoallocate-ip'

/** What a new ServiceEntry is for. */
export interface EntryRequest {
  /** A host name, or an IP address. */
  readonly host: string
  readonly port: number
  readonly protocol: EntryProtocol
  readonly exportTo: readonly string[]
  readonly istioVersion: string
  /** True if the name is already used where the entry will live. */
  readonly isTaken: (name: string) => boolean
}

/**
 * The facts of a ServiceEntry that opens one host and port; undefined where istiod would refuse it. An IP address gets a
 * host name of its own and stands in `addresses`: its TLS carries no server name, so it is told apart as TCP.
 */
export function newEntry(request: EntryRequest): ServiceEntry | undefined {
  const { host, exportTo } = request
  const isAddress = isIpAddress(host)
  const name = uniqueName(nameOfHost(host, isAddress), request.isTaken)
  const protocol = isAddress && request.protocol === 'TLS' ? 'TCP' : request.protocol
  const facts: ServiceEntry = {
    key: `ServiceEntry//${name}`,
    apiVersion: `networking.istio.io/${minorOf(request.istioVersion) >= 22 ? 'v1' : 'v1beta1'}`,
    kind: 'ServiceEntry',
    name,
    namespace: undefined,
    labels: {},
    annotations: {},
    creationTimestamp: undefined,
    rejections: [],
    hosts: [isAddress ? `${name}.internal` : host],
    addresses: isAddress ? [host] : [],
    ports: [entryPort(request.port, protocol)],
    resolution: isAddress ? 'STATIC' : 'DNS',
    location: 'MESH_EXTERNAL',
    exportTo: exportTo.length > 0 ? exportTo : undefined,
    endpoints: isAddress ? [{ address: host, labels: {} }] : [],
    workloadSelector: undefined,
  }
  return isAccepted(facts) ? facts : undefined
}

/** A port as generated entries have it: named after its protocol and number. */
export function entryPort(number: number, protocol: string, taken: readonly string[] = []): ServiceEntryPort {
  const base = `${protocol.toLowerCase()}-${number}`
  return { number, name: uniqueName(base, (name) => taken.includes(name)), protocol, targetPort: undefined }
}

/** True if istiod's webhook takes the entry. */
export function isAccepted(entry: ServiceEntry): boolean {
  return checkServiceEntry(entry).length === 0
}

/**
 * True if istiod warns that the entry's TCP ports have no addresses: those of resolution NONE, or that opted out, get
 * none by themselves. Source: rule SE18 of the project's checklist.
 */
export function lacksAddresses({ addresses, ports, resolution, labels }: ServiceEntry): boolean {
  const getsOne = resolution !== 'NONE' && labels[AUTO_ALLOCATION]?.toLowerCase() !== 'false'
  return addresses.length === 0 && !getsOne && ports.some(({ protocol }) => protocol === '' || protocol === 'TCP')
}

function nameOfHost(host: string, isAddress: boolean): string {
  const readable = `${isAddress ? 'ip-' : ''}${host}`
    .toLowerCase()
    .replace(/^\*\./, 'wildcard-')
    .replaceAll(/[^a-z0-9]+/g, '-')
  return shortened(readable, MAX_NAME) || 'external'
}

/** At most `length` characters, without a dash at either end. */
function shortened(name: string, length: number): string {
  return name.slice(0, length).replace(/^-/, '').replace(/-$/, '')
}

function uniqueName(base: string, isTaken: (name: string) => boolean): string {
  let name = base
  for (let n = 2; isTaken(name); n++) name = `${shortened(base, MAX_NAME - 1 - String(n).length)}-${n}`
  return name
}
