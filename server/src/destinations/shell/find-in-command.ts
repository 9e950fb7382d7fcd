import { type FoundHost, findInSetting } from '../find-in-setting'
import { looksLikeHost } from '../host-syntax'
import type { KeyMeaning } from '../key-words'
import { schemeOf } from '../schemes'
import { groupOf, type Setting, type SettingGroup } from '../setting'
import { composeSource, type SourceText, sliceSource } from '../source-text'
import { parsePort } from '../url-scanner'
import { type Client, clientOf, isQuiet, isShell } from './clients'

const ADDRESS: KeyMeaning = { kind: 'address', strong: true }
const NEUTRAL: KeyMeaning = { kind: 'neutral' }

/** Reads a nested script, such as that of `sh -c`. */
export type ReadScript = (script: SourceText) => readonly FoundHost[]

/** Words before a command that only say when or how it runs. */
const BEFORE_COMMAND = new Set(
  'if then else elif while until do ! time exec command sudo nohup nice env eval { } setsid stdbuf unbuffer gosu su-exec tini busybox -- dumb-init ionice doas'.split(
    ' ',
  ),
)

/** Every host that a command line calls: clients by their own flags, everything else by the names of its flags. */
export function findInCommand(words: readonly SourceText[], readScript: ReadScript): readonly FoundHost[] {
  const found: FoundHost[] = []
  const start = commandStart(words)
  for (const word of words.slice(0, start)) found.push(...assignment(word))
  const [command, ...rest] = words.slice(start)
  if (!command) return found
  const name = nameOf(command)
  if (/^(export|local|readonly|declare|typeset|set|env)$/.test(name)) return [...found, ...rest.flatMap(assignment)]
  found.push(...[command, ...rest].flatMap(deviceHosts))
  if (isShell(name)) {
    const script = scriptOf(rest)
    return script ? [...found, ...readScript(script)] : found
  }
  if (isQuiet(name)) return found
  // Behind `--` stands what the command itself runs.
  const run = rest.findIndex(({ text }) => text === '--')
  if (run >= 0) found.push(...findInCommand(rest.splice(run).slice(1), readScript))
  const client = clientOf(name)
  return [
    ...found,
    ...(client ? clientHosts(client, rest) : [...findInFlags([command, ...rest]), ...socatHosts(name, rest)]),
  ]
}

function nameOf(command: SourceText): string {
  return command.text.slice(command.text.lastIndexOf('/') + 1)
}

function commandStart(words: readonly SourceText[]): number {
  let at = 0
  while (at < words.length) {
    const text = words[at]?.text ?? ''
    if (BEFORE_COMMAND.has(text.slice(text.lastIndexOf('/') + 1)) || /^[A-Za-z_]\w*\+?=/.test(text)) at++
    else if (/(^|\/)timeout$/.test(text)) {
      at++
      while (/^-|^\d+[smhd]?$/.test(words[at]?.text ?? '')) at += /^-[ks]$/.test(words[at]?.text ?? '') ? 2 : 1
    } else if (text === 'sshpass') at += /^-[pf]$/.test(words[at + 1]?.text ?? '') ? 3 : 2
    else if (text === 'xargs') {
      at++
      while (/^-/.test(words[at]?.text ?? '')) at += /^-[InPL]$/.test(words[at]?.text ?? '') ? 2 : 1
    } else break
  }
  return at
}

/** The word behind a shell's `-c`. */
export function scriptOf(words: readonly SourceText[]): SourceText | undefined {
  const at = words.findIndex(({ text }) => /^-[a-z]*c[a-z]*$/.test(text))
  const script = at < 0 ? undefined : words.slice(at + 1).find(({ text }) => !/^-[a-z]+$/.test(text))
  return script
}

/** `API=https://…` sets a variable; its name says what the value means. */
function assignment(word: SourceText): readonly FoundHost[] {
  const match = /^([A-Za-z_]\w*)\+?=/.exec(word.text)
  if (!match) return []
  const value = sliceSource(word, match[0].length, word.text.length)
  return findInSetting({ path: [match[1] ?? ''], value }, { group: new Map() })
}

/** Bash's `/dev/tcp/host/port`. */
function deviceHosts(word: SourceText): readonly FoundHost[] {
  const match = /^\/dev\/tcp\/([^/\s]+)\/(\d+)$/.exec(word.text)
  const [, host = '', port = ''] = match ?? []
  return match ? named(sliceSource(word, 9, 9 + host.length), 'tcp', port) : []
}

