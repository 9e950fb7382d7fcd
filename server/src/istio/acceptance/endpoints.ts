import type { Rejection } from '../../kubernetes/resource'
import type { YamlNode } from '../../yaml/node'
import type { ServiceEntry, ServiceEntryEndpoint } from '../service-entry'
import { isFqdn, isIpAddress, isPortNumber } from './names'

type Facts = Omit<ServiceEntry, 'rejections'>

/** An empty list of endpoints is a list all the same where the schema wants none. */
export function* checkEmptyEndpoints(written: YamlNode | undefined, entry: Facts): Iterable<Rejection> {
  if (written?.kind !== 'sequence' || written.items.length > 0) return
  if (entry.workloadSelector || entry.resolution === 'NONE')
    yield { path: 'spec.endpoints', message: 'Remove the empty list of endpoints: here the field may not be written.' }
}

const UNIX = 'unix://'

/** What istiod's webhook refuses in the endpoints of a ServiceEntry (rules SE21 to SE34 of the project's checklist). */
export function* checkEndpoints(entry: Facts): Iterable<Rejection> {
  const usesDns = entry.resolution === 'DNS' || entry.resolution === 'DNS_ROUND_ROBIN'
  if (!usesDns && entry.resolution !== 'STATIC') return
  for (const [index, endpoint] of entry.endpoints.entries()) {
    const path = `spec.endpoints[${index}]`
    yield* usesDns ? checkDnsAddress(endpoint, path) : checkStaticAddress(endpoint, entry, path)
    yield* checkPorts(endpoint, entry, path)
    yield* checkLabels(endpoint, path)
  }
}

function* checkDnsAddress({ address }: ServiceEntryEndpoint, path: string): Iterable<Rejection> {
  if (!isIpAddress(address) && !isFqdn(address))
    yield { path: `${path}.address`, message: `"${address}" is neither an IP address nor a DNS name.` }
}

function* checkStaticAddress(endpoint: ServiceEntryEndpoint, entry: Facts, path: string): Iterable<Rejection> {
  const { address, network } = endpoint
  const at = `${path}.address`
  if (address === '') {
    if (network === undefined) yield { path: at, message: 'With resolution STATIC an endpoint needs an IP address.' }
  } else if (address.startsWith(UNIX)) {
    const socket = address.slice(UNIX.length)
    if (!/^(@.|\/.*[^/]$)/.test(socket))
      yield { path: at, message: `"${address}" must name an absolute path or an abstract socket.` }
    if (Object.keys(endpoint.ports ?? {}).length > 0)
      yield { path: `${path}.ports`, message: 'An endpoint on a unix socket has no ports.' }
    if (entry.ports.length !== 1)
      yield { path: 'spec.ports', message: 'An entry with an endpoint on a unix socket has exactly one port.' }
  } else if (!isIpAddress(address))
    yield { path: at, message: `With resolution STATIC an endpoint needs an IP address; "${address}" is none.` }
}

function* checkPorts({ ports }: ServiceEntryEndpoint, entry: Facts, path: string): Iterable<Rejection> {
  for (const [name, number] of Object.entries(ports ?? {})) {
    const at = `${path}.ports.${name}`
    if (!entry.ports.some((port) => port.name === name))
      yield { path: at, message: `The entry has no port named "${name}" to which the endpoint's port could belong.` }
    if (!isPortNumber(number)) yield { path: at, message: `Port ${number} does not exist; ports go from 1 to 65535.` }
  }
}

const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/
const LABEL_KEY = /^([A-Za-z0-9][-A-Za-z0-9.]*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/

function* checkLabels({ labels }: ServiceEntryEndpoint, path: string): Iterable<Rejection> {
  for (const [key, value] of Object.entries(labels)) {
    const at = `${path}.labels.${key}`
    if (!LABEL_KEY.test(key)) yield { path: at, message: `"${key}" is no name of a label.` }
    if (!LABEL_VALUE.test(value)) yield { path: at, message: `"${value}" is no value of a label.` }
  }
}
