import fc from 'fast-check'
import { parse } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { findInFile } from './find-in-file'
import { formatOf } from './format'
import { readTomlSettings } from './toml-file'

const source = (text: string) => ({
  text,
  rangeOf: (start: number, end: number) => ({ start, end }),
  isDerived: () => false,
})

function calls(name: string, text: string): readonly string[] {
  return findInFile(name, source(text)).map(({ host, port, protocol, range }) => {
    expect(text.slice(range.start, range.end).toLowerCase()).toBe(host)
    return `${host}:${port} ${protocol}`
  })
}

describe('each format is read as what it is', () => {
  test.each([
    [
      'a.properties',
      '#x=http://no.example.com\nserver.host=0.0.0.0\na.url = http\\://a.example.com\nredis.host=r.example.com\nredis.port=6380',
    ],
    ['a.env', 'export A_URL="http://a.example.com" # http://no.example.com\nREDIS_HOST=r.example.com\nREDIS_PORT=6380'],
    ['a.yaml', 'a: {url: http://a.example.com} # http://no.example.com\nredis:\n  host: r.example.com\n  port: 6380'],
    [
      'a.json',
      '{"$schema": "http://no.example.com", "a": {"url": "http:\\/\\/a.example.com"}, "redis": {"host": "r.example.com", "port": 6380}}',
    ],
    [
      'a.toml',
      'title = "no.example.com"\n[a]\nurls = [\n  "http://a.example.com", # x\n]\n[redis]\nhost = \'r.example.com\'\nport = 6380',
    ],
    ['a.ini', '; http://no.example.com\n[a]\nurl = http://a.example.com\n[redis]\nhost = r.example.com\nport = 6380'],
    [
      'a.xml',
      '<?xml version="1.0"?><c xmlns="http://no.example.com"><!-- http://no.example.com --><a url="http://a.example.com"/><redis><host>r.example.com</host><port>6380</port></redis></c>',
    ],
    [
      'a.hocon',
      'a { url = "http://a.example.com" } // http://no.example.com\nredis {\n host = "r.example.com"\n port = 6380\n}',
    ],
    [
      'a.conf',
      '<source>\n @type forward\n bind 0.0.0.0\n</source>\n<match x>\n @type http\n endpoint http://a.example.com\n</match>\n<match y>\n @type redis\n host r.example.com\n port 6380\n</match>',
    ],
  ])('%s', (name, text) => {
    expect(calls(name, text)).toEqual(['a.example.com:80 HTTP', 'r.example.com:6380 REDIS'])
  })
})

test('nginx: servers of upstreams and passes, but no names', () => {
  expect(
    calls(
      'default.conf',
      `upstream pool { server a.example.com:8081 weight=3; server b.example.com; }
server { listen 80; server_name no.example.com;
  location / { proxy_pass http://pool/v1/; }
  location /c { proxy_set_header Host no.example.com; proxy_pass https://c.example.com; }
  # proxy_pass http://no.example.com;
  location /d { return 301 https://no.example.com$request_uri; }
}`,
    ),
  ).toEqual(['a.example.com:8081 HTTP', 'b.example.com:80 HTTP', 'c.example.com:443 HTTPS'])
})

test('logstash, fluent-bit, and haproxy', () => {
  expect(
    calls(
      'main.conf',
      'input { kafka { bootstrap_servers => "k.example.com:9092" topics => ["no.example.v1"] } }\noutput { elasticsearch { hosts => ["https://e.example.com:9200"] } # no.example.com:80\n}',
    ),
  ).toEqual(['k.example.com:9092 TCP', 'e.example.com:9200 HTTPS'])
  expect(
    calls(
      'fluent-bit.conf',
      '[SERVICE]\n    HTTP_Listen 0.0.0.0\n[OUTPUT]\n    Name es\n    Host e.example.com\n    Port 9243\n    tls On\n[OUTPUT]\n    Name forward\n    Host f.example.com\n    Port 24224',
    ),
  ).toEqual(['e.example.com:9243 HTTPS', 'f.example.com:24224 TCP'])
  expect(
    calls('haproxy.cfg', 'frontend f\n  bind *:80\nbackend b\n  mode http\n  server s1 h.example.com:8080 check\n'),
  ).toEqual(['h.example.com:8080 HTTP'])
})

