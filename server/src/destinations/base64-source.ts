import type { SourceText } from './source-text'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/**
 * The text behind a Secret's base64 value, or undefined if it is none (binary data, broken base64).
 * Its places are those of the base64 characters that carry the part asked for.
 */
export function base64Source(source: SourceText): SourceText | undefined {
  const digits: number[] = []
  const places: number[] = []
  for (let at = 0; at < source.text.length; at++) {
    const char = source.text[at] ?? ''
    if (char === '=' || /\s/.test(char)) continue
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) return undefined
    digits.push(digit)
    places.push(at)
  }
  const bytes = bytesOf(digits)
  const decoded = decodeText(bytes)
  if (!decoded) return undefined
  const { text, byteOffsets } = decoded
  const placeOf = (byte: number) => places[Math.min(Math.floor((byte * 8) / 6), places.length - 1)] ?? 0
  return {
    text,
    rangeOf: (start, end) => {
      const from = placeOf(byteOffsets[start] ?? 0)
      const lastByte = (byteOffsets[end] ?? bytes.length) * 8 - 1
      const to = (places[Math.min(Math.floor(lastByte / 6), places.length - 1)] ?? from) + 1
      return source.rangeOf(from, Math.max(from, to))
    },
    isDerived: () => true,
  }
}

function bytesOf(digits: readonly number[]): readonly number[] {
  const bytes: number[] = []
  let bits = 0
  let held = 0
  for (const digit of digits) {
    held = (held << 6) | digit
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push((held >> bits) & 255)
    held &= (1 << bits) - 1
  }
  return bytes
}

/** UTF-8 without control characters; undefined for anything else. The core has no TextDecoder: it must run anywhere. */
function decodeText(bytes: readonly number[]): { text: string; byteOffsets: readonly number[] } | undefined {
  let text = ''
  const byteOffsets: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    if (first < 32 && first !== 9 && first !== 10 && first !== 13) return undefined
    const length = first < 128 ? 1 : first >= 240 ? 4 : first >= 224 ? 3 : first >= 192 ? 2 : 0
    if (length === 0 || at + length > bytes.length) return undefined
    let code = length === 1 ? first : first & (255 >> (length + 1))
    for (let i = 1; i < length; i++) {
      const next = bytes[at + i] ?? 0
      if (next >> 6 !== 2) return undefined
      code = (code << 6) | (next & 63)
    }
    if (code > 0x10ffff) return undefined
    const char = String.fromCodePoint(code)
    for (let i = 0; i < char.length; i++) byteOffsets.push(at)
    text += char
    at += length
  }
  byteOffsets.push(bytes.length)
  return { text, byteOffsets }
}
