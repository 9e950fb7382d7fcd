import type { Rejection } from '../../kubernetes/resource'
import { isHttp, isKnownProtocol, isTls, parseProtocol } from '../protocol'
import type { ServiceEntry } from '../service-entry'
import { checkEndpoints } from './endpoints'
import { checkExportTo } from './export-to'
import { isCidr, isDnsLabel, isFqdn, isIpAddress, isPortNumber, isWildcardDomain } from './names'

type Facts = Omit<ServiceEntry, 'rejections'>

/**
 * Everything for which istiod's webhook refuses a ServiceEntry that its facts show.
 * Source: Istio's validation of ServiceEntry (rules SE01 to SE49 of the project's checklist).
 */
export function checkServiceEntry(entry: Facts): readonly Rejection[] {
  return [
    ...checkHosts(entry),
    ...checkAddresses(entry),
    ...checkPorts(entry),
    ...checkSelector(entry),
    ...checkResolution(entry),
    ...checkExportTo(entry.exportTo, entry.namespace, { none: true }),
  ]
}

function* checkHosts({ hosts }: Facts): Iterable<Rejection> {
  if (hosts.length === 0) yield { path: 'spec.hosts', message: 'A ServiceEntry must name at least one host.' }
  for (const [index, host] of hosts.entries()) {
    const path = `spec.hosts[${index}]`
    if (host === '*') yield { path, message: 'A ServiceEntry may not take every host with "*"; name a domain.' }
    else if (isIpAddress(host) || isCidr(host))
      yield { path, message: `"${host}" is an address; write it under addresses and give hosts a name.` }
    else if (!isWildcardDomain(host))
      yield { path, message: `"${host}" is no DNS name; only its first label may hold a "*", at its start.` }
  }
}

function* checkAddresses({ addresses, resolution }: Facts): Iterable<Rejection> {
  for (const [index, address] of addresses.entries()) {
    const path = `spec.addresses[${index}]`
    if (isCidr(address)) {
      if (resolution !== 'NONE' && resolution !== 'STATIC')
        yield { path, message: `The range ${address} needs resolution NONE or STATIC, not ${resolution}.` }
    } else if (!isIpAddress(address)) yield { path, message: `"${address}" is neither an IP address nor a range.` }
  }
}

function* checkPorts({ ports }: Facts): Iterable<Rejection> {
  const names = new Set<string>()
  const numbers = new Set<number>()
  for (const [index, port] of ports.entries()) {
    const path = `spec.ports[${index}]`
    if (!isPortNumber(port.number))
      yield { path: `${path}.number`, message: `Port ${port.number} does not exist; ports go from 1 to 65535.` }
    if (numbers.has(port.number))
      yield { path: `${path}.number`, message: `Port ${port.number} is declared twice in this entry.` }
    if (names.has(port.name))
      yield { path: `${path}.name`, message: `The port name "${port.name}" is used twice in this entry.` }
    if (!isDnsLabel(port.name))
      yield { path: `${path}.name`, message: `The port name "${port.name}" must be letters, digits and inner hyphens.` }
    if (!isKnownProtocol(port.protocol))
      yield { path: `${path}.protocol`, message: `Istio does not know the protocol "${port.protocol}".` }
    if (port.targetPort !== undefined && !isPortNumber(port.targetPort))
      yield { path: `${path}.targetPort`, message: `Port ${port.targetPort} does not exist; ports go from 1 to 65535.` }
    names.add(port.name)
    numbers.add(port.number)
  }
}

function* checkSelector({ workloadSelector, endpoints }: Facts): Iterable<Rejection> {
  if (!workloadSelector) return
  const path = 'spec.workloadSelector'
  if (endpoints.length > 0)
    yield { path, message: 'workloadSelector and endpoints exclude each other; keep one of them.' }
  for (const [key, value] of Object.entries(workloadSelector)) {
    if (key === '') yield { path, message: 'A label of workloadSelector has no name.' }
    if (key.includes('*') || value.includes('*'))
      yield { path, message: 'workloadSelector takes labels as they are; "*" has no meaning there.' }
  }
}

function* checkResolution(entry: Facts): Iterable<Rejection> {
  const { resolution, endpoints, hosts, ports } = entry
  if (resolution === 'NONE' && endpoints.length > 0)
    yield {
      path: 'spec.endpoints',
      message: 'With resolution NONE there can be no endpoints; remove them or use STATIC.',
    }
  yield* checkEndpoints(entry)
  if (resolution === 'DNS' || resolution === 'DNS_ROUND_ROBIN') yield* checkDnsEndpoints(entry)
  if (resolution === 'DYNAMIC_DNS') yield* checkDynamicDns(entry)
  const allByName = ports.every(({ protocol }) => isHttp(parseProtocol(protocol)) || isTls(parseProtocol(protocol)))
  if (resolution !== 'NONE' && hosts.length > 1 && !allByName)
    yield {
      path: 'spec.hosts',
      message:
        'Several hosts can share an entry only if every port is HTTP or TLS, since nothing tells them apart on TCP; split the entry.',
    }
}

function* checkDnsEndpoints({ resolution, endpoints, hosts }: Facts): Iterable<Rejection> {
  if (endpoints.length === 0) {
    const bad = hosts.findIndex((host) => !isFqdn(host))
    if (bad !== -1)
      yield {
        path: `spec.hosts[${bad}]`,
        message: `"${hosts[bad]}" cannot be looked up in DNS; with resolution ${resolution} a wildcard needs endpoints, or use NONE.`,
      }
  }
  if (resolution === 'DNS_ROUND_ROBIN' && endpoints.length > 1)
    yield { path: 'spec.endpoints', message: 'DNS_ROUND_ROBIN takes one endpoint at most.' }
}

function* checkDynamicDns(entry: Facts): Iterable<Rejection> {
  const { hosts, addresses, endpoints, ports, location, labels } = entry
  const waypoint = labels['istio.io/use-waypoint']
  if (location === 'MESH_INTERNAL' && waypoint !== undefined && waypoint.toLowerCase() !== 'none')
    yield { path: 'spec.location', message: 'DYNAMIC_DNS behind a waypoint needs the location MESH_EXTERNAL.' }
  for (const [index, host] of hosts.entries()) {
    if (!host.startsWith('*'))
      yield { path: `spec.hosts[${index}]`, message: `DYNAMIC_DNS is for wildcards; "${host}" is one name: use DNS.` }
  }
  if (addresses.length > 0) yield { path: 'spec.addresses', message: 'DYNAMIC_DNS takes no addresses.' }
  if (endpoints.length > 0) yield { path: 'spec.endpoints', message: 'DYNAMIC_DNS takes no endpoints.' }
  for (const [index, { protocol }] of ports.entries()) {
    if (!['HTTP', 'HTTP2', 'GRPC', 'TLS'].includes(parseProtocol(protocol)))
      yield {
        path: `spec.ports[${index}].protocol`,
        message: `DYNAMIC_DNS takes HTTP, HTTP2, GRPC and TLS, not "${protocol}"; HTTPS is to be written as TLS.`,
      }
  }
}
