import { isIpAddress } from '../text/ip-address'
import { connectionMentions } from './connection-strings'
import { isCommonName, isHostName, isNameGiving, looksLikeHost, normalHost } from './host-syntax'
import { type HostToken, hostTokens, isImagePath } from './host-tokens'
import type { KeyMeaning } from './key-words'
import type { Mention } from './mention'
import { namesNoHost, schemeOf } from './schemes'
import { type Technology, technologyByWord } from './technologies'
import { parsePort, scanUrls, type Url } from './url-scanner'

type AddressMeaning = Extract<KeyMeaning, { kind: 'address' }>

/** Every host that a text names as something to call, as far as text, key and technology tell. */
export function mentionsIn(text: string, meaning: KeyMeaning, technology: Technology | undefined): readonly Mention[] {
  const connections = connectionMentions(text, technology)
  const urls = scanUrls(text)
  const isInUrl = (mention: Mention) =>
    urls.some(
      (url) =>
        mention.start >= url.start &&
        mention.end <= url.end &&
        !url.hosts.every((host) => host.start === mention.start),
    )
  const isLink = (url: Url) => meaning.kind === 'link' && /^https?$/.test(url.scheme)
  const fromUrls = urls.flatMap((url) => (isLink(url) ? [] : urlMentions(url, text)))
  const separate = connections.filter((each) => !isInUrl(each) && !fromUrls.some((other) => other.start === each.start))
  if (separate.some((each) => /[=(]/.test(text[each.start - 1] ?? ''))) return [...fromUrls, ...separate]
  const tokens = tokenMentions(text, urls, meaning, technology).filter(
    (token) => !separate.some((each) => token.start < each.end && each.start < token.end + 1),
  )
  const all = [...fromUrls, ...separate, ...tokens]
  if (meaning.kind !== 'address' || fromUrls.length + separate.length > 0) return all
  // In a list such as `a.io:27017,b.io` the bare names are hosts like the others.
  const listed = [...bareMentions(text, meaning), ...pairMentions(text)]
  return [...all, ...listed.filter((each) => !all.some((other) => other.start === each.start))]
}

function urlMentions(url: Url, text: string): readonly Mention[] {
  if (namesNoHost(url.scheme) || isNameGiving(text.slice(url.start, url.end)) || text.endsWith('(+', url.start))
    return []
  // gRPC's resolvers write the address behind an empty authority: `dns:///host:443`.
  if (url.hosts.length === 0 && /^(?:dns|passthrough|static)$/.test(url.scheme)) return resolverMentions(url, text)
  const scheme = schemeOf(url.scheme)
  // Behind the authority stand a query or, with SQL Server, properties.
  const options = text.slice(url.authorityEnd, url.end + 1000).split(/\s/, 1)[0] ?? ''
  const tls =
    /[?&;](?:ssl|tls|usessl|encrypt|sslmode|ssl-mode|requiressl|secure)=(?:true|1|yes|require|required|verify-?ca|verify-?full|verify_ca|verify_identity)(?![\w-])/i.test(
      options,
    )
  return url.hosts.flatMap((each, index): Mention[] => {
    const host = text.slice(each.start, each.end)
    const name = normalHost(host)
    if (!isIpAddress(name) && !isHostName(name)) return []
    const isShort = !name.includes('.') && each.port === undefined
    // `https://proxy.example,direct` lists words, a broker's URL lists hosts.
    if (isShort && (!scheme || (index > 0 && /^https?$/.test(url.scheme)))) return []
    return [
      {
        start: each.start,
        end: each.end,
        host,
        port: each.port,
        defaultPort: scheme?.port ?? null,
        protocol: scheme?.protocol ?? null,
        tls: tls || undefined,
        form: 'url',
      },
    ]
  })
}

function resolverMentions(url: Url, text: string): readonly Mention[] {
  return hostTokens(text, url.authorityEnd + 1, url.end).map((token) => ({
    ...token,
    defaultPort: 443,
    protocol: 'GRPC',
    tls: undefined,
    form: 'url' as const,
  }))
}

/** `host:port` words outside URLs. */
function tokenMentions(
  text: string,
  urls: readonly Url[],
  meaning: KeyMeaning,
  technology: Technology | undefined,
): readonly Mention[] {
  if (meaning.kind === 'name' || meaning.kind === 'link') return []
  const redis =
    /,\s*(?:password|ssl|abortConnect|allowAdmin|defaultDatabase|connectTimeout|syncTimeout|connectRetry)\s*=/i.test(
      text,
    )
  const tls = redis && /,\s*ssl\s*=\s*true/i.test(text) ? true : undefined
  const known = redis ? schemeOf('redis') : undefined
  return gaps(text, urls).flatMap(([from, to]) =>
    hostTokens(text, from, to)
      .filter((token) => isHostPort(token, text, meaning, technology ?? known))
      .map(
        (token): Mention => ({
          ...token,
          defaultPort: known?.port ?? null,
          protocol: known?.protocol ?? null,
          tls,
          form: 'host-port',
        }),
      ),
  )
}

/** The stretches of a text that no URL takes. */
function gaps(text: string, urls: readonly Url[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  let from = 0
  for (const url of urls) {
    if (url.start > from) found.push([from, url.start])
    from = url.end
  }
  if (from < text.length) found.push([from, text.length])
  return found
}

function isHostPort(token: HostToken, text: string, meaning: KeyMeaning, technology: Technology | undefined): boolean {
  if (token.port === undefined || isImagePath(token.rest)) return false
  // `{{ name }}-db:5432` has only its end in the text.
  if (/[}$)>%]/.test(text[token.start - 1] ?? '')) return false
  const host = normalHost(token.host)
  if (isIpAddress(host)) return true
  if (!isHostName(host)) return false
  if (host.includes('.')) return /(?:^|\.)(?:[a-z]{2,}|xn--[a-z0-9-]+|[a-z0-9-]*[a-z][a-z0-9-]*)$/.test(host)
  if (meaning.kind === 'address') return /^[a-z][a-z0-9-]*$/.test(host)
  const isWhole = text.trim() === text.slice(token.start, token.end + 1 + String(token.port).length)
  return isWhole && (technology !== undefined || namesService(host))
}