/** socat's addresses: `TCP:host:port`, but not `TCP-LISTEN:…`. */
function socatHosts(name: string, words: readonly SourceText[]): readonly FoundHost[] {
  if (name !== 'socat') return []
  return words.flatMap((word) => {
    const match = /^(tcp[46]?|tcp-connect|openssl|ssl|openssl-connect):([a-z0-9.-]+):(\d+)/i.exec(word.text)
    const [, kind = '', host = '', port = ''] = match ?? []
    const scheme = /ssl/i.test(kind) ? 'tls' : 'tcp'
    return match ? named(sliceSource(word, kind.length + 1, kind.length + 1 + host.length), scheme, port) : []
  })
}

/** One argument that is a host by its position or flag. */
function named(
  value: SourceText,
  scheme: string | undefined,
  port: string | undefined,
  tls = false,
): readonly FoundHost[] {
  const group: SettingGroup = new Map([
    ...(port === undefined ? [] : [['port', port] as const]),
    ...(tls ? [['tls', 'true'] as const] : []),
  ])
  const technology = scheme === undefined ? undefined : schemeOf(scheme)
  // SQL Server's clients write `tcp:host\instance,port`.
  const server = scheme === 'sqlserver' ? /^(tcp:)?([a-z0-9.-]+)(?:\\[^,]*)?,(\d+)$/i.exec(value.text) : undefined
  const [, prefix = '', host = '', number] = server ?? []
  if (server) return named(sliceSource(value, prefix.length, prefix.length + host.length), scheme, number, tls)
  return findInSetting({ path: ['host'], value }, { group, technology, meaning: ADDRESS })
}

interface Parsed {
  readonly hosts: readonly SourceText[]
  readonly port: string | undefined
  readonly tls: boolean
  readonly listens: boolean
  readonly rest: readonly SourceText[]
}

function clientHosts(client: Client, words: readonly SourceText[]): readonly FoundHost[] {
  const { hosts, port, tls, listens, rest } = parseClient(client, words)
  if (listens) return []
  const found = hosts.flatMap((host) => named(host, client.scheme, port, tls))
  if (found.length > 0 && client.arguments !== 'url') return found
  return [...found, ...argumentHosts(client, rest, port, tls)]
}

function argumentHosts(
  client: Client,
  rest: readonly SourceText[],
  port: string | undefined,
  tls: boolean,
): readonly FoundHost[] {
  const [first, second] = rest
  switch (client.arguments) {
    case 'none':
      return []
    case 'host port':
      return first ? named(first, client.scheme, port ?? numberOf(second), tls) : []
    case 'host':
      return first ? named(first, client.scheme, port, tls) : []
    case 'user@host':
      return first ? named(withoutUser(first), client.scheme, port, tls) : []
    case 'url':
      return rest.flatMap((word) => named(word, client.scheme, port, tls))
    case 'remote path':
      return rest.flatMap((word) => remotePath(word, client.scheme, port))
    case 'any':
      return rest.flatMap((word) => free(word, client.scheme, port))
  }
}

/** `host:/path` and `user@host:path`: the host alone is called. A path without a host is a file. */
function remotePath(word: SourceText, scheme: string | undefined, port: string | undefined): readonly FoundHost[] {
  if (word.text.includes('://')) return free(word, scheme, port)
  const match = /^((?:[^@/:]*@)?)([a-z0-9][a-z0-9.-]*):/i.exec(word.text)
  const [, user = '', host = ''] = match ?? []
  return match ? named(sliceSource(word, user.length, user.length + host.length), scheme, port) : []
}

/** An argument of which only its form says whether it is an address. */
function free(value: SourceText, scheme: string | undefined, port: string | undefined): readonly FoundHost[] {
  const group: SettingGroup = new Map(port === undefined ? [] : [['port', port] as const])
  const technology = scheme === undefined ? undefined : schemeOf(scheme)
  return findInSetting({ path: ['host'], value }, { group, technology, meaning: NEUTRAL })
}

function numberOf(word: SourceText | undefined): string | undefined {
  return parsePort(word?.text.split('-')[0]) === undefined ? undefined : word?.text.split('-')[0]
}

function withoutUser(word: SourceText): SourceText {
  const at = word.text.indexOf('@') + 1
  return word.text.includes('://') ? word : sliceSource(word, at, word.text.length)
}

