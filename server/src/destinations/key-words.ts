import { hasPhrase, stepsOf, wordsOf } from './words'

/**
 * What a key says about its value.
 * - `address`: it is something to call, so a bare name is a host; `strong` ones name a host even without a dot;
 *   a `hint` is weaker still, and takes only what cannot be anything else;
 * - `never`: whatever stands there is not called from here, URLs included;
 * - `link`: a web address there is for people; anything else counts as under a neutral key;
 * - `name`: it names something that only looks like a host, so a URL still counts, but nothing less;
 * - `neutral`: the key says nothing; a URL or a `host:port` speaks for itself.
 */
export type KeyMeaning =
  | { readonly kind: 'address'; readonly strong: boolean; readonly hint?: true }
  | { readonly kind: 'never' }
  | { readonly kind: 'link' }
  | { readonly kind: 'name' }
  | { readonly kind: 'neutral' }

/** Words that make a bare name an address. Strong ones do so for a name without a dot. */
const STRONG_ADDRESS = new Set(
  'host hosts hostname hostnames fqdn addr addrs broker brokers bootstrap seeds upstream upstreams peers voters'.split(
    ' ',
  ),
)
const WEAK_ADDRESS = new Set(
  `address addresses server servers endpoint endpoints url urls uri uris node nodes seed peer point points proxy
  target targets dsn backend backends remote relay master primary replica replicas gateway webhook connection connect
  datasource jdbc nameserver resolver destination destinations smarthost forwarder sink authority baseurl apiurl
  replicaof slaveof cache_peer members join ip ips router routers quorum ensemble contactpoints bootstrapservers connectionstring connectionstrings site`
    .split(/\s+/)
    .filter((word) => word !== 'site'),
)
/** Words under which a whole name with a well-known ending is a host. */
const HINTS = new Set('api apis base service svc site instance store storage cdn console'.split(' '))
/** Endings of words written in one: `dburl`, `pghost`. */
const ADDRESS_ENDING = /^[a-z0-9]{2,}(?:url|uri|urls|uris|hostname|endpoint|endpoints|servers)$/
const HOST_ENDING =
  /^(?:pg|db|my|mysql|redis|mongo|smtp|mail|ldap|ftp|sftp|proxy|remote|target|sql|api|rabbit|amqp|kafka|es|elastic)host$/

/** Finds any of the phrases among words that are joined by blanks. */
function phrases(text: string): RegExp {
  const each = text.split(/[|\n]/).filter((phrase) => phrase !== '')
  return new RegExp(` (?:${each.map((phrase) => phrase.replaceAll('$', '\\$')).join('|')}) `)
}

/**
 * Values that are never called from here, wherever the phrase stands in the key's last step: the pod's own addresses,
 * what browsers are told, lists that allow or exempt, names of schemas.
 */
const NEVER = phrases(`
listen|listeners|listener|bind|advertised|advertise|announce|api addr|cluster addr|publish host|publish address|publish addr
self url|self host|own url|own host|own address|public url|public uri|public host|public hostname|public base url|public address|public endpoint|public ip|public domain|publicurl
external url|external uri|external host|external hostname|external address|external base url|external ip|externalurl
app url|site url|root url|rooturl|siteurl|canonical url|canonical host|server name|servername|server names|server alias|virtual host|virtual hosts|vhost
ingress host|ingress hosts|ingress hostname|host header|sni|urls http aspnetcore|aspnetcore urls|service address
cors|csrf|csp|allowed|allowlist|whitelist|denylist|blacklist|blocklist|trusted|allow origin|allow origins
content security policy|frame ancestors|no proxy|noproxy|non proxy hosts|proxy exclude|proxy bypass|exclude|excluded|ignore|ignored|bypass
redirect uri|redirect url|redirect uris|redirect urls|return url|return uri|success url|cancel url|failure url|acs url|assertion consumer service url|reply url
user agent|useragent|audience|audiences|aud|azp|entity id|entityid|issuers|trust domain
next public|react app|vite|nuxt public|gatsby|vue app|expo public|kc hostname
xml ns|xmlns|xml namespace|schema location|namespace uri|doctype|extra hosts|host aliases|dns search|search domain|search domains
terms of|help center|release notes|status page|pod ip|pod ips|node ip|host ip|my ip|local ip|cluster ip
common name|subject alternative name|container registry|docker registry|image registry|image repository|registry mirrors|docker image|repository image
`)

