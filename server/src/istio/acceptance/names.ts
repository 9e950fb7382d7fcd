/** An IPv4 or IPv6 address, as Go's netip reads it. */
export function isIpAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) <= 255)
}

/** An IPv6 address, with or without a zone (`%eth0`) and with a dotted IPv4 end. */
export function isIpv6(text: string): boolean {
  const [address = '', zone] = text.split('%', 2)
  if (zone === '' || !address.includes(':')) return false
  const halves = address.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1)
  const hasDottedEnd = last !== undefined && isIpv4(last)
  const hex = hasDottedEnd ? groups.slice(0, -1) : groups
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  const count = hex.length + (hasDottedEnd ? 2 : 0)
  return halves.length === 2 ? count < 8 : count === 8
}

/** An address with a prefix length, such as `10.0.0.0/8`; bits of the host part are allowed. */
export function isCidr(text: string): boolean {
  const slash = text.indexOf('/')
  if (slash === -1) return false
  const address = text.slice(0, slash)
  const bits = text.slice(slash + 1)
  if (!/^(0|[1-9][0-9]{0,2})$/.test(bits)) return false
  if (isIpv4(address)) return Number(bits) <= 32
  return isIpv6(address) && !address.includes('%') && Number(bits) <= 128
}

const LABEL = /^[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?$/

/** One label of a DNS name: 63 letters, digits and inner hyphens at most. */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && LABEL.test(text)
}

/** A DNS name that can be looked up; a final dot is allowed, a last label of digits alone is not. */
export function isFqdn(text: string): boolean {
  return isDomain(text, isDnsLabel) && !/^[0-9]+$/.test(text)
}

/** A DNS name whose first label may be `*`, `*-label` or `*label`; a lone label of digits is one, too. */
export function isWildcardDomain(text: string): boolean {
  return isDomain(text, isWildcardLabel)
}

function isDomain(text: string, isFirstLabel: (label: string) => boolean): boolean {
  if (text.length === 0 || text.length > 255) return false
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.')
  if (labels.length > 1 && /^[0-9]+$/.test(labels.at(-1) ?? '')) return false
  const [first = '', ...rest] = labels
  // `*.` stands for every name: its one label is the star.
  return isFirstLabel(first) && rest.every(isDnsLabel)
}

function isWildcardLabel(label: string): boolean {
  if (label === '*') return true
  if (!label.startsWith('*')) return isDnsLabel(label)
  const rest = label.slice(label.startsWith('*-') ? 2 : 1)
  return label.length <= 63 && LABEL.test(rest)
}

/** True for a port that a listener can have. */
export function isPortNumber(number: number): boolean {
  return number >= 1 && number <= 65535
}