test('an OpenTelemetry collector: receivers wait, or fetch', () => {
  expect(
    calls(
      'c.yaml',
      'receivers:\n  otlp: {protocols: {grpc: {endpoint: "10.0.0.1:4317"}}}\n  mysql: {endpoint: "m.example.com:3306"}\nexporters:\n  otlp/x: {endpoint: "o.example.com:4317", tls: {insecure: true}}\n',
    ),
  ).toEqual(['m.example.com:3306 MYSQL', 'o.example.com:4317 GRPC'])
})

test('formats in which nothing is called', () => {
  expect(calls('index.html', '<a href="https://no.example.com">x</a>')).toEqual([])
  expect(calls('ca.pem', '-----BEGIN CERTIFICATE-----\nhttp://no.example.com\n')).toEqual([])
})

test('a file without an ending is known by its text', () => {
  expect(formatOf('config', '{"a": 1}')).toBe('json')
  expect(formatOf('config', '#!/bin/sh\ncurl x')).toBe('shell')
  expect(formatOf('config', 'a: 1\nb:\n  - c: 2\n')).toBe('yaml')
  expect(formatOf('config', 'a.b=1\nc.d=2\n')).toBe('properties')
  expect(formatOf('config', 'A_B=1\nC_D=2\n')).toBe('dotenv')
  expect(formatOf('x.conf', '[agent]\n  a = "b"\n[[outputs.x]]\n  urls = ["c"]\n')).toBe('toml')
})

test('TOML: the keys and values that a full parser gives', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9_-]{0,6}$/)
  const value = fc.oneof(
    fc.stringMatching(/^[ -~]{0,12}$/),
    fc.integer({ min: 0, max: 99_999 }),
    fc.boolean(),
    fc.array(fc.stringMatching(/^[a-z.:/]{0,8}$/), { maxLength: 3 }),
  )
  const table = fc.dictionary(key, value, { minKeys: 1, maxKeys: 4, noNullPrototype: true })
  fc.assert(
    fc.property(fc.dictionary(key, table, { maxKeys: 4, noNullPrototype: true }), (tables) => {
      const text = Object.entries(tables)
        .map(
          ([name, pairs]) =>
            `[${name}] # c\n${Object.entries(pairs)
              .map(([k, v]) => `${k} = ${JSON.stringify(v)}\n`)
              .join('')}`,
        )
        .join('\n')
      const leaves = (node: unknown, path: readonly string[]): string[] =>
        node !== null && typeof node === 'object'
          ? Object.entries(node).flatMap(([k, v]) => leaves(v, [...path, Array.isArray(node) ? `#${k}` : k]))
          : [`${path.join(' ')}=${String(node)}`]
      const ours = readTomlSettings(source(text)).map(({ path, value: { text: own } }) => `${path.join(' ')}=${own}`)
      expect(ours).toEqual(leaves(parse(text), []))
    }),
  )
})

test('time grows with the text, not with its square', () => {
  const parts = ['a:', '://', 'a@', '${', '$(', '<a ', '<!--', '(host=', 'a=b;', '{{a}}', 'h1.a.io:80,', '"', '[', '\\']
  const started = performance.now()
  for (const name of ['x.conf', 'x.sh', 'x.xml', 'x.toml', 'x.properties', 'x.json', 'x.py', 'x']) {
    for (const part of parts) findInFile(name, source(part.repeat(20_000 / part.length)))
  }
  // Quadratic work on one of these alone took longer.
  expect(performance.now() - started).toBeLessThan(30_000)
})
