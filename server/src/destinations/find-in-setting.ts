import type { Range } from '../text/range'
import { connectionMentions } from './connection-strings'
import type { Confidence } from './destination'
import { isAddress, isHostName, isNameGiving, isOwnAddress, looksLikeHost, normalHost } from './host-syntax'
import { type HostToken, hostTokens, isImagePath } from './host-tokens'
import { type KeyMeaning, keyMeaning } from './key-words'
import type { Mention } from './mention'
import { namesNoHost, schemeOf } from './schemes'
import { portBeside, type Setting, type SettingGroup, schemeBeside, tlsBeside, withTls } from './setting'
import { protocolOfPort, type Technology, technologyOf } from './technologies'
import { scanUrls, type Url } from './url-scanner'

/** A host found in a value, with all that value, key and settings beside it say. */
export interface FoundHost {
  readonly range: Range
  /** As facts hold it. */
  readonly host: string
  readonly port: number | null
  readonly protocol: string | null
  readonly confidence: Confidence
  readonly derived: boolean
  readonly needsVariable: boolean
}

/** What a reader of a format knows beyond a setting's key. */
export interface Context {
  /** The settings of the same container, file or command line. */
  readonly group: SettingGroup
  /** The technology that the surroundings name; the key's own counts first. */
  readonly technology?: Technology | undefined
  /** Replaces what the key says: an nginx `server` directive is always an address. */
  readonly meaning?: KeyMeaning
  /** A bare name counts as one that needs a variable's name, where its key says nothing. */
  readonly keepBareNames?: boolean
}

/** No value that names a host is longer; what is, is data. */
const LONGEST_VALUE = 1_000_000

/** Every host that a value names as something to call. */
export function findInSetting(setting: Setting, context: Context): readonly FoundHost[] {
  const { text } = setting.value
  if (text.length < 2 || text.length > LONGEST_VALUE) return []
  const meaning = context.meaning ?? keyMeaning(namedSteps(setting.path))
  if (meaning.kind === 'never' || isPolicyText(text)) return []
  const technology = technologyOf(namedSteps(setting.path)) ?? context.technology
  const mentions = mentionsIn(text, meaning, technology)
  const found = mentions.flatMap((mention) => resolve(mention, setting, context, technology, false))
  if (found.length > 0 || !context.keepBareNames || meaning.kind !== 'neutral') return found
  return bareMentions(text, { kind: 'address', strong: false }).flatMap((mention) =>
    resolve(mention, setting, context, technology, true),
  )
}

