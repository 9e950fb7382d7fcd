import { schemeOf } from './schemes'
import { wordsOf } from './words'

/** What a technology's name stands for: the port it serves and the protocol on the wire. */
export interface Technology {
  readonly port: number | null
  readonly protocol: string | null
}

/** Words that name a technology, by the scheme that its clients use. */
const BY_SCHEME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    postgresql: 'postgres postgresql pg pgsql psql pgbouncer npgsql postgis timescaledb cockroach pghost',
    mysql: 'mysql mariadb mysqlhost',
    sqlserver: 'mssql sqlserver azuresql',
    oracle: 'oracle ora',
    mongodb: 'mongo mongodb mongohost',
    redis: 'redis valkey redishost',
    amqp: 'rabbitmq rabbit amqp rabbithost',
    kafka: 'kafka confluent kafkahost redpanda',
    nats: 'nats jetstream',
    mqtt: 'mqtt mosquitto',
    ldap: 'ldap openldap ldaphost',
    smtp: 'smtp smarthost smtphost sendmail',
    imap: 'imap',
    ftp: 'ftp ftphost',
    sftp: 'sftp ssh scp sftphost',
    clickhouse: 'clickhouse',
    memcached: 'memcached memcache',
    cassandra: 'cassandra scylla',
    elasticsearch: 'elasticsearch elastic es opensearch',
    bolt: 'neo4j',
    pulsar: 'pulsar',
    zookeeper: 'zookeeper zk',
  }).flatMap(([scheme, words]) => words.split(' ').map((word) => [word, scheme] as const)),
)

/** Technologies that no scheme stands for. */
const OTHERS: ReadonlyMap<string, Technology> = new Map(
  Object.entries({
    s3: { port: 443, protocol: 'HTTPS' },
    grpc: { port: null, protocol: 'GRPC' },
    otlp: { port: null, protocol: 'GRPC' },
    http: { port: null, protocol: 'HTTP' },
    scrape_configs: { port: null, protocol: 'HTTP' },
    static_configs: { port: null, protocol: 'HTTP' },
    otlphttp: { port: null, protocol: 'HTTP' },
    alertmanager: { port: null, protocol: 'HTTP' },
    alertmanagers: { port: null, protocol: 'HTTP' },
    thanos: { port: null, protocol: 'GRPC' },
    clamav: { port: null, protocol: 'TCP' },
    syslog: { port: null, protocol: 'TCP' },
    tcp: { port: null, protocol: 'TCP' },
    zipkin: { port: null, protocol: 'HTTP' },
    forward: { port: null, protocol: 'TCP' },
    modbus: { port: 502, protocol: 'TCP' },
  }),
)

/** Words that only say that no HTTP is spoken: which database it is stays open, and so does the port. */
const GENERIC = new Set('db database sql jdbc datasource broker brokers mq'.split(' '))

/**
 * The technology that a key names: its last step counts before the outer ones, the words nearest to the end first.
 * @param path the key's steps from the outermost
 */
export function technologyOf(path: readonly string[]): Technology | undefined {
  for (let index = path.length - 1; index >= 0; index--) {
    const step = path[index] ?? ''
    const whole = OTHERS.get(step.toLowerCase())
    if (whole) return whole
    const words = wordsOf(step)
    for (let at = words.length - 1; at >= 0; at--) {
      const found = technologyByWord(words[at] ?? '')
      if (found) return found
    }
  }
  return undefined
}

/** True for a key that names some database or broker: whatever it speaks, it is no HTTP. */
export function isBelowHttp(path: readonly string[]): boolean {
  return path.some((step) => wordsOf(step).some((word) => GENERIC.has(word)))
}

/** The technology of one word, such as a plugin's `Name es`. */
export function technologyByWord(word: string): Technology | undefined {
  const bare = word.toLowerCase().replace(/\d+$/, '')
  const scheme = BY_SCHEME.get(word) ?? BY_SCHEME.get(bare)
  return OTHERS.get(word) ?? OTHERS.get(bare) ?? (scheme === undefined ? undefined : schemeOf(scheme))
}

/** Protocols of ports that are rarely used for anything else. */
const BY_PORT: readonly (readonly [string, readonly number[]])[] = [
  ['HTTP', [80, 8000, 8008, 8080, 8081, 8088, 8888, 9200]],
  ['TLS', [443, 465, 563, 636, 853, 989, 990, 993, 995, 5671, 6514, 8443, 8883]],
  ['GRPC', [4317, 50051]],
  ['MYSQL', [3306]],
  ['REDIS', [6379]],
  ['MONGO', [27017, 27018, 27019]],
  [
    'TCP',
    [
      21, 22, 23, 25, 53, 88, 110, 111, 135, 139, 143, 389, 445, 502, 514, 587, 601, 873, 1025, 1080, 1414, 1433, 1521,
      1883, 2049, 2181, 2525, 2575, 3268, 3389, 4222, 5044, 5432, 5672, 6650, 7687, 9042, 9092, 9300, 9418, 10051,
      11211, 24224, 50000, 61613, 61616,
    ],
  ],
]

/** The protocol that a port stands for where nothing else says one; null if it can be anything. */
export function protocolOfPort(port: number | null): string | null {
  if (port === null) return null
  return BY_PORT.find(([, ports]) => ports.includes(port))?.[0] ?? null
}

/** True for a port that means TLS from the first byte. */
export function isTlsPort(port: number | null): boolean {
  return port !== null && [443, 465, 636, 990, 993, 995, 5671, 6514, 8883].includes(port)
}
