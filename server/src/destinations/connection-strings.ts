import type { Mention } from './mention'
import { schemeOf } from './schemes'
import type { Technology } from './technologies'
import { parsePort } from './url-scanner'

/** One `key=value` of a connection string; offsets of the value in the scanned text. */
interface Part {
  readonly key: string
  readonly value: string
  readonly start: number
}

const HOST_KEYS = new Set([
  'server',
  'data source',
  'datasource',
  'address',
  'addr',
  'network address',
  'host',
  'hostname',
  'hostaddr',
  'servername',
])
const PORT_KEYS = new Set(['port', 'portnumber'])
/** Keys that make a list of `key=value` a connection string: prose has none of them. */
const OTHER_KEYS = new Set(
  `database|initial catalog|user id|userid|uid|user|username|password|pwd|dbname|db|sslmode|ssl mode|port|portnumber|databasename|
integrated security|trusted_connection|encrypt|trustservercertificate|driver|connect_timeout|application name|application_name|
connection timeout|pooling|maximum pool size|deviceid|sharedaccesskey|sharedaccesskeyname|service name|sid|charset|protocol|schema|
multipleactiveresultsets|persist security info|timeout|command timeout|virtualhost|requestedheartbeat|search_path|options|sslrootcert|account|warehouse`
    .split(/[|\n]/)
    .filter((key) => key !== ''),
)

/** Every host of a connection string without `://`, or nothing if the text is none. */
export function connectionMentions(text: string, technology: Technology | undefined): readonly Mention[] {
  return [
    ...keywordMentions(text, technology),
    ...parenthesisMentions(text),
    ...goMysqlMentions(text),
    ...oracleMentions(text),
    ...remotePathMentions(text),
  ]
}

function keywordMentions(text: string, technology: Technology | undefined): readonly Mention[] {
  // PHP's PDO writes the driver before the list: `mysql:host=…;dbname=…`, JDBC an URL without a host.
  const prefix = /^\s*(?:jdbc:)?(mysql|pgsql|sqlsrv|dblib|sqlserver):(?:\/\/)?;?(?=[a-z ]+=)/i.exec(text)
  const from = prefix?.[0].length ?? 0
  const isSemicolons = text.includes(';', from)
  const parts = isSemicolons ? semicolonParts(text, from) : spaceParts(text, from)
  if (!parts || parts.length < 2 || !parts.some((part) => OTHER_KEYS.has(part.key))) return []
  const host = parts.find((part) => HOST_KEYS.has(part.key))
  if (!host || host.value === '') return []
  const server = serverTechnology(text, host.key, parts, prefix?.[1]?.toLowerCase()) ?? technology
  const ports = (parts.find((part) => PORT_KEYS.has(part.key))?.value ?? '').split(',')
  const tls = tlsOf(parts)
  const isSqlServer = server?.port === 1433
  return serversOf(host, isSqlServer).map(({ start, name, port }, index) => ({
    start,
    end: start + name.length,
    host: name,
    port: port ?? parsePort((ports[index] ?? ports[0] ?? '').trim()),
    defaultPort: server?.port ?? null,
    protocol: server?.protocol ?? null,
    tls,
    form: 'connection' as const,
  }))
}

function semicolonParts(text: string, from: number): readonly Part[] | undefined {
  const parts: Part[] = []
  let start = from
  for (const piece of text.slice(from).split(';')) {
    const part = partOf(piece, start)
    if (part) parts.push(part)
    else if (piece.trim() !== '') return undefined
    start += piece.length + 1
  }
  return parts
}

/** libpq's form. One word without `=` makes it prose. */
function spaceParts(text: string, from: number): readonly Part[] | undefined {
  const parts: Part[] = []
  for (const match of text.slice(from).matchAll(/'[^']*'|[^\s']+(?:'[^']*')?/g)) {
    const part = partOf(match[0], from + match.index)
    if (!part) return undefined
    parts.push(part)
  }
  return parts
}