/** Receivers of an OpenTelemetry collector that wait for data; the others fetch it. */
const WAITING_RECEIVERS = new Set(
  `otlp jaeger zipkin opencensus statsd carbon syslog tcplog udplog fluentforward collectd influxdb signalfx splunk_hec
  webhookevent skywalking loki sapm wavefront awsxray prometheusremotewrite datadog`.split(/\s+/),
)

/** Things that are never called, if the key is about them in the end: CALLBACK_URL is, CLAIMS_API_URL is not. */
const NEVER_THINGS = new Set(
  `redirect redirects callback callbacks cookie origins scope scopes realm claim claims spiffe headers header labels annotations
  certificate san sans contact contacts subject comment comments description message summary placeholder example examples
  note notes copyright author maintainer referer referrer searches canonical`.split(/\s+/),
)

/** Of these, things that may also be the name of a program: with a form that says "URL" behind it, it is one. */
const ALSO_PROGRAMS = new Set('header headers label labels annotations message claim claims'.split(' '))

/** What people open in a browser: only web addresses are links, a database's URL under such a key is still called. */
const LINK_THINGS = new Set(
  `docs doc documentation help manual runbook runbooks homepage wiki support privacy terms imprint changelog readme logo icon
  favicon avatar href license licence feedback dashboard generator unsubscribe swagger openapi about tos termsofservice page policy faq blog website center more`.split(
    /\s+/,
  ),
)

/** Steps above `host` under which a program says where it listens. */
const OWN_PARENTS = /^(?:server|http|https|network|web|management|admin|metrics)$/i

/** Words at a key's end that only say in which form the thing is given. */
const FORMS = new Set(
  'url uri urls uris link links base list value string text default path domain host address'.split(' '),
)

/** Steps above the last one under which nothing is called: their whole branch is skipped. */
const NEVER_PARENTS = new Set(
  `listen listener listeners annotations links externallinks helplinks ingress ingresses virtualhosts virtual_hosts certificates labels headers header cors external_labels externallabels entrypoints
  request_headers response_headers proxy_set_header relabel_configs metric_relabel_configs logging loglevel imagepullsecrets
  add_header customheaders http_headers common_annotations allowedorigins csp csrf`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
)

