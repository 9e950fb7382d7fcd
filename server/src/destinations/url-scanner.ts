/** One host of a URL's authority, as written; offsets in the scanned text. */
export interface UrlHost {
  readonly start: number
  readonly end: number
  /** Written behind a colon; `unknown` if a placeholder stands there. */
  readonly port: number | 'unknown' | undefined
}

/** A URL in a longer text. */
export interface Url {
  /** Lower case. */
  readonly scheme: string
  readonly start: number
  readonly end: number
  /** Behind the authority: where path, query or properties begin. */
  readonly authorityEnd: number
  /** What stands before the `@` of the authority, as written; undefined without one. */
  readonly userinfo: string | undefined
  /** Every host without placeholders; `a:1,b:2` has two. */
  readonly hosts: readonly UrlHost[]
}

/** A scheme is never longer; what lies further back belongs to another word. */
const SCHEME_LIMIT = 40

/** Every URL (`scheme://authority…`) of a text, in its order. Linear; a URL inside another's path or query is no own one. */
export function scanUrls(text: string): readonly Url[] {
  const urls: Url[] = []
  let from = 0
  for (let at = text.indexOf('://'); at >= 0; at = text.indexOf('://', from)) {
    const start = schemeStart(text, at, from)
    from = at + 3
    if (start === undefined) continue
    const url = readUrl(text, start, at)
    urls.push(url)
    from = Math.max(from, url.end)
  }
  return urls
}

function schemeStart(text: string, colon: number, limit: number): number | undefined {
  let start = colon
  while (start > limit && colon - start < SCHEME_LIMIT && /[a-z0-9+_-]/i.test(text[start - 1] ?? '')) start--
  while (start < colon && !/[a-z]/i.test(text[start] ?? '')) start++
  return start < colon ? start : undefined
}

function readUrl(text: string, start: number, colon: number): Url {
  const scheme = text.slice(start, colon).toLowerCase()
  const authorityEnd = endOfAuthority(text, colon + 3)
  const authority = text.slice(colon + 3, authorityEnd)
  const userEnd = authority.lastIndexOf('@') + 1
  return {
    scheme,
    start,
    end: endOfUrl(text, authorityEnd),
    authorityEnd,
    userinfo: userEnd > 0 ? authority.slice(0, userEnd - 1) : undefined,
    hosts: splitHosts(authority, userEnd, colon + 3),
  }
}

/** Brackets that hold a placeholder, by what opens them. */
const PLACEHOLDERS = [
  ['{{', '}}'],
  ['${', '}'],
  ['$(', ')'],
  ['%{', '}'],
  ['<', '>'],
  ['{', '}'],
] as const

/** The end of a placeholder that begins at `at`, or undefined if none does or it is not closed on its line. */
function placeholderEnd(text: string, at: number): number | undefined {
  const pair = PLACEHOLDERS.find(([open]) => text.startsWith(open, at))
  if (!pair) return undefined
  const close = text.indexOf(pair[1], at + pair[0].length)
  if (close < 0 || close - at > 200 || text.slice(at, close).includes('\n')) return undefined
  return close + pair[1].length
}

const AFTER_AUTHORITY = new Set('/?#\\"\'`<>|^;)}]{, \t\r\n')

function endOfAuthority(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const placeholder = placeholderEnd(text, at)
    if (placeholder !== undefined) {
      at = placeholder
      continue
    }
    const char = text[at] ?? ''
    if (char === '[') {
      const close = text.indexOf(']', at)
      if (close < 0 || !/^[0-9a-f:.%]+$/i.test(text.slice(at + 1, close))) return at
      at = close + 1
    } else if (char === ',' && isListComma(text, at)) at++
    else if (AFTER_AUTHORITY.has(char)) return at
    else at++
  }
  return at
}

/** True if behind the comma comes one more host of the same authority, not another URL or another word. */
function isListComma(text: string, comma: number): boolean {
  return /^,[[a-z0-9]/i.test(text.slice(comma, comma + 2)) && !beginsUrl(text, comma)
}

/** True if behind a separator the next URL of a list begins, with or without its name: `,https://…`, `,b=https://…`. */
function beginsUrl(text: string, separator: number): boolean {
  return /^.(?:[\w.-]+=)?[a-z0-9+_-]+:\/\//i.test(text.slice(separator, separator + 100))
}

const AFTER_URL = new Set('"\'`<>|\\^ \t\r\n')

function endOfUrl(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const char = text[at] ?? ''
    if (AFTER_URL.has(char)) break
    if ((char === ',' || char === ';') && beginsUrl(text, at)) break
    at++
  }
  return at
}

function splitHosts(authority: string, from: number, offset: number): readonly UrlHost[] {
  const hosts: UrlHost[] = []
  let start = from
  for (const part of authority.slice(from).split(',')) {
    const host = readHost(part, offset + start)
    if (host) hosts.push(host)
    start += part.length + 1
  }
  return hosts
}

/** Splits `host:port`; nothing if the host has a placeholder or is empty. */
function readHost(part: string, offset: number): UrlHost | undefined {
  const bracket = part.startsWith('[') ? part.indexOf(']') + 1 : 0
  const colon = part.indexOf(':', bracket)
  const end = colon < 0 ? part.length : colon
  const host = part.slice(0, end)
  if (host === '' || /[${}<>%()]/.test(host)) return undefined
  return { start: offset, end: offset + end, port: colon < 0 ? undefined : portOf(part.slice(colon + 1)) }
}

function portOf(text: string): number | 'unknown' | undefined {
  if (text === '') return undefined
  const port = parsePort(text)
  return port ?? 'unknown'
}

/** A port number from 1 to 65535, or undefined. */
export function parsePort(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{1,5}$/.test(text)) return undefined
  const port = Number(text)
  return port >= 1 && port <= 65535 ? port : undefined
}
