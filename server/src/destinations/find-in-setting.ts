import { isIpAddress } from '../text/ip-address'
import type { Range } from '../text/range'
import { withDefaults } from './defaults'
import type { Confidence } from './destination'
import { isHostName, isOwnAddress, normalHost } from './host-syntax'
import { type KeyMeaning, keyMeaning } from './key-words'
import type { Mention } from './mention'
import { bareMentions, mentionsIn } from './mentions-in-text'
import { schemeOf } from './schemes'
import { portBeside, type Setting, type SettingGroup, schemeBeside, tlsBeside, withTls } from './setting'
import { isBelowHttp, protocolOfPort, type Technology, technologyOf } from './technologies'

/** A host found in a value, with all that value, key and settings beside it say. */
export interface FoundHost {
  readonly range: Range
  /** As facts hold it. */
  readonly host: string
  readonly port: number | null
  readonly protocol: string | null
  readonly protocolGuessed: boolean
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
export function findInSetting(written: Setting, context: Context): readonly FoundHost[] {
  const setting = { path: written.path, value: withDefaults(written.value) }
  const { text } = setting.value
  if (text.length < 2 || text.length > LONGEST_VALUE || !mayNameHost(text)) return []
  const meaning = context.meaning ?? keyMeaning(namedSteps(setting.path))
  if (meaning.kind === 'never' || isForBrowsers(text) || (meaning.kind !== 'address' && isProse(text))) return []
  const technology = technologyOf(namedSteps(setting.path)) ?? context.technology
  const mentions = mentionsIn(text, meaning, technology)
  const found = mentions.flatMap((mention) => resolve(mention, setting, context, technology, false))
  if (found.length > 0 || !context.keepBareNames || meaning.kind !== 'neutral') return found
  return bareMentions(text, { kind: 'address', strong: false }).flatMap((mention) =>
    resolve(mention, setting, context, technology, true),
  )
}

/** A cheap look: every host has a dot, a colon or stands alone as a word (or a list of words). */
function mayNameHost(text: string): boolean {
  return /[.:@]/.test(text) || (text.length < 254 && /[a-z]/i.test(text) && !/[^\w\s,;|-]/.test(text))
}

/** Positions in lists say nothing about meaning. */
const namedSteps = (path: readonly string[]): readonly string[] => path.filter((step) => !/^#\d+$/.test(step))

/** A sentence for people: several plain words, and nothing of a command line. */
function isProse(text: string): boolean {
  if (text.length > 2000 || !text.includes(' ') || /(?:^|\s)-|[={}$;\n]/.test(text.trim())) return false
  const words = text.split(/\s+/).filter((word) => /^[A-Za-z][a-z']*[.,:!?]?$/.test(word))
  return words.length >= 3
}

/** A content security policy and markup are for the browser. */
function isForBrowsers(text: string): boolean {
  if (/<(?:a|link|img|script|iframe|body|html)\s/i.test(text) && /<\/|\/>/.test(text)) return true
  return /\b(?:default|script|style|img|connect|frame|font|object|media|worker|child|manifest|form)-src\b|\bframe-ancestors\b/.test(
    text,
  )
}

function resolve(
  mention: Mention,
  setting: Setting,
  context: Context,
  technology: Technology | undefined,
  needsVariable: boolean,
): readonly FoundHost[] {
  const host = normalHost(mention.host)
  if (isOwnAddress(host) || (!isIpAddress(host) && !isHostName(host))) return []
  const { path, value } = setting
  const scheme = mention.form === 'url' ? undefined : schemeOf(schemeBeside(context.group, path) ?? '')
  const port = portOf(mention, setting, context, scheme ?? technology)
  const tls =
    mention.tls ?? (mention.form === 'url' && mention.protocol !== 'TCP' ? undefined : tlsBeside(context.group, path))
  const known = protocolBy(mention, scheme, technology, port) ?? (isBelowHttp(namedSteps(path)) ? 'TCP' : null)
  return [
    {
      range: value.rangeOf(mention.start, mention.end),
      host,
      port,
      protocol:
        keepsPlainStart(known, mention.defaultPort ?? technology?.port ?? null) &&
        tls !== undefined &&
        mention.form !== 'host-port'
          ? known
          : withTls(known, port, tls),
      protocolGuessed: mention.protocol === null && (scheme?.protocol ?? null) === null && tls === undefined,
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
  return byPort === 'TLS' && named !== 'TCP' && named !== 'HTTPS'
    ? named === 'HTTP'
      ? 'HTTPS'
      : 'TLS'
    : (named ?? byPort)
}

/** Databases that begin in plain text and change to TLS later: to the mesh they stay what they are. */
function keepsPlainStart(protocol: string | null, usualPort: number | null): boolean {
  return protocol === 'MYSQL' || (protocol === 'TCP' && (usualPort === 5432 || usualPort === 1433))
}