function partOf(piece: string, start: number): Part | undefined {
  const equals = piece.indexOf('=')
  const key = piece.slice(0, equals).trim().toLowerCase()
  if (equals < 1 || !/^[a-z][a-z_ ]*$/.test(key)) return undefined
  const raw = piece.slice(equals + 1)
  const lead = raw.length - raw.trimStart().length
  const value = raw.trim()
  const quote = /^(['"]).*\1$/.test(value) ? 1 : 0
  return { key, value: value.slice(quote, value.length - quote), start: start + equals + 1 + lead + quote }
}

function serverTechnology(
  text: string,
  hostKey: string,
  parts: readonly Part[],
  prefix: string | undefined,
): Technology | undefined {
  const has = (key: string) => parts.some((part) => part.key === key)
  const driver = parts.find((part) => part.key === 'driver')?.value ?? ''
  const named = /mysql|maria|postgres|sql server|oracle/i
    .exec(driver)?.[0]
    .toLowerCase()
    .replace('sql server', 'sqlserver')
    .replace('maria', 'mariadb')
  const byPrefix =
    prefix === undefined
      ? undefined
      : ({ pgsql: 'postgresql', sqlsrv: 'sqlserver', dblib: 'sqlserver' }[prefix] ?? prefix)
  const known = byPrefix ?? named
  if (known) return schemeOf(known)
  if (has('deviceid') || has('sharedaccesskey') || has('virtualhost')) return undefined
  if (hostKey === 'host' || hostKey === 'hostaddr')
    return has('dbname') || has('database') || has('sslmode') || has('user') ? schemeOf('postgresql') : undefined
  if (hostKey === 'server' && has('uid') && !has('initial catalog') && !/,\s*\d/.test(text)) return schemeOf('mysql')
  if (hostKey === 'server' || hostKey.includes('source') || hostKey.includes('addr') || hostKey === 'servername')
    return schemeOf('sqlserver')
  return undefined
}

/** `tcp:host\instance,1433`, `host:port`, `h1,h2`. */
function serversOf(
  part: Part,
  isSqlServer: boolean,
): readonly { start: number; name: string; port: number | undefined }[] {
  const comma = /^((?:tcp:)?)([^,:\\]+)(?:\\[^,]*)?\s*,\s*(\d+)$/i.exec(part.value)
  if (comma && isSqlServer) {
    const [, scheme = '', name = '', port] = comma
    return [{ start: part.start + scheme.length, name, port: parsePort(port) }]
  }
  const servers: { start: number; name: string; port: number | undefined }[] = []
  let start = part.start
  for (const piece of part.value.split(',')) {
    const match = /^(\s*(?:tcp:|np:|lpc:)?)([^:\\\s]+)(?:\\[^:]*)?(?::(\d+))?/i.exec(piece)
    const [, lead = '', name = '', port] = match ?? []
    if (name !== '') servers.push({ start: start + lead.length, name, port: parsePort(port) })
    start += piece.length + 1
  }
  return servers
}

function tlsOf(parts: readonly Part[]): boolean | undefined {
  const value = parts.find((part) => /^(encrypt|ssl|sslmode|ssl mode|tls|use ssl|usessl)$/.test(part.key))?.value
  if (value === undefined) return undefined
  if (/^(true|yes|1|mandatory|strict|require|required|verify-?ca|verify-?full|verifyca|verifyfull)$/i.test(value))
    return true
  return /^(false|no|0|disable|disabled|none|optional)$/i.test(value) ? false : undefined
}

/** Oracle's descriptors and MySQL's addresses: `(HOST=h)(PORT=p)`. */
function parenthesisMentions(text: string): readonly Mention[] {
  if (!/\(\s*host\s*=/i.test(text)) return []
  const oracle = /description|protocol\s*=\s*tcp|service_name|\bsid\b/i.test(text)
  const scheme = schemeOf(oracle ? 'oracle' : 'mysql')
  const mentions: Mention[] = []
  for (const match of text.matchAll(/\(\s*host\s*=\s*([^()\s]+)\s*\)/gi)) {
    const host = match[1] ?? ''
    const start = match.index + match[0].indexOf(host)
    const around = text.slice(Math.max(0, match.index - 80), match.index + match[0].length + 80)
    const port = parsePort(
      /\(\s*port\s*=\s*(\d+)\s*\)/i.exec(text.slice(match.index, match.index + match[0].length + 60))?.[1],
    )
    const tls = /protocol\s*=\s*tcps/i.test(around) ? true : undefined
    mentions.push({
      ...base(start, host, port),
      defaultPort: scheme?.port ?? null,
      protocol: scheme?.protocol ?? null,
      tls,
    })
  }
  return mentions
}

/** Go's MySQL driver: `user:password@tcp(host:3306)/database?tls=true`. */
function goMysqlMentions(text: string): readonly Mention[] {
  const scheme = schemeOf('mysql')
  const mentions: Mention[] = []
  for (const match of text.matchAll(/(?:@|\b)tcp6?\((\[[0-9a-f:]+\]|[^()\s:]+)(?::(\d+))?\)/gi)) {
    const host = match[1] ?? ''
    const start = match.index + match[0].indexOf('(') + 1
    const tls = /[?&]tls=(true|skip-verify|preferred)/.test(text) ? true : undefined
    mentions.push({
      ...base(start, host, parsePort(match[2])),
      defaultPort: scheme?.port ?? null,
      protocol: scheme?.protocol ?? null,
      tls,
    })
  }
  return mentions
}

/** Oracle's easy connect: `@//host:1521/service`, `@host:1521:SID`, `user/password@host:1521/service`. */
function oracleMentions(text: string): readonly Mention[] {
  const scheme = schemeOf('oracle')
  const mentions: Mention[] = []
  const isJdbc = /jdbc:oracle:/i.test(text)
  for (const match of text.matchAll(/@(\/\/)?([a-z0-9][a-z0-9.-]*)(?::(\d{2,5}))?([:/][a-z0-9_.]+)?/gi)) {
    const host = match[2] ?? ''
    if (!match[1] && !(isJdbc && match[3])) continue
    const start = match.index + 1 + (match[1]?.length ?? 0)
    mentions.push({
      ...base(start, host, parsePort(match[3])),
      defaultPort: scheme?.port ?? null,
      protocol: 'TCP',
      tls: undefined,
    })
  }
  return mentions
}

/** `user@host:path` of git, scp and rsync. A number behind the colon is a port, and no colon makes it an e-mail address. */
function remotePathMentions(text: string): readonly Mention[] {
  if (!text.includes('@')) return []
  const mentions: Mention[] = []
  for (const word of text.matchAll(/[^\s"'=,]+/g)) {
    if (word[0].length > 1000) continue
    const match = /^([a-z_][a-z0-9._-]*@)([a-z0-9][a-z0-9.-]*):([~a-z0-9_./].*)$/i.exec(word[0])
    const [, user = '', host = '', path = ''] = match ?? []
    if (!match || /^\d+(?:[/;]|$)/.test(path)) continue
    mentions.push({
      ...base(word.index + user.length, host, undefined),
      defaultPort: 22,
      protocol: 'TCP',
      tls: undefined,
    })
  }
  return mentions
}

function base(
  start: number,
  host: string,
  port: number | undefined,
): Pick<Mention, 'start' | 'end' | 'host' | 'port' | 'form'> {
  return { start, end: start + host.length, host, port, form: 'connection' }
}
