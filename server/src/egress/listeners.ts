import { isHttp, isTcp, type Protocol } from '../istio/protocol'
import { listenAddressOf, type RegistryPort } from '../registry/registry-service'
import { conflicts, matchesAll, refusalOf } from './chain-match'
import { BLACK_HOLE, type FilterChain, type Listener, PASSTHROUGH, WILDCARD_ADDRESS } from './envoy-config'
import { type ChainRequest, httpChain, tcpChains } from './filter-chains'
import type { ImportedServices } from './relevant-services'
import type { SidecarProxy } from './sidecar-proxy'

/** A listener in the making: services are added to it one after the other. */
interface Draft {
  readonly address: string
  readonly bindsToPort: boolean
  chains: FilterChain[]
  /** `AUTO` once plain HTTP and bytes share it. */
  protocol: Protocol
  /** Made for a port that a Sidecar names: nothing is added to it by a later listener without a port. */
  locked: boolean
}

/** Ports that the sidecar itself listens on. */
const RESERVED = new Set([15001, 15006, 15021, 15090])

/**
 * The listeners that istiod makes for one port, by address. A port never depends on another one, so they can be made when
 * they are asked for.
 * @param imported the services that count, by egress listener
 * Source: Istio's page "Understanding Traffic Routing" and semantics 5 to 7.
 */
export function listenersOfPort(
  proxy: SidecarProxy,
  imported: readonly ImportedServices[],
  port: number,
): ReadonlyMap<string, Listener> {
  const drafts = new Map<string, Draft>()
  for (const each of imported) {
    const { listener } = each
    const bind = listener.bind ?? (listener.bindsToPort ? '127.0.0.1' : '')
    if (listener.port) {
      if (listener.port.number !== port) continue
      addPortListener(proxy, each, bind, drafts)
    } else {
      for (const draft of drafts.values()) draft.locked = true
      addCatchAllListener(proxy, each, bind, port, drafts)
    }
  }
  const result = new Map<string, Listener>()
  for (const draft of drafts.values()) result.set(draft.address, finish(proxy, draft, port))
  return result
}

function addPortListener(
  proxy: SidecarProxy,
  { listener, services }: ImportedServices,
  bind: string,
  drafts: Map<string, Draft>,
): void {
  if (!listener.port) return
  const port: RegistryPort = { ...listener.port, name: '' }
  if (isReserved(bind, port)) return
  for (const service of services) addService({ proxy, listener, service, port, bind, ranges: [] }, drafts)
}

function addCatchAllListener(
  proxy: SidecarProxy,
  { listener, services }: ImportedServices,
  bind: string,
  number: number,
  drafts: Map<string, Draft>,
): void {
  for (const service of services) {
    for (const port of service.ports) {
      if (port.number !== number || isReserved(bind, port)) continue
      const request: ChainRequest = { proxy, listener, service, port, bind, ranges: [] }
      const pods = bind === '' ? proxy.registry.podBinds(service, port) : undefined
      if (!pods) addService(request, drafts)
      else for (const pod of pods) addService({ ...request, bind: pod }, drafts)
    }
  }
}

function isReserved(bind: string, port: RegistryPort): boolean {
  if (bind === '' ? !isHttp(port.protocol) : bind !== WILDCARD_ADDRESS) return false
  return RESERVED.has(port.number)
}

function addService(given: ChainRequest, drafts: Map<string, Draft>): void {
  const { service, port } = given
  if (service.resolution === 'alias' || port.protocol === 'UDP') return
  const request = withBind(given)
  const draft = drafts.get(request.bind)
  if (draft?.locked) return
  if (isHttp(port.protocol)) addHttp(request, draft, drafts)
  else if (port.protocol === 'AUTO') addSniffed(request, draft, drafts)
  else merge(request, draft, tcpChains(request), drafts)
}

/** HTTP is told by name, so it shares one listener; bytes have one on the service's address, ranges one chain each. */
function withBind(request: ChainRequest): ChainRequest {
  const { service, port, bind } = request
  if (bind !== '') return request
  if (isHttp(port.protocol)) return { ...request, bind: WILDCARD_ADDRESS }
  const address = listenAddressOf(service)
  if (!address.includes('/')) return { ...request, bind: address }
  return { ...request, bind: WILDCARD_ADDRESS, ranges: [address] }
}

