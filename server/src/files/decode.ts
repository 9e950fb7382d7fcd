import { MAX_FILE_BYTES, type ReadProblem, tooLarge } from './file-system'

/** Every platform has it; the core's compiler settings know neither Node nor the DOM. */
declare const TextDecoder: new (label: string, options?: { fatal?: boolean }) => { decode(bytes: Uint8Array): string }

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be'

/** A file's text, and what is needed to write it back. */
export interface Decoded {
  /**
   * Without a byte order mark, as editors keep it: offsets into this text are those of an editor's buffer.
   * (A client that does send U+FEFF as first character goes through `withoutMark`.)
   */
  readonly text: string
  readonly encoding: Encoding
  /** Some bytes were no valid text and became U+FFFD: writing the text back would change them. */
  readonly lossy: boolean
}

export type DecodeResult = { readonly decoded: Decoded } | { readonly problem: ReadProblem }

/**
 * The text of a file's bytes. UTF-8 unless a byte order mark says UTF-16; bytes that are no valid UTF-8 become U+FFFD.
 * A file with NUL characters is binary, one above 10 MB too large: both give a problem, in words.
 */
export function decode(uri: string, bytes: Uint8Array): DecodeResult {
  if (bytes.length > MAX_FILE_BYTES) return { problem: tooLarge(uri) }
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const text = withoutMark(new TextDecoder(encoding).decode(bytes))
    if (text.includes('\0')) return { problem: binary(uri) }
    return { decoded: { text, encoding, lossy: text.includes('\uFFFD') || bytes.length % 2 === 1 } }
  }
  if (bytes.includes(0)) return { problem: binary(uri) }
  const text = withoutMark(new TextDecoder('utf-8').decode(bytes))
  return { decoded: { text, encoding, lossy: text.includes('\uFFFD') && !isValidUtf8(bytes) } }
}

/** A text without the U+FEFF that may open it: positions on its first line then stand one column further left. */
export function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8-bom' : 'utf-8'
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function binary(uri: string): ReadProblem {
  const message =
    'It holds NUL bytes, so it is no text and was left out. Save it as UTF-8 if it is YAML, else exclude it.'
  return { uri, reason: 'binary', message }
}
