import type { FoundHost } from '../find-in-setting'
import { findInSetting } from '../find-in-setting'
import { normalHost } from '../host-syntax'
import type { KeyMeaning } from '../key-words'
import { type SourceText, sliceSource } from '../source-text'
import { technologyByWord } from '../technologies'

interface Directive {
  readonly name: string
  readonly words: readonly SourceText[]
  /** The blocks in which it stands, from the outermost: `http`, `upstream`. */
  readonly blocks: readonly string[]
}

const ADDRESS: KeyMeaning = { kind: 'address', strong: true }
const NO_SETTINGS: ReadonlyMap<string, string> = new Map()

/** Directives that send a request or a stream somewhere, and what they speak. */
const CALLS: ReadonlyMap<string, string> = new Map([
  ['proxy_pass', 'http'],
  ['grpc_pass', 'grpc'],
  ['uwsgi_pass', 'tcp'],
  ['scgi_pass', 'tcp'],
  ['fastcgi_pass', 'tcp'],
  ['memcached_pass', 'memcached'],
  ['redis_pass', 'redis'],
  ['auth_http', 'http'],
  ['reverse_proxy', 'http'],
  ['forward_auth', 'http'],
  ['mirror', 'http'],
  ['zipkin_endpoint', 'zipkin'],
  ['otlp_endpoint', 'otlp'],
  ['endpoint', 'otlp'],
  ['set', 'http'],
  ['access_log', 'syslog'],
  ['error_log', 'syslog'],
])

/** Every server that an nginx configuration (or a Caddyfile) calls; an upstream block's name is none. */
export function findInNginx(source: SourceText): readonly FoundHost[] {
  const directives = readDirectives(source)
  const upstreams = new Set(
    directives.filter(({ name }) => name === 'upstream').map(({ words }) => words[0]?.text.toLowerCase()),
  )
  return directives.flatMap((directive) => {
    const [first] = directive.words
    if (directive.name === 'server' && directive.blocks.at(-1) === 'upstream' && first) {
      return at(
        first,
        directive.blocks.includes('stream') ? 'tcp' : 'http',
        directive.blocks.includes('stream') ? null : 80,
      )
    }
    const protocol = CALLS.get(directive.name)
    if (protocol === undefined) return []
    const isStream = protocol === 'http' && directive.blocks.includes('stream')
    const targets =
      directive.name === 'reverse_proxy' || directive.name === 'set' ? directive.words : directive.words.slice(0, 1)
    return targets
      .filter((word) => !/^\//.test(word.text) && (directive.name !== 'set' || word.text.includes('://')))
      .flatMap((word) => at(word, isStream ? 'tcp' : protocol, protocol === 'http' && !isStream ? 80 : null))
      .filter((found) => !upstreams.has(normalHost(found.host)))
  })
}

function at(value: SourceText, protocol: string, port: number | null): readonly FoundHost[] {
  const known = technologyByWord(protocol)
  const technology = { port: port ?? known?.port ?? null, protocol: known?.protocol ?? null }
  return findInSetting({ path: ['server'], value }, { group: NO_SETTINGS, technology, meaning: ADDRESS })
}

/** Parts the text into directives: words up to `;`, `{` or, in a Caddyfile, the line's end. */
function readDirectives(source: SourceText): readonly Directive[] {
  const endsWithLine = !/;\s*(?:#.*)?$/m.test(source.text)
  const directives: Directive[] = []
  const blocks: string[] = []
  let words: SourceText[] = []
  const end = (opens: boolean) => {
    const [name, ...rest] = words
    if (name) directives.push({ name: name.text, words: rest, blocks: [...blocks] })
    if (opens) blocks.push(name?.text ?? '')
    words = []
  }
  const tokens =
    /#[^\n]*|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|[{};](?=\s|$)|\n|(?:[^\s;{}"']|\$\{[^}]*\}|[{}](?!\s|$))+/g
  for (const match of source.text.matchAll(tokens)) {
    const token = match[0]
    if (token.startsWith('#')) continue
    if (token === '{') end(true)
    else if (token === ';') end(false)
    else if (token === '\n') {
      if (endsWithLine) end(false)
    } else if (token === '}') {
      end(false)
      blocks.pop()
    } else {
      const quoted = match[1] !== undefined || match[2] !== undefined ? 1 : 0
      words.push(sliceSource(source, match.index + quoted, match.index + token.length - quoted))
    }
  }
  end(false)
  return directives
}
