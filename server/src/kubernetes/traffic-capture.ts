import ipaddr from 'ipaddr.js'
import { isIpAddress } from '../text/ip-address'
import { childOf, textOf } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import type { Bypass, OutboundCall } from './bypass'
import type { Workload } from './workload'

/** What the mesh says about the redirection of all pods; a pod's annotations win. */
export interface CaptureDefaults {
  /** `REDIRECT`, `TPROXY`, or `NONE`: nothing is redirected. */
  readonly interceptionMode?: string | undefined
  /** Ranges and ports as the annotations write them, by the annotation's last part. */
  readonly lists?: Readonly<Partial<Record<CaptureList, string>>>
}

export const CAPTURE_LISTS = [
  'includeOutboundIPRanges',
  'excludeOutboundIPRanges',
  'includeOutboundPorts',
  'excludeOutboundPorts',
] as const

export type CaptureList = (typeof CAPTURE_LISTS)[number]

/** The user and group of the sidecar itself: their traffic is never redirected. */
const PROXY_ID = 1337

/**
 * Why a call of a pod with a sidecar is not redirected to it. Ports that are excluded come first, then excluded ranges,
 * included ports, included ranges: the order of the rules in the pod.
 */
export function notCaptured(workload: Workload, call: OutboundCall, defaults: CaptureDefaults): Bypass | undefined {
  if (workload.runAsUser === PROXY_ID || workload.runAsGroup === PROXY_ID) {
    const who = workload.runAsUser === PROXY_ID ? 'user' : 'group'
    return certainly(`The pod runs as ${who} ${PROXY_ID}, the sidecar's own, whose traffic is not captured.`)
  }
  const mode = interceptionMode(workload, defaults)
  if (mode) return certainly(mode)
  const say = (list: CaptureList) => saying(workload, list, defaults)
  return excludedPort(say, call) ?? excludedRange(say, call) ?? notIncluded(say, call)
}

function certainly(reason: string): Bypass {
  return { reason, certain: true }
}

function perhaps(reason: string): Bypass {
  return { reason, certain: false }
}

/** With `NONE` only what the application sends to the sidecar's own ports passes it. */
function interceptionMode({ podAnnotations }: Workload, defaults: CaptureDefaults): string | undefined {
  const annotation = 'sidecar.istio.io/interceptionMode'
  const config = podAnnotations['proxy.istio.io/config']
  const own = podAnnotations[annotation]
  const rows = [
    [own, `The annotation \`${annotation}: NONE\` lets the pod's traffic past the sidecar.`],
    [
      config === undefined ? undefined : textOf(childOf(readYaml(config)[0]?.root, 'interceptionMode')),
      "The annotation `proxy.istio.io/config` says `interceptionMode: NONE`, which lets the pod's traffic past the sidecar.",
    ],
    [
      defaults.interceptionMode,
      'The mesh configuration says `defaultConfig.interceptionMode: NONE`: no traffic is redirected to sidecars.',
    ],
  ] as const
  const first = rows.find(([mode]) => mode !== undefined)
  return first?.[0]?.toUpperCase() === 'NONE' ? first[1] : undefined
}

/** What counts for a list, and who says it. */
interface Said {
  readonly value: string
  readonly by: string
}

type Saying = (list: CaptureList) => Said | undefined

function saying({ podAnnotations }: Workload, list: CaptureList, { lists = {} }: CaptureDefaults): Said | undefined {
  const annotation = `traffic.sidecar.istio.io/${list}`
  const own = podAnnotations[annotation]
  if (own !== undefined) return { value: own, by: `The annotation \`${annotation}\`` }
  const byDefault = lists[list]
  return byDefault === undefined ? undefined : { value: byDefault, by: `The mesh's default for \`${list}\`` }
}

function excludedPort(say: Saying, { port }: OutboundCall): Bypass | undefined {
  const said = say('excludeOutboundPorts')
  const ports = listOf(said)
  if (!said || ports.length === 0) return undefined
  if (port === null) return perhaps(`${said.by} takes ports past the sidecar, and which port is called is not known.`)
  return ports.includes(String(port)) ? certainly(`${said.by} takes port ${port} past the sidecar.`) : undefined
}

function excludedRange(say: Saying, { host }: OutboundCall): Bypass | undefined {
  const said = say('excludeOutboundIPRanges')
  if (!said) return undefined
  const ranges = listOf(said)
  const all = ranges.find((range) => range === '*' || range.endsWith('/0'))
  if (all !== undefined) return certainly(`${said.by} takes every address past the sidecar.`)
  if (isIpAddress(host)) {
    const excluded = ranges.find((range) => isInRange(host, range))
    return excluded === undefined ? undefined : certainly(`${said.by} takes ${excluded} past the sidecar.`)
  }
  const possible = ranges.filter((range) => !isNobodysName(range))
  if (possible.length === 0) return undefined
  return perhaps(
    `${said.by} takes ${possible.join(', ')} past the sidecar, and where the name leads is not in the files.`,
  )
}

function notIncluded(say: Saying, { host, port }: OutboundCall): Bypass | undefined {
  const said = say('includeOutboundIPRanges')
  if (!said || said.value.trim() === '*') return undefined
  const ports = listOf(say('includeOutboundPorts'))
  if (ports.includes('*') || ports.includes(String(port))) return undefined
  const ranges = listOf(said)
  if (ranges.includes('*')) return undefined
  if (ranges.length === 0) {
    const reason = `${said.by} captures nothing${ports.length > 0 ? ` but ports ${ports.join(', ')}` : ''}.`
    return port === null && ports.length > 0 ? perhaps(reason) : certainly(reason)
  }
  if (isIpAddress(host)) {
    const isIncluded = ranges.some((range) => isInRange(host, range))
    return isIncluded ? undefined : certainly(`${said.by} captures only ${said.value}.`)
  }
  return perhaps(`${said.by} captures only ${said.value}, and where the name leads is not in the files.`)
}

function listOf(said: Said | undefined): readonly string[] {
  return (said?.value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** True for ranges to which no DNS name of a service leads: the metadata server's and the loopback. */
function isNobodysName(range: string): boolean {
  const [address = ''] = range.split('/')
  if (!ipaddr.isValid(address)) return true
  const kind = ipaddr.parse(address).range()
  return kind === 'linkLocal' || kind === 'loopback'
}

/** True if the address lies in a CIDR range (or is the single address that stands for one). */
function isInRange(address: string, range: string): boolean {
  const parsed = ipaddr.parse(address)
  const cidr = range.includes('/') ? range : `${range}/${parsed.kind() === 'ipv4' ? 32 : 128}`
  if (!ipaddr.isValidCIDR(cidr)) return false
  const [network, bits] = ipaddr.parseCIDR(cidr)
  return network.kind() === parsed.kind() && parsed.match(network, bits)
}