function parseClient(client: Client, words: readonly SourceText[]): Parsed {
  const hosts: SourceText[] = []
  const rest: SourceText[] = []
  let port: string | undefined
  let tls = false
  let listens = false
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const { text } = word
    if (!text.startsWith('-') || text === '-') {
      rest.push(word)
      continue
    }
    const { flag, value, used } = flagOf(client, word, words[at + 1])
    at += used
    if (client.tlsFlags.includes(flag)) tls = true
    if (client.arguments === 'host port' && /^-[a-z]*l/.test(flag)) listens = true
    if (value && client.hostFlags.includes(flag)) hosts.push(value)
    else if (value && client.portFlags.includes(flag)) port = value.text
    else if (value && !client.textFlags.includes(flag) && (flag.startsWith('--') || value.text.includes('://'))) {
      rest.push(value)
    }
  }
  return { hosts, port, tls, listens, rest }
}

interface Flag {
  readonly flag: string
  readonly value: SourceText | undefined
  /** How many words behind the flag's own belong to it. */
  readonly used: number
}

function flagOf(client: Client, word: SourceText, next: SourceText | undefined): Flag {
  const { text } = word
  const equals = text.indexOf('=')
  if (equals > 1) return { flag: text.slice(0, equals), value: sliceSource(word, equals + 1, text.length), used: 0 }
  const known = [...client.hostFlags, ...client.portFlags, ...client.textFlags, ...client.longValueFlags]
  if (known.includes(text)) return { flag: text, value: next, used: 1 }
  if (text.startsWith('--')) return { flag: text, value: undefined, used: 0 }
  // `-hdb.io` and `-zv`: the first letter that takes a value takes the rest of the word, or the next word.
  for (let at = 1; at < text.length; at++) {
    const letter = text[at] ?? ''
    const flag = `-${letter}`
    if (!known.includes(flag) && !client.valueFlags.includes(letter)) continue
    if (at + 1 < text.length) return { flag, value: sliceSource(word, at + 1, text.length), used: 0 }
    return { flag, value: next, used: 1 }
  }
  return { flag: text, value: undefined, used: 0 }
}

/** Flags of a program that is not known: each with its value is a setting, and words without a flag speak for themselves. */
export function findInFlags(words: readonly SourceText[]): readonly FoundHost[] {
  const settings: Setting[] = []
  const free: SourceText[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (!word) continue
    const match = /^(-{0,2}D?)([A-Za-z][\w./-]*)[=:]/.exec(word.text)
    const isFlag = /^-{1,2}[A-Za-z]/.test(word.text)
    if (match && (isFlag || word.text[match[0].length - 1] === '=') && !word.text.startsWith('//', match[0].length)) {
      const name = match[1]?.endsWith('D')
        ? (match[2] ?? '')
        : `${/^-D./.test(match[1] ?? '') ? 'D' : ''}${match[2] ?? ''}`
      settings.push({ path: [name], value: sliceSource(word, match[0].length, word.text.length) })
    } else if (isFlag) {
      const next = words[at + 1]
      const name = word.text.replace(/^-+/, '')
      if (!next || /^-{1,2}[A-Za-z]/.test(next.text)) continue
      const custom = next.text.includes('://') ? undefined : SHORT_FLAGS.get(word.text)
      settings.push({ path: [custom ?? name], value: next })
      at++
    } else free.push(word)
  }
  const group = groupOf(settings)
  return [
    ...settings.flatMap((setting) => findInSetting(setting, { group })),
    ...free.flatMap((word) =>
      at0(words, word) ? [] : findInSetting({ path: ['argument'], value: word }, { group, meaning: NEUTRAL }),
    ),
  ]
}

/** The program's own path is no argument. */
function at0(words: readonly SourceText[], word: SourceText): boolean {
  return words[0] === word && !word.text.includes('://') && !looksLikeHost(word.text.split(':')[0] ?? '')
}

/** What single letters mean by custom. */
const SHORT_FLAGS: ReadonlyMap<string, string> = new Map([
  ['-h', 'host'],
  ['-H', 'host'],
  ['-p', 'port'],
  ['-P', 'port'],
  ['-b', 'bind'],
  ['-l', 'listen'],
])

/** A text of several words, such as JAVA_OPTS, as words of a command line. */
export function wordsOfText(source: SourceText): readonly SourceText[] {
  const words: SourceText[] = []
  for (const match of source.text.matchAll(/'[^']*'|"[^"]*"|[^\s'"]+(?:'[^']*'|"[^"]*")?/g)) {
    const word = match[0]
    const quoted = /^(['"]).*\1$/s.test(word) ? 1 : 0
    const [start, end] = [match.index + quoted, match.index + word.length - quoted]
    words.push(composeSource(source, [{ text: source.text.slice(start, end), start, end }]))
  }
  return words
}
