import type { Rejection } from '../../kubernetes/resource'
import { isKnownProtocol } from '../protocol'
import type { Sidecar, SidecarEgressListener } from '../sidecar'
import { isDnsLabel, isFqdn, isIpAddress, isPortNumber, isWildcardDomain } from './names'

type Facts = Omit<Sidecar, 'rejections'>

/**
 * Everything for which istiod's webhook refuses a Sidecar that its egress facts show. One bad host refuses the whole
 * object: the namespace is then unscoped.
 * Source: Istio's validation of Sidecar (rules SC01 to SC47 of the project's checklist).
 * @param inbound whether the object says something about inbound traffic
 */
export function checkSidecar(sidecar: Facts, inbound: { readonly says: boolean }): readonly Rejection[] {
  const { egress, outboundTrafficPolicy, workloadSelector } = sidecar
  const problems: Rejection[] = []
  if (!egress && !outboundTrafficPolicy && !inbound.says)
    problems.push({ path: 'spec', message: 'A Sidecar must say something: egress, ingress or outboundTrafficPolicy.' })
  for (const [key, value] of Object.entries(workloadSelector ?? {})) {
    const path = 'spec.workloadSelector'
    if (key === '') problems.push({ path, message: 'A label of workloadSelector has no name.' })
    if (key.includes('*') || value.includes('*'))
      problems.push({ path, message: 'workloadSelector takes labels as they are; "*" has no meaning there.' })
  }
  problems.push(...checkListeners(egress ?? []), ...checkPolicy(sidecar))
  return problems
}

function* checkListeners(listeners: readonly SidecarEgressListener[]): Iterable<Rejection> {
  const ports = new Set<number>()
  const binds = new Set<string>()
  for (const [index, listener] of listeners.entries()) {
    const path = `spec.egress[${index}]`
    if (!listener.port && index < listeners.length - 1)
      yield { path, message: 'A listener without a port takes all that is left, so it must be the last one.' }
    const isUnix = listener.bind?.startsWith('unix://') ?? false
    if (listener.port) yield* checkListenerPort(listener.port, `${path}.port`, isUnix, ports)
    if (isUnix) yield* checkUnixBind(listener, path, binds)
    else if (listener.port && listener.bind !== undefined && !isIpAddress(listener.bind))
      yield { path: `${path}.bind`, message: `"${listener.bind}" is no IP address to listen on.` }
    if (listener.hosts.length === 0)
      yield { path: `${path}.hosts`, message: 'A listener must import at least one host, such as "./*".' }
    for (const [at, host] of listener.hosts.entries()) yield* checkEgressHost(host, `${path}.hosts[${at}]`)
  }
}

function* checkListenerPort(
  port: NonNullable<SidecarEgressListener['port']>,
  path: string,
  isUnix: boolean,
  ports: Set<number>,
): Iterable<Rejection> {
  if (port.number === 0) {
    if (!isUnix) yield { path, message: 'Port 0 is only for a listener that binds to a unix socket.' }
  } else if (!isPortNumber(port.number))
    yield { path, message: `Port ${port.number} does not exist; ports go from 1 to 65535.` }
  else if (ports.has(port.number)) yield { path, message: `Two listeners of this Sidecar take port ${port.number}.` }
  ports.add(port.number)
  if (port.name !== '' && !isDnsLabel(port.name))
    yield { path, message: `The port name "${port.name}" must be letters, digits and inner hyphens.` }
  if (!isKnownProtocol(port.protocol)) yield { path, message: `Istio does not know the protocol "${port.protocol}".` }
}

function* checkUnixBind(listener: SidecarEgressListener, path: string, binds: Set<string>): Iterable<Rejection> {
  const bind = listener.bind ?? ''
  const socket = bind.slice('unix://'.length)
  if (!/^(@.|\/.*[^/]$)/.test(socket))
    yield { path: `${path}.bind`, message: `"${bind}" must name an absolute path or an abstract socket.` }
  if (listener.captureMode === 'IPTABLES')
    yield { path: `${path}.captureMode`, message: 'Traffic to a unix socket cannot be captured by iptables.' }
  if (binds.has(bind)) yield { path: `${path}.bind`, message: `Two listeners of this Sidecar bind to ${bind}.` }
  binds.add(bind)
}

function* checkEgressHost(host: string, path: string): Iterable<Rejection> {
  const parts = host.split('/')
  const [namespace = '', name = ''] = parts
  if (parts.length !== 2 || namespace === '' || name === '') {
    yield { path, message: `"${host}" must have the form namespace/host, such as "./*" or "infra/db.example.com".` }
    return
  }
  const bare = namespace.startsWith('~') ? namespace.slice(1) : namespace
  if (bare !== '' && bare !== '*' && bare !== '.' && !isDnsLabel(bare))
    yield { path, message: `"${namespace}" is no namespace; "*", "." and "~" are the signs that can stand there.` }
  if (name === '*') return
  if (!name.includes('.'))
    yield {
      path,
      message: `"${name}" is a short name; write it in full, such as "${name}.${bare === '.' || bare === '' || bare === '*' ? 'NAMESPACE' : bare}.svc.cluster.local". Istio refuses the whole Sidecar.`,
    }
  else if (!isWildcardDomain(name) || (name.startsWith('*') && !name.startsWith('*.')))
    yield { path, message: `"${name}" is no DNS name; a wildcard must be a whole label, such as "*.example.com".` }
}

function* checkPolicy({ outboundTrafficPolicy: policy }: Facts): Iterable<Rejection> {
  if (!policy) return
  const path = 'spec.outboundTrafficPolicy'
  if (policy.mode === 'ALLOW_ANY_DYNAMIC_DNS')
    yield {
      path: `${path}.mode`,
      message: 'ALLOW_ANY_DYNAMIC_DNS is only for the mesh configuration, not for a Sidecar.',
    }
  const proxy = policy.egressProxy
  if (!proxy) return
  if (policy.mode !== 'ALLOW_ANY')
    yield { path: `${path}.egressProxy`, message: 'egressProxy needs the mode ALLOW_ANY.' }
  if (!isFqdn(proxy.host))
    yield { path: `${path}.egressProxy.host`, message: `"${proxy.host}" is no DNS name for the egress proxy.` }
  if (proxy.port === undefined || !isPortNumber(proxy.port))
    yield { path: `${path}.egressProxy.port`, message: 'egressProxy needs a port between 1 and 65535.' }
  if (proxy.subset !== undefined && !isDnsLabel(proxy.subset))
    yield { path: `${path}.egressProxy.subset`, message: `"${proxy.subset}" is no name of a subset.` }
}
