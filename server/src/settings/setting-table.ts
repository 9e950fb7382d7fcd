import type { Severity } from '../rules/rule'
import type { Setting } from './setting'
import type { Settings } from './settings'

/** The versions of Istio whose behaviour is known, oldest first. */
const ISTIO_VERSIONS = Array.from({ length: 13 }, (_, index) => `1.${20 + index}`)

const TEXTS = { type: 'array', items: { type: 'string', minLength: 1 } } as const
const NAMESPACE_NAME = {
  type: 'string',
  pattern: '^(?!-)[a-z0-9-]{1,63}(?<!-)$',
  patternErrorMessage:
    'A namespace has lower-case letters, digits and dashes, and neither begins nor ends with a dash.',
} as const

/** What `knownHosts` says of a host. */
export interface KnownHostValue {
  readonly namespaces?: readonly string[]
  readonly ports?: readonly number[]
}

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off']

/**
 * Every setting there is. package.json, the schema of `.istio-egress.yaml`, docs/settings.md and the check of what
 * people write are made from this table by `npm run generate`.
 */
export const SETTINGS = {
  outboundTrafficPolicy: {
    group: 'Policy',
    description:
      'What the mesh does with calls to hosts that nobody declares. A `Sidecar` with a policy of its own wins over this setting.',
    default: 'auto',
    schema: { type: 'string', enum: ['auto', 'REGISTRY_ONLY', 'ALLOW_ANY'] },
    valueDescriptions: [
      "Take it from the mesh configuration in the workspace; where there is none, Istio's default `ALLOW_ANY` holds.",
      'Undeclared hosts are blocked, whatever the mesh configuration says.',
      'Undeclared hosts are let through, whatever the mesh configuration says.',
    ],
    scope: 'resource',
    example: 'REGISTRY_ONLY',
  } as Setting<Settings['outboundTrafficPolicy']>,
  assume: {
    group: 'Policy',
    description:
      'Previews a policy: it fills in where the workspace sets none or lets everything through. What it would block is reported as `would-be-blocked`.',
    default: 'none',
    schema: { type: 'string', enum: ['none', 'REGISTRY_ONLY', 'ALLOW_ANY'] },
    valueDescriptions: [
      'Preview nothing.',
      'Show what would break if the mesh moved to `REGISTRY_ONLY`.',
      "Spell out Istio's default where the workspace sets no policy.",
    ],
    scope: 'resource',
    example: 'REGISTRY_ONLY',
  } as Setting<Settings['assume']>,
  visibility: {
    group: 'Policy',
    description: 'Who sees a `ServiceEntry` that leaves `exportTo` out. Kubernetes Services are not concerned.',
    default: 'istio',
    schema: { type: 'string', enum: ['istio', 'namespace'] },
    valueDescriptions: [
      'As istiod decides: the default of the mesh configuration, else every namespace.',
      'Only its own namespace, as if `exportTo: ["."]` were written; defaults of the mesh are ignored.',
    ],
    scope: 'resource',
    example: 'namespace',
  } as Setting<Settings['visibility']>,
  istioVersion: {
    group: 'Policy',
    description: 'The version of Istio that runs in the mesh: fields and defaults differ between versions.',
    default: '1.32',
    schema: { type: 'string', enum: ISTIO_VERSIONS },
    scope: 'resource',
    example: '"1.28"',
  } as Setting<string>,
  include: {
    group: 'Files',
    description:
      'Globs of the files that count, relative to the folder of the mesh. Empty means every YAML and JSON file that `.gitignore` does not name.',
    default: [],
    schema: TEXTS,
    scope: 'resource',
    example: '["deploy/**", "mesh/*.yaml"]',
  } as Setting<readonly string[]>,
  exclude: {
    group: 'Files',
    description: 'Globs of files and folders that do not count, relative to the folder of the mesh.',
    default: [],
    schema: TEXTS,
    scope: 'resource',
    example: '["**/testdata/**"]',
  } as Setting<readonly string[]>,
  namespace: {
    group: 'Files',
    description:
      'The namespace of files that name none and that no kustomization includes: a map of glob to namespace. The first glob that fits counts.',
    default: {},
    schema: { type: 'object', additionalProperties: NAMESPACE_NAME },
    scope: 'resource',
    example: '{ "apps/shop/**": shop }',
  } as Setting<Readonly<Record<string, string>>>,
  kustomize: {
    group: 'Files',
    description:
      'Follow kustomizations: they say in which namespaces a file lives and which files are patches. Without it each file counts as it stands.',
    default: true,
    schema: { type: 'boolean' },
    scope: 'resource',
  } as Setting<boolean>,
  helm: {
    group: 'Files',
    description: 'Read Helm charts as charts: templates and values. Without it each file counts as it stands.',
    default: true,
    schema: { type: 'boolean' },
    scope: 'resource',
  } as Setting<boolean>,
  knownHosts: {
    group: 'Declarations',
    description:
      'Hosts that are declared where the files cannot show it: a map of host, or wildcard such as `*.example.com`, to the namespaces that reach it and the ports it serves. Left out, each means all.',
    default: {},
    schema: {
      type: 'object',
      propertyNames: {
        pattern: '^[^/\\s]+$',
        patternErrorMessage: 'Write the host alone, without scheme and path.',
      },
      additionalProperties: {
        type: ['object', 'null'],
        properties: {
          namespaces: { type: 'array', items: { type: 'string', minLength: 1 } },
          ports: { type: 'array', items: { type: 'integer', minimum: 1, maximum: 65535 } },
        },
        additionalProperties: false,
      },
    },
    scope: 'resource',
    example: '{ vault.example.com: { namespaces: [shop], ports: [8200] } }',
  } as Setting<Readonly<Record<string, KnownHostValue | null>>>,
  rules: {
    group: 'Findings and fixes',
    description: 'The severity of findings by rule: a map of code to severity. A rule that is not named keeps its own.',
    default: {},
    schema: { type: 'object', additionalProperties: { type: 'string', enum: SEVERITIES } },
    scope: 'resource',
    example: '{ borrowed-entry: warning, unused-entry: off }',
  } as Setting<Readonly<Record<string, Severity | 'off'>>>,
  'generate.exportTo': {
    group: 'Findings and fixes',
    description:
      'What a generated `ServiceEntry` says in `exportTo`: `.` for its own namespace, `*` for the whole mesh, or names of namespaces.',
    default: ['.'],
    schema: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'string',
        pattern: '^(?:[.*~]|(?!-)[A-Za-z0-9-]{1,63}(?<!-))$',
        patternErrorMessage: 'Write `.`, `*`, `~` or the name of a namespace.',
      },
    },
    scope: 'resource',
    example: '["*"]',
  } as Setting<readonly string[]>,
  enable: {
    group: 'Editor',
    description: 'Check this folder. Switch it off where another mesh tool is in charge.',
    default: true,
    schema: { type: 'boolean' },
    scope: 'resource',
  } as Setting<boolean>,
  'docs.baseUrl': {
    group: 'Editor',
    description:
      'Where the pages of the rules are served, if not from the program itself: the code of the rule and `.md` are put behind this address.',
    default: '',
    schema: {
      type: 'string',
      pattern: '^(?:$|https?://)',
      patternErrorMessage: 'Write an address that begins with `https://`, or nothing.',
    },
    scope: 'resource',
    example: 'https://wiki.example.com/istio-egress/',
  } as Setting<string>,
  'trace.server': {
    group: 'Editor',
    description: 'Write what editor and language server say to each other to the output channel.',
    default: 'off',
    schema: { type: 'string', enum: ['off', 'messages', 'verbose'] },
    valueDescriptions: ['Write nothing.', 'Write the name of each message.', 'Write each message as a whole.'],
    scope: 'window',
    editorOnly: true,
  } as Setting<Settings['trace']['server']>,
} as const

/** The keys, as written behind `istioEgress.` and in the config file. */
export type SettingKey = keyof typeof SETTINGS

/** The value of a setting as people write it. */
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K] extends Setting<infer T> ? T : never

/** All keys in the order of the table. */
export const SETTING_KEYS = Object.keys(SETTINGS) as readonly SettingKey[]

/** The row of a key; undefined for a key that is none. */
export function settingOf(key: string): Setting | undefined {
  return Object.hasOwn(SETTINGS, key) ? SETTINGS[key as SettingKey] : undefined
}
