import type { Rejection } from '../../kubernetes/resource'
import { hostsMatch, isSubsetOfHost } from '../host-name'
import type { HttpRoute, RouteDestination, VirtualService } from '../virtual-service'
import { checkExportTo } from './export-to'
import { isDnsLabel, isIpAddress, isPortNumber, isWildcardDomain } from './names'

type Facts = Omit<VirtualService, 'rejections'>

/**
 * Reasons for which istiod's webhook refuses a VirtualService that change where calls go: its hosts, routes and
 * destinations.
 * Source: Istio's validation of VirtualService (rules VS01 to VS37 of the project's checklist, those on routing).
 */
export function checkVirtualService(service: Facts): readonly Rejection[] {
  const isDelegate = service.hosts.length === 0
  const problems: Rejection[] = []
  if (isDelegate && service.gateways.length > 0)
    problems.push({ path: 'spec.gateways', message: 'A delegate (a VirtualService without hosts) has no gateways.' })
  if (isDelegate && service.tls.length + service.tcp.length > 0)
    problems.push({ path: 'spec', message: 'A delegate (a VirtualService without hosts) has http routes only.' })
  if (service.http.length + service.tls.length + service.tcp.length === 0)
    problems.push({ path: 'spec', message: 'A VirtualService needs a route: http, tls or tcp.' })
  problems.push(...checkHosts(service), ...checkExportTo(service.exportTo, service.namespace, { none: false }))
  for (const [index, route] of service.http.entries())
    problems.push(...checkHttpRoute(route, `spec.http[${index}]`, isDelegate))
  for (const [index, route] of service.tls.entries()) {
    const path = `spec.tls[${index}]`
    if (route.match.length === 0) problems.push({ path, message: 'A tls route needs a match with sniHosts.' })
    problems.push(...checkTargets(route.route, path))
    for (const [at, match] of route.match.entries())
      problems.push(...checkSniHosts(match.sniHosts, service.hosts, `${path}.match[${at}].sniHosts`))
  }
  for (const [index, route] of service.tcp.entries()) problems.push(...checkTargets(route.route, `spec.tcp[${index}]`))
  return problems
}

function* checkHosts({ hosts, gateways }: Facts): Iterable<Rejection> {
  const onMesh = gateways.length === 0 || gateways.includes('mesh')
  for (const [index, host] of hosts.entries()) {
    const path = `spec.hosts[${index}]`
    if (!isIpAddress(host) && !isWildcardDomain(host)) yield { path, message: `"${host}" is no DNS name or address.` }
    else if (host === '*' && onMesh)
      yield { path, message: 'The host "*" is only for gateways; name the hosts that the sidecars shall route.' }
    else if (hosts.slice(0, index).some((other) => hostsMatch(other, host)))
      yield { path, message: `"${host}" is covered by another host of this VirtualService.` }
  }
}

function* checkHttpRoute(route: HttpRoute, path: string, isDelegate: boolean): Iterable<Rejection> {
  if (route.delegate) {
    if (isDelegate) yield { path: `${path}.delegate`, message: 'A delegate may not delegate again.' }
    if (route.route.length > 0 || route.redirect)
      yield { path, message: 'A route that delegates has no route or redirect of its own.' }
    return
  }
  if (route.redirect && (route.route.length > 0 || route.directResponse))
    yield { path, message: 'redirect stands alone; remove route or directResponse.' }
  if (route.directResponse && route.route.length > 0)
    yield { path, message: 'directResponse stands alone; remove route.' }
  if (!route.redirect && !route.directResponse && route.route.length === 0)
    yield { path, message: 'An http route needs route, redirect or directResponse.' }
  if (route.route.length > 0) yield* checkTargets(route.route, path)
}

function* checkTargets(route: readonly RouteDestination[], path: string): Iterable<Rejection> {
  if (route.length === 0) yield { path: `${path}.route`, message: 'A route needs a destination.' }
  for (const [index, { host, port, subset, weight }] of route.entries()) {
    const at = `${path}.route[${index}]`
    if (host === '*' || !isWildcardDomain(host))
      yield { path: `${at}.destination.host`, message: `"${host}" is no host to send to.` }
    if (port !== undefined && !isPortNumber(port))
      yield { path: `${at}.destination.port.number`, message: `Port ${port} does not exist.` }
    if (subset !== undefined && !isDnsLabel(subset))
      yield { path: `${at}.destination.subset`, message: `"${subset}" is no name of a subset.` }
    if (weight < 0) yield { path: `${at}.weight`, message: 'A weight cannot be negative.' }
  }
  if (route.length > 1 && route.every(({ weight }) => weight <= 0))
    yield { path: `${path}.route`, message: 'Of several destinations at least one needs a weight.' }
}

function* checkSniHosts(sniHosts: readonly string[], hosts: readonly string[], path: string): Iterable<Rejection> {
  if (sniHosts.length === 0) yield { path, message: 'A tls match needs sniHosts.' }
  for (const [index, sni] of sniHosts.entries()) {
    const at = `${path}[${index}]`
    if (isIpAddress(sni)) continue
    if (!isWildcardDomain(sni)) yield { path: at, message: `"${sni}" is no DNS name.` }
    else if (!hosts.some((host) => isSubsetOfHost(sni, host)))
      yield { path: at, message: `"${sni}" is not among the hosts of this VirtualService.` }
  }
}