/** Positions in lists say nothing about meaning. */
const namedSteps = (path: readonly string[]): readonly string[] => path.filter((step) => !/^#\d+$/.test(step))

/** A content security policy is for the browser. */
function isPolicyText(text: string): boolean {
  return /\b(?:default|script|style|img|connect|frame|font|object|media|worker|child|manifest|form)-src\b|\bframe-ancestors\b/.test(
    text,
  )
}

function mentionsIn(text: string, meaning: KeyMeaning, technology: Technology | undefined): readonly Mention[] {
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
  return all.length > 0 || meaning.kind !== 'address' ? all : bareMentions(text, meaning)
}

function urlMentions(url: Url, text: string): readonly Mention[] {
  if (namesNoHost(url.scheme) || isNameGiving(text.slice(url.start, url.end)) || /\(\+$/.test(text.slice(0, url.start)))
    return []
  const scheme = schemeOf(url.scheme)
  // Behind the authority stand a query or, with SQL Server, properties.
  const options = text.slice(url.authorityEnd).split(/\s/, 1)[0] ?? ''
  const tls =
    /[?&;](?:ssl|tls|usessl|encrypt|sslmode|ssl-mode|requiressl|secure)=(?:true|1|yes|require|required|verify-?ca|verify-?full|verify_ca|verify_identity)(?![\w-])/i.test(
      options,
    )
  return url.hosts.flatMap((each): Mention[] => {
    const host = text.slice(each.start, each.end)
    const name = normalHost(host)
    if (!isAddress(name) && !isHostName(name)) return []
    if (!scheme && !name.includes('.') && each.port === undefined) return []
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
  if (token.rest !== '' && /@$/.test(text.slice(0, token.start)) && token.user === '') return false
  // `${NAME:5432}` and `{{ name }}:5432` have only their end in the text.
  if (/[}$)>%]$/.test(text.slice(0, token.start))) return false
  if (/^[a-z0-9_.-]*[$<{]/i.test(text.slice(token.end))) return false
  const host = normalHost(token.host)
  if (isAddress(host)) return true
  if (!isHostName(host)) return false
  if (host.includes('.')) return /(?:^|\.)(?:[a-z]{2,}|xn--[a-z0-9-]+|[a-z0-9-]*[a-z][a-z0-9-]*)$/.test(host)
  const isWhole = text.trim() === text.slice(token.start, token.end + 1 + String(token.port).length)
  if (meaning.kind === 'address') return /^[a-z][a-z0-9-]*$/.test(host)
  return (
    isWhole &&
    (technology !== undefined || token.port >= 1000 || protocolOfPort(token.port) !== null) &&
    /^[a-z][a-z0-9-]+$/.test(host)
  )
}

/** A bare name, or a list of them: every word of the value must be one. */
function bareMentions(
  text: string,
  meaning: { readonly kind: 'address'; readonly strong: boolean },
): readonly Mention[] {
  if (text.length > 4000 || /[<>{}$()=]/.test(text)) return []
  const words = text.match(/[^\s,;|]+/g) ?? []
  const tokens = hostTokens(text)
  if (tokens.length === 0 || tokens.length !== words.length || (words.length > 1 && !/[,;|\n]/.test(text.trim())))
    return []
  const isPlain = tokens.every(
    ({ host, rest, user, port }) =>
      user === undefined &&
      port === undefined &&
      (rest === '' || (host.includes('.') && !isImagePath(rest))) &&
      isBareHost(host, rest, meaning.strong),
  )
  if (!isPlain) return []
  return tokens.map((token) => ({ ...token, defaultPort: null, protocol: null, tls: undefined, form: 'bare' as const }))
}

function isBareHost(host: string, rest: string, strong: boolean): boolean {
  const name = normalHost(host)
  if (!looksLikeHost(host.replace(/\.$/, '').replace(/^\[(.*)\]$/, '$1'))) return false
  if (name.includes('.') || name.includes(':')) return rest === '' || !/^\d/.test(rest.slice(1))
  return strong && rest === ''
}

function resolve(
  mention: Mention,
  setting: Setting,
  context: Context,
  technology: Technology | undefined,
  needsVariable: boolean,
): readonly FoundHost[] {
  const host = normalHost(mention.host)
  if (isOwnAddress(host) || (!isAddress(host) && !isHostName(host))) return []
  const { path, value } = setting
  const scheme = mention.form === 'url' ? undefined : schemeOf(schemeBeside(context.group, path) ?? '')
  const port = portOf(mention, setting, context, scheme ?? technology)
  const tls =
    mention.tls ?? (mention.form === 'url' && mention.protocol !== 'TCP' ? undefined : tlsBeside(context.group, path))
  const known = protocolBy(mention, scheme, technology, port)
  return [
    {
      range: value.rangeOf(mention.start, mention.end),
      host,
      port,
      protocol:
        keepsPlainStart(known, port) && tls !== undefined && mention.form !== 'host-port'
          ? known
          : withTls(known, port, tls),
      confidence: needsVariable ? 'low' : mention.form === 'bare' && !host.includes('.') ? 'medium' : 'high',
      derived: value.isDerived(mention.start, mention.end),
      needsVariable,
    },
  ]
}

/** From the token; else the setting beside it; else the scheme; else the technology. */
function portOf(
  mention: Mention,
  setting: Setting,
  context: Context,
  technology: Technology | undefined,
): number | null {
  if (mention.port === 'unknown') return null
  if (mention.port !== undefined) return mention.port
  if (mention.form !== 'url') {
    const beside = portBeside(context.group, setting.path)
    if (beside !== undefined) return beside
  }
  return mention.defaultPort ?? technology?.port ?? null
}

function protocolBy(
  mention: Mention,
  scheme: Technology | undefined,
  technology: Technology | undefined,
  port: number | null,
): string | null {
  const named = technology?.protocol ?? null
  // `tcp://` only says how, the key says what: a Redis server, perhaps.
  if (mention.protocol === 'TCP' && mention.form === 'url' && mention.defaultPort === null) return named ?? 'TCP'
  const said = mention.protocol ?? scheme?.protocol ?? null
  if (said !== null) return said
  const byPort = protocolOfPort(port)
  return byPort === 'TLS' && named !== 'TCP' ? (named === 'HTTP' ? 'HTTPS' : 'TLS') : (named ?? byPort)
}

/** Databases that begin in plain text and change to TLS later: to the mesh they stay what they are. */
function keepsPlainStart(protocol: string | null, port: number | null): boolean {
  return protocol === 'MYSQL' || (protocol === 'TCP' && (port === 5432 || port === 1433))
}
