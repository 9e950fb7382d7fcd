import { isTls, parseProtocol } from '../istio/protocol'
import type { Mesh } from '../mesh/mesh'
import { type Placed, type PlacedRef, refOf } from '../registry/placed'
import { listText, refText, sentences } from './call-words'
import { hostFix } from './fixes/host-fix'
import { resourcesIn } from './placed-in'
import type { Rule } from './rule'

/** A wildcard that is no whole label, on a port where Envoy has to match it against server names. */
export const partialWildcard: Rule = {
  code: 'partial-wildcard',
  summary: 'A host such as `*foo.com` on a TLS port makes Envoy refuse the listener of the port, for every host on it.',
  severity: 'warning',
  istio: ['IST0133'],
  fixable: true,
  *check(file, mesh) {
    for (const { resource, placed, place } of resourcesIn('ServiceEntry', file, mesh)) {
      const ports = resource.ports.filter(({ protocol }) => isTls(parseProtocol(protocol)))
      for (const [index, host] of resource.hosts.entries()) {
        if (!host.startsWith('*') || host.startsWith('*.')) continue
        const spoilt = ports.flatMap(({ number }) => spoiltBy(placed, host, number, mesh))[0]
        if (!spoilt) continue
        const path = `spec.hosts[${index}]`
        const to = `*.${host.slice(1)}`
        const change = { file, key: resource.key, path, from: host, to, preferred: false }
        yield {
          range: place(path),
          message: messageOf(host, to, spoilt),
          data: { host, port: spoilt.port, hit: spoilt.hit },
          fixes: (read) => hostFix(change, mesh, read),
        }
      }
    }
  },
}

/** A port that nobody who sees the entry can use for TLS any more. */
interface Spoilt {
  readonly entry: PlacedRef
  readonly port: number
  /** Some of the hosts that go with it. */
  readonly hit: readonly string[]
}

function spoiltBy(placed: readonly Placed[], host: string, port: number, mesh: Mesh): readonly Spoilt[] {
  return placed.flatMap((each) => {
    const entry = refOf(each)
    const hit = mesh.engine.declarations.spoiltHosts(entry, host, port)
    return hit ? [{ entry, port, hit }] : []
  })
}

function messageOf(host: string, to: string, { entry, port, hit }: Spoilt): string {
  const among = hit.length > 0 ? `, ${listText(hit)} among them` : ''
  return sentences(
    `${host} on the TLS port ${port} makes Envoy refuse the whole listener of the port`,
    `A wildcard can stand only for whole labels of a server name; whoever sees ${refText(entry)} loses every TLS host on port ${port}${among}`,
    `Write ${to}, and ${host.slice(1)} as a host of its own if that is called too`,
  )
}
