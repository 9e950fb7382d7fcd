import { parsePort } from './url-scanner'

/** A word of a text that may be an address without a scheme; offsets in the scanned text. */
export interface HostToken {
  /** The host as written, brackets included. */
  readonly start: number
  readonly end: number
  readonly host: string
  readonly port: number | undefined
  /** What stands behind host and port: a path, or nothing. */
  readonly rest: string
  /** What stood before an `@`: a user's name, or a voter's number. */
  readonly user: string | undefined
}

/** What parts the words of lists and sentences. */
const WORD = /[^\s,;|"'`()<>{}=]+/g
const TOKEN = /^(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?(?::\d{1,5})?(\/.*)?$/i
/** `rs0/db-0.db:27017`: a replica set's name before its first member. */
const SET_PREFIX = /^[a-z0-9_-]+\/(?=[a-z0-9.-]+:\d+$)/i

/** Every word of a stretch of text that is written as `host`, `host:port` or either with a path; places `from` on. */
export function hostTokens(text: string, from = 0, to = text.length): readonly HostToken[] {
  const tokens: HostToken[] = []
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const token = hostToken(match[0], from + match.index)
    if (token) tokens.push(token)
  }
  return tokens
}

/** Reads one word as an address; undefined if it is none. A second port, as ZooKeeper's servers have one, is left out. */
function hostToken(word: string, offset: number): HostToken | undefined {
  const at = word.indexOf('@') + 1 || (SET_PREFIX.exec(word)?.[0].length ?? 0)
  const match = TOKEN.exec(word.slice(at))
  const host = match?.[1]
  if (!match || !host) return undefined
  const port = match[2] === undefined ? undefined : parsePort(match[2])
  if (match[2] !== undefined && port === undefined) return undefined
  const start = offset + at
  const user = word[at - 1] === '@' ? word.slice(0, at - 1) : undefined
  return { start, end: start + host.length, host, port, rest: match[3] ?? '', user }
}

/** True if a path behind host and port makes the whole an image reference: a tag or a digest at its end. */
export function isImagePath(rest: string): boolean {
  return /^\/[a-z0-9._/-]+(?::[\w.-]+|@sha256:[0-9a-f]+)$/i.test(rest)
}
