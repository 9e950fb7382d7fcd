import type { ResourceNode } from '../../kubernetes/resource'
import { isIpAddress } from '../../text/ip-address'
import { childOf, integerOf, itemsOf, textOf, type YamlNode } from '../../yaml/node'
import { isHostName, isOwnAddress, normalHost } from '../host-syntax'
import { protocolOfPort, technologyByWord } from '../technologies'
import { wordsOf } from '../words'
import type { LocatedHost } from './located-host'

/** The host that an ExternalName Service stands for, once for each of its ports. */
export function externalNameHosts({ head, node }: ResourceNode): readonly LocatedHost[] {
  if (head.kind !== 'Service' || head.apiVersion !== 'v1') return []
  const spec = childOf(node, 'spec')
  const name = childOf(spec, 'externalName')
  if (name?.kind !== 'scalar' || textOf(childOf(spec, 'type')) !== 'ExternalName') return []
  const host = normalHost(name.value)
  if (isOwnAddress(host) || (!isHostName(host) && !isIpAddress(host))) return []
  const quoted = name.style === 'single' || name.style === 'double' ? 1 : 0
  const range = { start: name.range.start + quoted, end: name.range.end - quoted }
  const ports = itemsOf(childOf(spec, 'ports')).map((each) => {
    const port = integerOf(childOf(each, 'port')) ?? null
    return { port, protocol: protocolOf(each, port) }
  })
  return (ports.length > 0 ? ports : [{ port: null, protocol: null }]).map(({ port, protocol }) => ({
    found: {
      range,
      host,
      port,
      protocol,
      confidence: 'high' as const,
      derived: false,
      protocolGuessed: true,
      needsVariable: false,
    },
    path: 'spec.externalName',
    via: 'externalName' as const,
    key: undefined,
  }))
}

/** `appProtocol`, else the name's prefix (Istio, "Protocol selection"), else what the port stands for. */
function protocolOf(port: YamlNode, number: number | null): string | null {
  const said = textOf(childOf(port, 'appProtocol')) ?? textOf(childOf(port, 'name'))
  const word = wordsOf(said ?? '')[0] ?? ''
  if (/^(https|tls)$/.test(word)) return word.toUpperCase()
  return technologyByWord(word)?.protocol ?? protocolOfPort(number)
}
