import ipaddr from 'ipaddr.js'
import { isIpAddress } from '../text/ip-address'
import type { Workload } from './workload'

type Labels = Readonly<Record<string, string>>

/** The user id of the sidecar itself: its traffic is never captured. */
const PROXY_USER = 1337

const ANNOTATION = 'traffic.sidecar.istio.io/'

/**
 * Why a workload's call does not pass its sidecar, in words; undefined if it does, or if nothing says that it does not.
 * Sources: Istio's "Installing the sidecar" (labels) and "Resource annotations" (traffic capture).
 * @param namespaceLabels labels of the workload's Namespace; undefined if the files do not show it
 * @param host the called host: only an IP address can lie in an excluded range
 * @param port the called port, null if it is not known
 */
export function bypassReason(
  workload: Workload,
  namespaceLabels: Labels | undefined,
  host: string,
  port: number | null,
): string | undefined {
  return notInjected(workload, namespaceLabels) ?? notCaptured(workload, host, port)
}

function notInjected(workload: Workload, namespaceLabels: Labels | undefined): string | undefined {
  if (workload.hostNetwork) return 'The pod uses the network of its node (`hostNetwork: true`), so it gets no sidecar.'
  // The label wins where both are there: it is the newer form, and the webhook looks at it first.
  const { podLabels, podAnnotations } = workload
  const name = 'sidecar.istio.io/inject'
  const choice = podLabels[name] ?? podAnnotations[name]
  if (choice?.toLowerCase() === 'false') {
    return `The pod has \`${name}: "false"\`, so it gets no sidecar.`
  }
  if (namespaceLabels?.['istio-injection'] === 'disabled') {
    return 'The namespace has `istio-injection: disabled`, so its pods get no sidecar.'
  }
  const byName = namespaceLabels?.['istio-injection'] === 'enabled' || namespaceLabels?.['istio.io/rev'] !== undefined
  const ambient = (podLabels['istio.io/dataplane-mode'] ?? namespaceLabels?.['istio.io/dataplane-mode']) === 'ambient'
  if (ambient && !byName && choice?.toLowerCase() !== 'true') {
    return 'The pod is in ambient mode: its traffic passes ztunnel, which lets through what nobody registered.'
  }
  return undefined
}

function notCaptured(workload: Workload, host: string, port: number | null): string | undefined {
  const annotations = workload.podAnnotations
  if (workload.runAsUser === PROXY_USER) {
    return `The pod runs as user ${PROXY_USER}, the sidecar's own, whose traffic is not captured.`
  }
  if (port !== null && listOf(annotations[`${ANNOTATION}excludeOutboundPorts`]).includes(String(port))) {
    return `The annotation \`${ANNOTATION}excludeOutboundPorts\` takes port ${port} past the sidecar.`
  }
  if (!isIpAddress(host)) return undefined
  const excluded = listOf(annotations[`${ANNOTATION}excludeOutboundIPRanges`]).find((range) => isInRange(host, range))
  if (excluded) return `The annotation \`${ANNOTATION}excludeOutboundIPRanges\` takes ${excluded} past the sidecar.`
  const included = annotations[`${ANNOTATION}includeOutboundIPRanges`]
  const isPortIncluded = listOf(annotations[`${ANNOTATION}includeOutboundPorts`]).includes(String(port))
  if (included === undefined || isPortIncluded || included.trim() === '*') return undefined
  if (listOf(included).some((range) => isInRange(host, range))) return undefined
  return `The annotation \`${ANNOTATION}includeOutboundIPRanges\` captures only ${included || 'nothing'}.`
}

function listOf(value: string | undefined): readonly string[] {
  return (value ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

/** True if the address lies in a CIDR range (or is the single address that stands for one). */
function isInRange(address: string, range: string): boolean {
  const parsed = ipaddr.parse(address)
  const cidr = range.includes('/') ? range : `${range}/${parsed.kind() === 'ipv4' ? 32 : 128}`
  if (!ipaddr.isValidCIDR(cidr)) return false
  const [network, bits] = ipaddr.parseCIDR(cidr)
  return network.kind() === parsed.kind() && parsed.match(network, bits)
}