/** True for a name without a dot that is a server's rather than a word's: `web:2` counts workers. */
function namesService(name: string): boolean {
  return (
    /^[a-z][a-z0-9]*-[a-z0-9-]*[a-z][a-z0-9-]*$/.test(name) ||
    /(?:service|svc|server|api|db)$/.test(name) ||
    (technologyByWord(name)?.port ?? null) !== null
  )
}

/** What a name alone says: nothing. */
const BARE = { defaultPort: null, protocol: null, tls: undefined, form: 'bare' } as const

/** A bare name, or a list of them: every word of the value must be one. */
export function bareMentions(text: string, meaning: AddressMeaning): readonly Mention[] {
  if (text.length > 4000 || /[<>{}$()=]/.test(text)) return []
  const whole = text.trim()
  // Without brackets an IPv6 address has colons that are no port's.
  if (whole.split(':').length > 2 && isIpAddress(whole)) {
    const start = text.indexOf(whole)
    return [{ start, end: start + whole.length, host: whole, port: undefined, ...BARE }]
  }
  const words = text.match(/[^\s,;|]+/g) ?? []
  const tokens = hostTokens(text)
  if (tokens.length === 0 || tokens.length !== words.length) return []
  // Words with blanks between are prose, unless each of them is a whole name.
  if (words.length > 1 && !/[,;|\n]/.test(text.trim()) && !tokens.every(({ host }) => host.includes('.'))) return []
  const isPlain = tokens.every(
    ({ host, rest, user }) =>
      user === undefined &&
      (rest === '' || (host.includes('.') && !isImagePath(rest))) &&
      isBareHost(host, rest, meaning),
  )
  if (!isPlain) return []
  return tokens.filter(({ port }) => port === undefined).map((token) => ({ ...token, ...BARE }))
}

/** `host port`, as servers are written in many files: `replicaof db.example 6379`. */
function pairMentions(text: string): readonly Mention[] {
  const match = /^\s*([a-z0-9][a-z0-9.-]*[a-z0-9])\s+(?:parent\s+|sibling\s+)?(\d{2,5})(?:\s|$)/i.exec(text)
  const [whole = '', host = '', digits] = match ?? []
  const port = parsePort(digits)
  if (port === undefined || !looksLikeHost(host)) return []
  const start = whole.indexOf(host)
  const end = start + host.length
  return [{ start, end, host, port, defaultPort: null, protocol: null, tls: undefined, form: 'host-port' }]
}

function isBareHost(host: string, rest: string, meaning: AddressMeaning): boolean {
  const name = normalHost(host)
  if (!looksLikeHost(host.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1'))) return false
  if (meaning.hint && !isCommonName(name)) return false
  if (name.includes('.') || name.includes(':')) return rest === '' || !/^\d/.test(rest.slice(1))
  return meaning.strong && rest === ''
}
