import { describe, expect, test } from 'vitest'
import { groupOf, type Setting } from '../setting'
import type { SourceText } from '../source-text'
import { findInValue } from './find-in-file'

function plain(text: string): SourceText {
  return { text, rangeOf: (start, end) => ({ start, end }), isDerived: () => false }
}

/** What a container with these variables calls, as `host:port protocol`. */
function calls(variables: Readonly<Record<string, string>>): readonly string[] {
  const settings = Object.entries(variables).map(([name, value]): Setting => ({ path: [name], value: plain(value) }))
  const group = groupOf(settings)
  return settings.flatMap((setting) =>
    findInValue(setting, { group }).map(({ host, port, protocol }) => `${host}:${port} ${protocol}`),
  )
}

const one = (key: string, value: string) => calls({ [key]: value }).join(', ')

describe('URLs', () => {
  test.each([
    ['https://u:p%40x@api.example.com/v1', 'api.example.com:443 HTTPS'],
    ['ws://feed.example.com:9001/', 'feed.example.com:9001 HTTP'],
    ['https://[2001:db8::9]:8443/x', '2001:db8::9:8443 HTTPS'],
    ['HTTP://API.Example.COM./', 'api.example.com:80 HTTP'],
    ['postgresql+asyncpg://u@db.example.com/x', 'db.example.com:5432 TCP'],
    ['rediss://:pw@cache.example.com:6380/1', 'cache.example.com:6380 TLS'],
    ['mongodb+srv://u:p@m.example.net/?w=majority', 'm.example.net:27017 TLS'],
    ['amqps://mq.example.com', 'mq.example.com:5671 TLS'],
    ['SASL_SSL://k1.example.com:9092', 'k1.example.com:9092 TLS'],
    ['mongodb://a.example.com,b.example.com:27018/x', 'a.example.com:27017 MONGO, b.example.com:27018 MONGO'],
    ['git+ssh://git@git.example.com/x.git', 'git.example.com:22 TCP'],
    ['dns:///grpc.example.com:8443', 'grpc.example.com:8443 GRPC'],
    ['https://a.example.com/?back=http://b.example.com', 'a.example.com:443 HTTPS'],
    ['https://proxy.example.com,direct', 'proxy.example.com:443 HTTPS'],
    ['s3:https://s3.example.com/bucket', 's3.example.com:443 HTTPS'],
    ['https://{{ .Values.host }}/x', ''],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the manifest
    ['https://${TENANT}.example.com/x', ''],
    ['https://<your-instance>.example.com', ''],
    ['https://ok.example.com/{{ .Values.path }}', 'ok.example.com:443 HTTPS'],
    ['http://localhost:8080', ''],
    ['http://127.0.0.1:1', ''],
    ['http://[::1]:1', ''],
    ['tcp://:8094', ''],
    ['http://+:8080', ''],
    ['s3://bucket.name/x', ''],
    ['spiffe://example.com/x', ''],
    ['http://www.w3.org/2001/XMLSchema', ''],
    ['Bot/1.0 (+https://example.com/bot)', ''],
  ])('%s', (value, expected) => expect(one('SETTING', value)).toBe(expected))
})

describe('connection strings', () => {
  test.each([
    ['jdbc:postgresql://a.example.com:5432,b.example.com/db', 'a.example.com:5432 TCP, b.example.com:5432 TCP'],
    ['jdbc:oracle:thin:@//ora.example.com:1521/S', 'ora.example.com:1521 TCP'],
    ['jdbc:oracle:thin:@ora.example.com:1522:SID', 'ora.example.com:1522 TCP'],
    [
      'jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=t.example.com)(PORT=1523)))',
      't.example.com:1523 TCP',
    ],
    ['jdbc:sqlserver://s.example.com:1450;databaseName=x;encrypt=true', 's.example.com:1450 TCP'],
    ['jdbc:h2:mem:test', ''],
    ['host=pg.example.com port=5434 user=x dbname=y', 'pg.example.com:5434 TCP'],
    ['host=anything in this sentence is prose', ''],
    ['Server=tcp:s.example.com,1444;Database=d;Encrypt=True', 's.example.com:1444 TCP'],
    ['Host=pg.example.com;Port=5435;Username=u;Database=d', 'pg.example.com:5435 TCP'],
    ['c.example.com:6380,password=x,ssl=True,abortConnect=False', 'c.example.com:6380 TLS'],
    ['u:p@tcp(my.example.com:3307)/db?parseTime=true', 'my.example.com:3307 MYSQL'],
    ['mysql:host=pdo.example.com;port=3308;dbname=x', 'pdo.example.com:3308 MYSQL'],
    ['git@git.example.com:team/repo.git', 'git.example.com:22 TCP'],
  ])('%s', (value, expected) => expect(one('SETTING', value)).toBe(expected))
})

