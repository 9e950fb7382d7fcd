import { isHttp, parseProtocol } from '../istio/protocol'
import type { ServiceEntry, ServiceEntryPort } from '../istio/service-entry'
import type { Mesh } from '../mesh/mesh'
import { type Placed, refOf } from '../registry/placed'
import { sentences } from './call-words'
import { hostFix } from './fixes/host-fix'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** A host with capital letters, which HTTP never reaches. */
export const uppercaseHost: Rule = {
  code: 'uppercase-host',
  summary: 'A ServiceEntry host with capital letters: HTTP calls to it are answered with 503.',
  severity: 'warning',
  fixable: true,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('ServiceEntry', file, mesh)) {
      for (const [index, host] of resource.hosts.entries()) {
        const lower = host.toLowerCase()
        if (host === lower) continue
        const port = resource.ports.find((each) => placed.some((one) => breaks(one, host, each, mesh)))
        if (!port) continue
        const path = `spec.hosts[${index}]`
        yield {
          range: place(path),
          message: sentences(
            `HTTP calls to ${host}:${port.number} never work: Envoy answers 503`,
            'Names are looked up in lower case, and the route that istiod writes then names a cluster that does not exist; TLS and TCP do not mind',
            `Write ${lower}`,
          ),
          data: { host, port: port.number },
          fixes: (read) =>
            hostFix({ file, key: resource.key, path, from: host, to: lower, preferred: true }, mesh, read),
        }
      }
    }
  },
}

function breaks(
  placed: Placed<ServiceEntry>,
  host: string,
  { number, protocol }: ServiceEntryPort,
  mesh: Mesh,
): boolean {
  const parsed = parseProtocol(protocol)
  if (!isHttp(parsed) && parsed !== 'AUTO') return false
  const [namespace] = mesh.engine.declarations.audienceOf(refOf(placed)) ?? []
  if (namespace === undefined) return false
  const called = host.toLowerCase().replace('*', 'any')
  return (
    mesh.engine.verdict({ namespace, labels: {} }, { host: called, port: number, protocol: 'http' }).outcome === 'error'
  )
}