/** Words for things whose names look like hosts. */
const NAMES = new Set(
  `topic topics class classes classname driver dialect package packages module modules logger loggers logging level pattern
  format file files filename path paths dir directory script bucket buckets index indices indexes metric metrics flag flags
  feature features zone zones tz timezone lang locale model models tenant version versions release oid cidr cidrs range
  ranges subnet subnets network networks routing exchange group groupid cluster namespace mime accept type types name title
  text template key keys keyid password passwd pwd secret token user username login database dbname schema table tables
  keyspace collection collections consumer prefix suffix region tag tags label image images repository firmware build
  revision commit hash sha digest id uuid guid email mail sender from recipient account project subscription queue subject
  env environment mode stage profile profiles port ports timeout interval role roles policy selector regex match expression
  algorithm cipher ciphers compression codec encoding charset extension extensions plugin plugins handler strategy count size
  enabled enable disable ratio threshold cert certificate ca pem domain domains realm main entrypoint command args size`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Lists of names of the cluster's own members, which are no addresses. */
const MEMBER_NAMES = ['master nodes', 'initial master nodes', 'node name', 'node names', 'node id', 'seed name']

/** An issuer is compared with a token's text, unless the program fetches its discovery document. */
const ISSUER = new Set(['issuer', 'iss'])
const DISCOVERY = new Set(['oidc', 'oauth', 'oauth2', 'openid', 'sso', 'discovery', 'url', 'uri', 'dex', 'keycloak'])

/**
 * The meaning of a key.
 * @param path the key's steps from the outermost, the last being the key itself; a step may hold several words
 */
export function keyMeaning(path: readonly string[]): KeyMeaning {
  const steps = path.flatMap((step, index) =>
    index === path.length - 1 || step.startsWith('#') ? stepsOf(step) : step,
  )
  const last = steps.at(-1) ?? ''
  const words = wordsOf(last)
  const parents = steps.slice(0, -1)
  if (parents.some((step) => NEVER_PARENTS.has(step.toLowerCase()))) return { kind: 'never' }
  if (words.some((word) => ISSUER.has(word))) return issuerMeaning(words, parents)
  if (isNever(last, words, parents)) return { kind: 'never' }
  const thing = thingOf(words)
  const isProgram = ALSO_PROGRAMS.has(thing) && /^ur[il]s?$/.test(words.at(-1) ?? '')
  if (NEVER_THINGS.has(thing) && !isProgram) return { kind: 'never' }
  if (LINK_THINGS.has(thing)) return { kind: 'link' }
  const meaning = lastStepMeaning(words)
  // `server.host: kibana` is where the program itself listens; a whole name there may still be called.
  const isOwn = OWN_PARENTS.test(parents.at(-1) ?? '') && words.length === 1
  return meaning.kind === 'address' && isOwn ? { kind: 'address', strong: false } : meaning
}

/** The word that says what a key is about in the end: `help` of HELP_URL, `api` of CLAIMS_API_URL. */
function thingOf(words: readonly string[]): string {
  let at = words.length - 1
  while (at > 0 && FORMS.has(words[at] ?? '')) at--
  return words[at] ?? ''
}

function isNever(last: string, words: readonly string[], parents: readonly string[]): boolean {
  if (/^[$@]|^xmlns\b|^xsi:/.test(last)) return true
  if (NEVER.test(` ${words.join(' ')} `)) return true
  // `agent.hostname`, and a variable HOSTNAME alone, is the pod's own name.
  if (
    words.join(' ') === 'hostname' &&
    (parents.length === 0 || /^(agent|node|self|local|remote|canonical|artery|netty)$/i.test(parents.at(-1) ?? ''))
  ) {
    return true
  }
  if (last === 'hosts' && parents.at(-1) === 'tls') return true
  if (words.join(' ') === 'address' && parents.at(-1)?.toLowerCase() === 'server') return true
  const receiver = parents.indexOf('receivers')
  if (receiver >= 0 && WAITING_RECEIVERS.has((parents[receiver + 1] ?? '').split('/')[0] ?? '')) return true
  // Of a split key such as `cors.allowed.urls` the outer words count, too.
  return parents.some((step) => /^(cors|csp|csrf|cookie|cookies|docs|swagger|openapi)$/i.test(step))
}

function issuerMeaning(words: readonly string[], parents: readonly string[]): KeyMeaning {
  const around = [...words, ...parents.flatMap((step) => [...wordsOf(step)])]
  const isFetched =
    words.some((word) => DISCOVERY.has(word)) || around.some((word) => /^(oidc|openid|oauth2?|sso)$/.test(word))
  return isFetched ? { kind: 'address', strong: false } : { kind: 'never' }
}

function lastStepMeaning(words: readonly string[]): KeyMeaning {
  if (MEMBER_NAMES.some((phrase) => hasPhrase(words, phrase))) return { kind: 'name' }
  // DATABASE may hold a name or an address: the value tells.
  if (words.length === 1 && words[0] === 'database') return { kind: 'neutral' }
  const at = lastAddressWord(words)
  // What comes behind the address word decides: HOST_NAME is a host, SERVER_VERSION is none, HOST_KEY neither.
  const rest = words.slice(at + 1).filter((word) => !/^\d+$/.test(word))
  const isNameBehind = rest.some(isName) && !(rest.length === 1 && rest[0] === 'name' && words[at] === 'host')
  if (at >= 0 && !isNameBehind) return { kind: 'address', strong: isStrong(words[at] ?? '') }
  if (at >= 0 || words.some(isName)) return { kind: 'name' }
  if (HINTS.has(words.at(-1) ?? '')) return { kind: 'address', strong: false, hint: true }
  return { kind: 'neutral' }
}

function isName(word: string): boolean {
  return NAMES.has(word.replace(/\d+$/, ''))
}

/** The index of the last word that says "address", -1 if none does. */
export function lastAddressWord(words: readonly string[]): number {
  return words.map((word) => isStrong(word) || isAddressWord(word)).lastIndexOf(true)
}

function isStrong(word: string): boolean {
  return STRONG_ADDRESS.has(word.replace(/\d+$/, '')) || HOST_ENDING.test(word)
}

function isAddressWord(word: string): boolean {
  return WEAK_ADDRESS.has(word.replace(/\d+$/, '')) || ADDRESS_ENDING.test(word)
}
