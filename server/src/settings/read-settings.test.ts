import { describe, expect, test } from 'vitest'
import { DEFAULT_MESH_OPTIONS } from '../registry/mesh-resources'
import { meshOptionsOf, meshSetupOf } from './mesh-setup'
import { defaultSettings, readSettings } from './read-settings'

const URI = 'file:///mesh/.istio-egress.yaml'
const CODES = ['blocked-host', 'borrowed-entry', 'unused-entry']

const fromFile = (text: string) => readSettings({ configFile: { uri: URI, text } }, CODES)

/** Every problem of a config file as `marked text → message`. */
function problemsIn(text: string): readonly string[] {
  return fromFile(text).problems.map(({ range, message, uri }) => {
    expect(uri).toBe(URI)
    return `${range ? text.slice(range.start, range.end) : '(nowhere)'} → ${message}`
  })
}

test('without any source all settings have their defaults, and the engine gets its own', () => {
  const { settings, problems } = readSettings({})
  expect(problems).toEqual([])
  expect(settings).toEqual(defaultSettings())
  expect(meshOptionsOf(settings)).toEqual(DEFAULT_MESH_OPTIONS)
  expect(settings.generate.exportTo).toEqual(['.'])
})

test('a flag wins over the config file, that over the editor, that over the default', () => {
  const editor = { visibility: 'namespace', assume: 'ALLOW_ANY', outboundTrafficPolicy: 'ALLOW_ANY' }
  const configFile = { uri: URI, text: 'outboundTrafficPolicy: auto\nassume: REGISTRY_ONLY\n' }
  const { settings, problems } = readSettings({ cli: { outboundTrafficPolicy: 'REGISTRY_ONLY' }, configFile, editor })
  expect(problems).toEqual([])
  expect(settings).toMatchObject({
    outboundTrafficPolicy: 'REGISTRY_ONLY',
    assume: 'REGISTRY_ONLY',
    visibility: 'namespace',
    istioVersion: '1.32',
  })
})

test('maps are joined entry by entry, those of the higher source first', () => {
  const editor = { rules: { 'blocked-host': 'off', 'unused-entry': 'off' }, namespace: { '**': 'all' } }
  const { settings } = readSettings({
    editor,
    configFile: { uri: URI, text: 'rules: { blocked-host: warning }\nnamespace: { shop/**: shop }\n' },
  })
  expect([...settings.rules]).toEqual([
    ['blocked-host', 'warning'],
    ['unused-entry', 'off'],
  ])
  expect(meshSetupOf(settings, 'file:///mesh').placement.namespaceSetting).toEqual([
    ['shop/**', 'shop'],
    ['**', 'all'],
  ])
})

test('keys with dots may be written flat or nested, in the file and by the editor', () => {
  const flat = fromFile('docs.baseUrl: https://docs.example.com\ngenerate.exportTo: ["*"]\n')
  const nested = fromFile('docs: { baseUrl: https://docs.example.com }\ngenerate:\n  exportTo: ["*"]\n')
  expect(flat.problems).toEqual([])
  expect(nested).toEqual(flat)
  expect(flat.settings.docs.baseUrl).toBe('https://docs.example.com')
  const values = { 'docs.baseUrl': 'https://docs.example.com', generate: { exportTo: ['*'] } }
  expect(readSettings({ editor: values })).toEqual(flat)
})

test('words and numbers that YAML 1.1 reads otherwise are text where a setting wants text', () => {
  const { settings, problems } = fromFile('rules:\n  unused-entry: off\nistioVersion: 1.30\n')
  expect(problems).toEqual([])
  expect(settings.rules.get('unused-entry')).toBe('off')
  expect(settings.istioVersion).toBe('1.30')
})

test('known hosts: what is left out means all', () => {
  const { settings, problems } = fromFile(
    'knownHosts:\n  API.example.com:\n  "*.corp.example": { namespaces: [shop], ports: [443] }\n',
  )
  expect(problems).toEqual([])
  expect(meshOptionsOf(settings).knownHosts).toEqual([
    { host: 'api.example.com', namespaces: undefined, ports: undefined },
    { host: '*.corp.example', namespaces: ['shop'], ports: [443] },
  ])
})

