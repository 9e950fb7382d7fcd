import { childOf, integerOf, itemsOf, type YamlNode } from '../../yaml/node'
import { isKnownProtocol } from '../protocol'
import { type FieldReader, isNull } from '../reading'
import { isDnsLabel, isIpAddress, isPortNumber } from './names'

/**
 * What istiod's webhook refuses in the inbound listeners of a Sidecar: with them the whole object is refused, its egress
 * included (rules SC05 to SC14 of the project's checklist).
 */
export function checkSidecarIngress(ingress: YamlNode | undefined, fields: FieldReader): void {
  const ports = new Set<number>()
  for (const [index, listener] of itemsOf(ingress).entries()) {
    const path = `spec.ingress[${index}]`
    const port = fields.map(childOf(listener, 'port'), `${path}.port`)
    if (port) checkPort(port, `${path}.port`, fields, ports)
    else fields.refuse(`${path}.port`, 'An inbound listener needs a port.')
    const bind = fields.string(childOf(listener, 'bind'), `${path}.bind`)
    if (bind && !isIpAddress(bind)) fields.refuse(`${path}.bind`, `"${bind}" is no IP address to listen on.`)
    const endpoint = fields.string(childOf(listener, 'defaultEndpoint'), `${path}.defaultEndpoint`)
    if (endpoint && !isEndpoint(endpoint))
      fields.refuse(
        `${path}.defaultEndpoint`,
        `"${endpoint}" must be 127.0.0.1:PORT, 0.0.0.0:PORT, their IPv6 forms in brackets, or unix:// with a path.`,
      )
  }
}

function checkPort(port: YamlNode, path: string, fields: FieldReader, ports: Set<number>): void {
  const number = fields.integer(childOf(port, 'number'), `${path}.number`) ?? 0
  if (!isPortNumber(number)) fields.refuse(`${path}.number`, `Port ${number} does not exist; ports go from 1 to 65535.`)
  else if (ports.has(number)) fields.refuse(`${path}.number`, `Two inbound listeners take port ${number}.`)
  ports.add(number)
  const name = fields.string(childOf(port, 'name'), `${path}.name`) ?? ''
  if (name !== '' && !isDnsLabel(name))
    fields.refuse(`${path}.name`, `The port name "${name}" must be letters, digits and inner hyphens.`)
  const protocol = fields.string(childOf(port, 'protocol'), `${path}.protocol`) ?? ''
  if (!isKnownProtocol(protocol)) fields.refuse(`${path}.protocol`, `Istio does not know the protocol "${protocol}".`)
  refuseTargetPort(port, path, fields)
}

/** A Sidecar's ports have no other end. */
export function refuseTargetPort(port: YamlNode | undefined, path: string, fields: FieldReader): void {
  const target = childOf(port, 'targetPort')
  if (target && integerOf(target) !== 0 && !isNull(target))
    fields.refuse(`${path}.targetPort`, 'targetPort has no meaning in a Sidecar; remove it.')
}

function isEndpoint(endpoint: string): boolean {
  if (endpoint.startsWith('unix://')) return /^(@.|\/.*[^/]$)/.test(endpoint.slice('unix://'.length))
  const match = /^(127\.0\.0\.1|0\.0\.0\.0|\[::1\]|\[::\]|):\+?([0-9]{1,5})$/.exec(endpoint)
  return match !== null && isPortNumber(Number(match[2]))
}