describe('a bare name counts only under a key that says so', () => {
  test.each([
    ['PARTNER_HOST', 'edi.example.net', 'edi.example.net:null null'],
    ['PGHOST', 'db.example.com', 'db.example.com:5432 TCP'],
    ['REDIS_ADDR', 'cart', 'cart:6379 REDIS'],
    ['CASSANDRA_CONTACT_POINTS', 'a.example.com,b.example.com', 'a.example.com:9042 TCP, b.example.com:9042 TCP'],
    ['S3_ENDPOINT', 's3.example.com', 's3.example.com:443 HTTPS'],
    ['MEDIA_DOMAIN', 'example.net', ''],
    ['EVENT_TOPIC', 'match.finished.v1', ''],
    ['CONFIG_FILE', 'app.config.js', ''],
    ['FIRMWARE', '10.4.2.1', ''],
    ['SERVER_VERSION', '1.2.x', ''],
    ['TARGET', 'production', ''],
    ['HOSTNAME', 'me.example.com', ''],
    ['initial_master_nodes', 'es-0,es-1', ''],
    ['CACHE_BACKEND', 'django.core.cache.RedisCache', ''],
  ])('%s=%s', (key, value, expected) => expect(one(key, value)).toBe(expected))
})

describe('host:port speaks for itself, if it is one', () => {
  test.each([
    ['TELEPHONY', 'sip.example.net:5061', 'sip.example.net:5061 null'],
    ['GATEWAY_V6', '[2001:db8::1]:502', '2001:db8::1:502 TCP'],
    ['BROKERS', 'k1.example.com:9092, k2.example.com:9092', 'k1.example.com:9092 TCP, k2.example.com:9092 TCP'],
    ['QUORUM_VOTERS', '1@kafka-0.kafka:9093', 'kafka-0.kafka:9093 null'],
    ['MONGO_HOSTS', 'a.example.com:27018,b.example.com', 'a.example.com:27018 MONGO, b.example.com:27017 MONGO'],
    ['DATABASE', 'db.example.com:5432', 'db.example.com:5432 TCP'],
    ['DATABASE', 'orders', ''],
    ['SIDE_IMAGE', 'registry.example.com:5000/team/app:7.3', ''],
    ['APP', 'match.main:app', ''],
    ['RATIO', '16:9', ''],
    ['SINCE', '2024-11-01T08:00:00Z', ''],
    ['WORKERS', 'web:2', ''],
    ['BIND', '10.0.0.5:80', ''],
    ['LISTEN_ADDRESS', ':8080', ''],
  ])('%s=%s', (key, value, expected) => expect(one(key, value)).toBe(expected))
})

test('URLs that nobody here calls', () => {
  const keys = `CORS_ORIGINS ALLOWED_HOSTS PUBLIC_URL OAUTH_REDIRECT_URI JWT_AUDIENCE JWT_ISSUER GOOGLE_SCOPES XML_NS
    USER_AGENT SUPPORT_URL DOCS_URL NO_PROXY ADVERTISED_LISTENERS APP_URL CALLBACK_URL`.split(/\s+/)
  for (const key of keys) expect(one(key, 'https://www.example.com'), key).toBe('')
  const called =
    'OIDC_ISSUER_URL CLAIMS_API_URL MESSAGE_BROKER_URL HELPDESK_API QUEUE_URL LICENSE_SERVER LABELS_URL'.split(' ')
  for (const key of called) expect(one(key, 'https://www.example.com'), key).not.toBe('')
})

test('port and TLS come from the settings of the same prefix', () => {
  expect(calls({ DB_HOST: 'db.example.com', DB_PORT: '5433', PORT: '1' })).toEqual(['db.example.com:5433 TCP'])
  expect(calls({ SEARCH_HOSTNAME: 's.example.com', SEARCH_PORT_NUMBER: '9243' })).toEqual(['s.example.com:9243 null'])
  expect(calls({ K_BROKERS: 'k.example.com:9093', K_SECURITY_PROTOCOL: 'SSL' })).toEqual(['k.example.com:9093 TLS'])
  expect(calls({ DB_HOST_READ: 'r.example.com', DB_PORT_READ: '5544' })).toEqual(['r.example.com:5544 TCP'])
})

test('values that are documents or flags are read as such', () => {
  expect(one('SPRING_APPLICATION_JSON', '{"spring":{"redis":{"host":"r.example.com","port":6380}}}')).toBe(
    'r.example.com:6380 REDIS',
  )
  expect(
    one('JAVA_OPTS', '-Dhttp.proxyHost=p.example.com -Dhttp.proxyPort=3128 -Dhttp.nonProxyHosts=x.example.com'),
  ).toBe('p.example.com:3128 HTTP')
})

test('a default in a placeholder stands in the text', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the manifest
  expect(one('URL', 'jdbc:postgresql://${DB_HOST:db.example.com}:${DB_PORT:5433}/x')).toBe('db.example.com:5433 TCP')
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the manifest
  expect(one('ENDPOINT', '${env:POD_IP}:13133')).toBe('')
})
