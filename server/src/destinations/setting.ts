import { textWithDefaults } from './defaults'
import { lastAddressWord } from './key-words'
import type { SourceText } from './source-text'
import { isTlsPort } from './technologies'
import { parsePort } from './url-scanner'
import { stepsOf, wordsOf } from './words'

/** One value with the key under which it stands: a variable, a flag, a line of a file. */
export interface Setting {
  /** From the outermost step; `#2` marks the position in a list, so that its items stay apart. */
  readonly path: readonly string[]
  readonly value: SourceText
}

/** The settings beside a setting, by the words of their whole path: HOST finds its PORT here. */
export type SettingGroup = Pick<ReadonlyMap<string, string>, 'get' | 'has'>

const wordsOfPath = (path: readonly string[]): string[] =>
  path.flatMap((step) => stepsOf(step).flatMap((each) => [...wordsOf(each)]))

/** The settings of one container, file or command line; gathered when the first is looked up: most files name no host. */
export function groupOf(settings: readonly Setting[]): SettingGroup {
  let group: Map<string, string> | undefined
  const gathered = () => {
    group ??= new Map(
      settings.map(({ path, value }) => [wordsOfPath(path).join(' '), textWithDefaults(value.text.trim())] as const),
    )
    return group
  }
  return { get: (words) => gathered().get(words), has: (words) => gathered().has(words) }
}

const PORT_WORDS = [
  'port',
  'port number',
  'tcp port',
  'service port',
  'port value',
  'server port',
  'http port',
  'https port',
]
const TLS_WORDS = [
  'tls',
  'ssl',
  'use tls',
  'use ssl',
  'usetls',
  'usessl',
  'tls enabled',
  'ssl enabled',
  'enable tls',
  'enable ssl',
  'tls enable',
  'ssl enable',
  'secure',
  'encrypt',
  'encryption',
  'security protocol',
  'sasl security protocol',
  'scheme',
  'protocol',
  'transport',
]

/** The names that settings of the same group may have in place of this one: before and behind the address word. */
function siblingPrefixes(path: readonly string[]): readonly (readonly [string, string])[] {
  const steps = path.flatMap((step, index) => (index === path.length - 1 ? stepsOf(step) : [step]))
  while (/^#\d+$/.test(steps.at(-1) ?? '')) steps.pop()
  const parents = wordsOfPath(steps.slice(0, -1))
  const words = wordsOf(steps.at(-1) ?? '')
  const at = lastAddressWord(words)
  if (at < 0) return [[[...parents, ...words].join(' '), '']]
  const behind = words.slice(at + 1).filter((word) => word !== 'name')
  const found: [string, string][] = [[[...parents, ...words.slice(0, at)].join(' '), behind.join(' ')]]
  found.push([[...parents, ...words].join(' '), ''])
  if (lastAddressWord(words.slice(0, at)) === at - 1 && at > 0)
    found.push([[...parents, ...words.slice(0, at - 1)].join(' '), ''])
  // In a file's own block `port` alone belongs to `syslogHost`, too.
  if (parents.length > 0) found.push([parents.join(' '), ''])
  return found
}

function lookUp(group: SettingGroup, path: readonly string[], names: readonly string[]): string | undefined {
  for (const [before, behind] of siblingPrefixes(path)) {
    for (const name of names) {
      const value = group.get([before, name, behind].filter((part) => part !== '').join(' '))
      if (value !== undefined) return value
    }
  }
  return undefined
}

/** The port that stands beside a host: `DB_PORT` beside `DB_HOST`, `port` beside `host`. */
export function portBeside(group: SettingGroup, path: readonly string[]): number | undefined {
  for (const name of PORT_WORDS) {
    const port = parsePort(lookUp(group, path, [name]))
    if (port !== undefined) return port
  }
  return undefined
}

/** What the settings beside a host say of TLS: true, false, or undefined if nothing. */
export function tlsBeside(group: SettingGroup, path: readonly string[]): boolean | undefined {
  const insecure = lookUp(group, path, ['tls insecure', 'insecure', 'tls disabled', 'plaintext'])
  if (insecure !== undefined && /^(true|yes|on|1)$/i.test(insecure)) return false
  for (const name of TLS_WORDS) {
    const value = lookUp(group, path, [name])
    if (value === undefined) continue
    if (
      /^(true|yes|on|1|enabled|enable|required?|verify[-_](ca|full)|https|tls|ssl|sasl_ssl|tcps|starttls_everywhere)$/i.test(
        value,
      )
    )
      return true
    if (/^(false|no|off|0|disabled?|http|plaintext|sasl_plaintext|tcp)$/i.test(value)) return false
  }
  return undefined
}

/** `scheme: https` or `protocol: http` beside a host, or beside the lists that hold it. */
export function schemeBeside(group: SettingGroup, path: readonly string[]): string | undefined {
  const steps = [...path]
  for (let levels = 0; levels < 4 && steps.length > 0; levels++) {
    steps.pop()
    while (/^#\d+$/.test(steps.at(-1) ?? '') && levels > 0 && !group.has(wordsOfPath([...steps, 'scheme']).join(' ')))
      steps.pop()
    for (const name of ['scheme', 'protocol']) {
      const value = group.get(wordsOfPath([...steps, name]).join(' '))
      if (value !== undefined && /^(https?|grpcs?|wss?)$/i.test(value)) return value.toLowerCase()
    }
  }
  return undefined
}

/** The protocol after TLS is taken into account; a port that means TLS does so, too. */
export function withTls(protocol: string | null, port: number | null, tls: boolean | undefined): string | null {
  if (protocol === 'HTTPS' || protocol === 'TLS') return protocol
  if (tls === true) return protocol === 'HTTP' ? 'HTTPS' : 'TLS'
  if (tls === false) return protocol
  return isTlsPort(port) && protocol !== 'GRPC' ? (protocol === 'HTTP' ? 'HTTPS' : 'TLS') : protocol
}