describe('mistakes in the config file', () => {
  const cases: readonly (readonly [text: string, problems: readonly string[]])[] = [
    ['', []],
    ['# nothing\n---\n', []],
    [
      'visibilty: namespace\n',
      ['visibilty → There is no setting `visibilty`, so it has no effect. Did you mean `visibility`?'],
    ],
    [
      'istioEgress.visibility: namespace\n',
      [
        'istioEgress.visibility → There is no setting `istioEgress.visibility`, so it has no effect. Write it without the prefix: `visibility`.',
      ],
    ],
    [
      'generate: { exportsTo: [a] }\n',
      ['exportsTo → There is no setting `generate.exportsTo`, so it has no effect. Did you mean `generate.exportTo`?'],
    ],
    ['generate: [a]\n', ['[a] → `generate` holds settings of its own. Write them below it, each as `key: value`.']],
    [
      'exportTo: ["."]\n',
      ['exportTo → There is no setting `exportTo`, so it has no effect. Did you mean `generate.exportTo`?'],
    ],
    [
      'outboundTrafficPolicy: registry_only\n',
      [
        'registry_only → `outboundTrafficPolicy` cannot be `registry_only`. Did you mean `REGISTRY_ONLY`? It must be one of `auto`, `REGISTRY_ONLY` or `ALLOW_ANY`.',
      ],
    ],
    ['kustomize: maybe\n', ['maybe → `kustomize` must be `true` or `false`, but this is `maybe`.']],
    ['include: "**/*.yaml"\n', ['"**/*.yaml" → `include` must be a list of texts, but this is `**/*.yaml`.']],
    [
      'rules: { blocked-hosts: off }\n',
      ['blocked-hosts → There is no rule `blocked-hosts`, so its severity has no effect. Did you mean `blocked-host`?'],
    ],
    [
      'rules: { blocked-host: fatal, unused-entry: off }\n',
      [
        'fatal → `rules.blocked-host` cannot be `fatal`. It must be one of `error`, `warning`, `information`, `hint` or `off`.',
      ],
    ],
    [
      'knownHosts: { "https://a.com": {} }\n',
      ['"https://a.com" → `knownHosts` cannot hold `https://a.com`. Write the host alone, without scheme and path.'],
    ],
    [
      'knownHosts: { a.com: { port: [443] }, b.com: { ports: [0] } }\n',
      [
        'port → `knownHosts.a.com` has no `port`. Did you mean `ports`?',
        '0 → `knownHosts.b.com.ports[0]` cannot be `0`. Write a number from 1 to 65535.',
      ],
    ],
    [
      'namespace: { a: Shop }\n',
      [
        'Shop → `namespace.a` cannot be `Shop`. A namespace has lower-case letters, digits and dashes, and neither begins nor ends with a dash.',
      ],
    ],
    [
      'trace.server: verbose\n',
      ["trace.server → `trace.server` is read from the editor's settings alone. Remove it here."],
    ],
    [
      'generate.exportTo: [a]\ngenerate: { exportTo: [b] }\n',
      ['exportTo → `generate.exportTo` is set twice, and the first counts. Remove one.'],
    ],
    ['- a\n', ['- a\n → Settings are written as `key: value`, one a line.']],
    [
      'assume: REGISTRY_ONLY\n---\nassume: none\n',
      ['assume: none\n → Settings stand in one document. Move these above the `---`.'],
    ],
  ]
  test.each(cases)('%j', (text, problems) => expect(problemsIn(text)).toEqual(problems))
})

test('a wrong value has no effect, and of a map only the wrong entry falls away', () => {
  const { settings } = fromFile(
    'rules: { blocked-host: fatal, unused-entry: off }\nvisibility: all\nkustomize: false\nknownHosts: { a.com: { ports: [x] }, b.com: }\n',
  )
  expect([...settings.rules]).toEqual([['unused-entry', 'off']])
  expect(settings.visibility).toBe('istio')
  expect(settings.kustomize).toBe(false)
  expect(settings.knownHosts.map(({ host }) => host)).toEqual(['b.com'])
})

test('broken YAML is a problem with its place, and what can be read counts', () => {
  const { settings, problems } = fromFile('assume: REGISTRY_ONLY\nrules: { a: \n')
  expect(problems.length).toBeGreaterThan(0)
  expect(problems[0]?.message).toMatch(/^This YAML cannot be read: /)
  expect(problems[0]?.range).toBeDefined()
  expect(settings.assume).toBe('REGISTRY_ONLY')
})

test('bad settings of an editor or flag are told without a place, and the default holds', () => {
  const { settings, problems } = readSettings({
    editor: { visibility: 3, helm: null, nonsense: 1, generate: 'x', rules: ['off'] },
    cli: { istioVersion: '1.99' },
  })
  expect(settings).toEqual(defaultSettings())
  expect(problems.map(({ source, range, message }) => `${source} ${range} ${message}`)).toEqual([
    'flag undefined `istioVersion` cannot be `1.99`. Did you mean `1.29`? It must be one of `1.20`, `1.21`, `1.22`, `1.23`, `1.24`, `1.25`, `1.26`, `1.27`, `1.28`, `1.29`, `1.30`, `1.31` or `1.32`.',
    'editor undefined There is no setting `nonsense`, so it has no effect. docs/settings.md lists all there are.',
    'editor undefined `generate` holds settings of its own, such as `{ … }`, but this is no map.',
    'editor undefined `visibility` must be one of `istio` or `namespace`, but this is `3`.',
    'editor undefined `rules` must be a map of names and values, but this is a list.',
  ])
})

test.each([
  [7],
  ['x'],
  [[]],
  [{ __proto__: null, constructor: { prototype: 1 } }],
  [JSON.parse('{"__proto__": {"a": 1}}')],
])('an editor that sends %j does no harm', (editor) => {
  const { settings, problems } = readSettings({ editor })
  expect(settings).toEqual(defaultSettings())
  expect(problems.length).toBe(1)
})

test('keys of JavaScript itself in the config file are keys like others', () => {
  const { settings, problems } = fromFile(
    '__proto__: { kustomize: false }\nrules: { __proto__: off, constructor: off }\n',
  )
  expect(problems.map(({ key }) => key)).toEqual(['__proto__', 'rules', 'rules'])
  expect(settings.kustomize).toBe(true)
  expect(settings.rules.get('constructor')).toBe('off')
})

test('without a list of its own the codes are those of all rules, and of rules that other versions have', () => {
  const text = 'rules: { blocked-host: off, conflicting-mesh-config: off, no-such-rule: off }\n'
  const { problems } = readSettings({ configFile: { uri: URI, text } })
  expect(problems.map(({ range }) => range && text.slice(range.start, range.end))).toEqual(['no-such-rule'])
})

test('thousands of mistakes are cut, have no effect and stay quick', () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `  host${index}.example.com: { ports: [x] }`).join('\n')
  const { settings, problems } = fromFile(`knownHosts:\n${rows}\n`)
  expect(problems.length).toBe(50)
  expect(settings.knownHosts).toEqual([])
})