function addHttp(request: ChainRequest, draft: Draft | undefined, drafts: Map<string, Draft>): void {
  // A port for an explicit HTTP proxy is taken whole, whatever was on it.
  if (request.port.protocol === 'HTTP_PROXY') {
    start(request, [httpChain(request, true, false)], 'HTTP_PROXY', drafts)
    return
  }
  if (draft && !isTcp(draft.protocol)) return
  const isShared = request.bind === WILDCARD_ADDRESS
  const chain = httpChain(request, true, isShared)
  if (!draft) start(request, [chain], isShared ? 'AUTO' : request.port.protocol, drafts)
  else if (!isExclusive(request.port.protocol, draft)) {
    draft.chains = joined(draft.chains, [chain])
    draft.protocol = 'AUTO'
  }
}

function addSniffed(request: ChainRequest, draft: Draft | undefined, drafts: Map<string, Draft>): void {
  if (draft && !isTcp(draft.protocol) && !isHttp(draft.protocol)) return
  const chains = [...tcpChains(request), httpChain(request, request.bind === WILDCARD_ADDRESS, true)]
  if (!draft || isHttp(draft.protocol)) start(request, chains, 'AUTO', drafts)
  else if (!isExclusive('AUTO', draft)) {
    draft.chains = joined(draft.chains, chains)
    draft.protocol = 'AUTO'
  }
}

function merge(
  request: ChainRequest,
  draft: Draft | undefined,
  chains: readonly FilterChain[],
  drafts: Map<string, Draft>,
): void {
  const { protocol } = request.port
  if (!draft) start(request, chains, protocol, drafts)
  else if (!isExclusive(protocol, draft)) {
    draft.chains = joined(draft.chains, chains)
    if (isHttp(draft.protocol)) draft.protocol = 'AUTO'
  }
}

/** Protocols in which the server speaks first share a port with nothing else (semantics 7.4). */
function isExclusive(declared: Protocol, draft: Draft): boolean {
  const serverFirst = [declared, draft.protocol].some((protocol) => protocol === 'MySQL' || protocol === 'Mongo')
  return serverFirst && declared !== draft.protocol
}

function start(
  request: ChainRequest,
  chains: readonly FilterChain[],
  protocol: Protocol,
  drafts: Map<string, Draft>,
): void {
  drafts.set(request.bind, {
    address: request.bind,
    bindsToPort: request.listener.bindsToPort,
    chains: [...chains],
    protocol,
    locked: false,
  })
}

/** Of chains that match the same the first stays (semantics 7.2). */
function joined(current: readonly FilterChain[], incoming: readonly FilterChain[]): FilterChain[] {
  const result = [...current]
  for (const chain of incoming) if (!result.some((existing) => conflicts(existing, chain))) result.push(chain)
  return result
}

function finish(proxy: SidecarProxy, draft: Draft, port: number): Listener {
  const specific = draft.chains.filter((chain) => !matchesAll(chain))
  const forAll = draft.chains.filter(matchesAll).at(-1)
  const isAlone = forAll !== undefined && specific.length === 0
  return {
    address: draft.address,
    port,
    chains: isAlone ? [forAll] : specific,
    fallback: isAlone ? undefined : (forAll ?? policyChain(proxy)),
    inspectsTls: draft.chains.some(({ sniHosts, readsSni }) => sniHosts.length > 0 || readsSni),
    inspectsHttp: draft.chains.some(({ onlyHttp }) => onlyHttp),
    bindsToPort: draft.bindsToPort,
    refused: refusalOf(isAlone ? [forAll] : specific),
  }
}

/** What becomes of bytes that nothing matches (semantics 2.2). */
export function policyChain(proxy: SidecarProxy): FilterChain {
  const name = proxy.mode === 'REGISTRY_ONLY' ? BLACK_HOLE : (proxy.egressProxyCluster ?? PASSTHROUGH)
  return {
    sniHosts: [],
    ranges: [],
    onlyHttp: false,
    filter: { kind: 'tcp', clusters: [{ name, weight: 0 }] },
    service: undefined,
    via: undefined,
    readsSni: false,
  }
}
