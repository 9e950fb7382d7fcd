import type { Encoding } from './decode'

declare const TextEncoder: new () => { encode(text: string): Uint8Array }

/** The bytes of a text in the encoding that `decode` found, the byte order mark put back. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-8-bom') return new TextEncoder().encode(`\uFEFF${text}`)
  const marked = `\uFEFF${text}`
  const bytes = new Uint8Array(marked.length * 2)
  const low = encoding === 'utf-16le' ? 0 : 1
  for (let i = 0; i < marked.length; i++) {
    const unit = marked.charCodeAt(i)
    bytes[2 * i + low] = unit & 0xff
    bytes[2 * i + 1 - low] = unit >> 8
  }
  return bytes
}
