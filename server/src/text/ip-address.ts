import ipaddr from 'ipaddr.js'

/**
 * True for an IPv4 address of four decimal parts, or an IPv6 address without brackets. Host names, which are nearly all
 * that is asked about, are told apart by their letters before anything is parsed.
 */
export function isIpAddress(text: string): boolean {
  if (text.includes(':')) return ipaddr.IPv6.isValid(text)
  return /^\d[\d.]*$/.test(text) && ipaddr.IPv4.isValidFourPartDecimal(text)
}
