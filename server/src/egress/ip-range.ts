import { isCidr, isIpAddress, isIpv4 } from '../istio/acceptance/names'

/** The bits of an address as a number; undefined if it is none. */
function bitsOf(address: string): { readonly value: bigint; readonly width: 32 | 128 } | undefined {
  if (isIpv4(address)) return { value: ipv4Value(address), width: 32 }
  if (!isIpAddress(address)) return undefined
  const plain = address.split('%', 1)[0] ?? ''
  const [head = '', tail] = plain.split('::', 2)
  const left = groupsOf(head)
  const right = tail === undefined ? [] : groupsOf(tail)
  const missing = Math.max(0, 8 - left.length - right.length)
  const zeros: bigint[] = tail === undefined ? [] : Array.from({ length: missing }, () => 0n)
  let value = 0n
  for (const group of [...left, ...zeros, ...right]) value = (value << 16n) | group
  return { value, width: 128 }
}

function ipv4Value(address: string): bigint {
  return address.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function groupsOf(text: string): readonly bigint[] {
  if (text === '') return []
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [BigInt(`0x${group}`)]
    const value = ipv4Value(group)
    return [value >> 16n, value & 0xffffn]
  })
}

interface Range {
  readonly value: bigint
  readonly width: 32 | 128
  readonly length: number
}

function rangeOf(text: string): Range | undefined {
  if (isIpAddress(text)) {
    const bits = bitsOf(text)
    return bits && { ...bits, length: bits.width }
  }
  if (!isCidr(text)) return undefined
  const slash = text.indexOf('/')
  const bits = bitsOf(text.slice(0, slash))
  return bits && { ...bits, length: Number(text.slice(slash + 1)) }
}

/** The length of the prefix (in bits) if the address lies in the range; undefined if not. A lone address is a range too. */
export function isInRange(address: string, range: string): number | undefined {
  const bits = bitsOf(address)
  const limits = rangeOf(range)
  if (!bits || !limits || bits.width !== limits.width) return undefined
  const shift = BigInt(limits.width - limits.length)
  return bits.value >> shift === limits.value >> shift ? limits.length : undefined
}

/** A text that is the same for two ways of writing one range: host bits are cut. undefined if it is no range. */
export function canonicalRange(text: string): string | undefined {
  const range = rangeOf(text)
  if (!range) return undefined
  const shift = BigInt(range.width - range.length)
  const masked = (range.value >> shift) << shift
  if (range.width === 128) return `${masked.toString(16)}::/${range.length}`
  const parts = [24n, 16n, 8n, 0n].map((bits) => ((masked >> bits) & 0xffn).toString())
  return `${parts.join('.')}/${range.length}`
}

/** True for 127.0.0.0/8 and ::1, which never leave the pod. */
export function isLoopback(address: string): boolean {
  return isInRange(address, '127.0.0.0/8') !== undefined || isInRange(address, '::1/128') !== undefined
}
