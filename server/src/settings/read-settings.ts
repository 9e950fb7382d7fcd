import { checkSettings } from './check-settings'
import type { ConfigProblem, RawSettings } from './raw-settings'
import { readConfigFile } from './read-config-file'
import { readPlainSettings } from './read-plain-settings'
import { ruleCodes } from './rule-codes'
import { isMapSetting } from './setting'
import { type KnownHostValue, SETTINGS, type SettingKey, type SettingValue } from './setting-table'
import type { Settings } from './settings'

export type { ConfigProblem } from './raw-settings'

/** Where settings come from, highest rank first; the rest is defaults. */
export interface SettingsSources {
  /** Flags of the command line, as a map of setting keys. */
  readonly cli?: unknown
  /** `.istio-egress.yaml` of the mesh's folder. */
  readonly configFile?: { readonly uri: string; readonly text: string } | undefined
  /** What the editor has below `istioEgress`, flat or nested. */
  readonly editor?: unknown
}

/**
 * Brings all sources together: flag over config file over editor over default, setting by setting; maps (`rules`,
 * `namespace`, `knownHosts`) entry by entry. Never throws: what is wrong is a problem and has no effect.
 * @param knownCodes the codes that `rules` may name; left out, those of all rules
 */
export function readSettings(
  { cli, configFile, editor }: SettingsSources,
  knownCodes: readonly string[] = ruleCodes,
): { readonly settings: Settings; readonly problems: readonly ConfigProblem[] } {
  const sources: RawSettings[] = [readPlainSettings('flag', cli)]
  if (configFile) sources.push(readConfigFile(configFile.uri, configFile.text))
  sources.push(readPlainSettings('editor', editor))
  const checked = sources.map((source) => checkSettings(source, knownCodes))
  return {
    settings: settingsFrom(checked.map(({ values }) => values)),
    problems: checked.flatMap(({ problems }) => problems),
  }
}

/** All settings at their defaults. */
export function defaultSettings(): Settings {
  return settingsFrom([])
}

function settingsFrom(sources: readonly ReadonlyMap<string, unknown>[]): Settings {
  // The generated validator has seen every value: it is of the type that the table gives its key.
  const get = <K extends SettingKey>(key: K) => highest(sources, key) as SettingValue<K>
  return {
    enable: get('enable'),
    outboundTrafficPolicy: get('outboundTrafficPolicy'),
    assume: get('assume'),
    visibility: get('visibility'),
    istioVersion: get('istioVersion'),
    include: get('include'),
    exclude: get('exclude'),
    namespace: new Map(Object.entries(get('namespace'))),
    kustomize: get('kustomize'),
    helm: get('helm'),
    knownHosts: Object.entries(get('knownHosts')).map(([host, value]) => knownHost(host, value)),
    rules: new Map(Object.entries(get('rules'))),
    generate: { exportTo: get('generate.exportTo') },
    docs: { baseUrl: get('docs.baseUrl') },
    trace: { server: get('trace.server') },
  }
}

function knownHost(host: string, value: KnownHostValue | null) {
  return { host: host.toLowerCase(), namespaces: value?.namespaces, ports: value?.ports }
}

/** The value of the highest source that sets a key; of maps all entries, those of the highest first and winning. */
function highest(sources: readonly ReadonlyMap<string, unknown>[], key: SettingKey): unknown {
  const setting = SETTINGS[key]
  const given = sources.filter((source) => source.has(key)).map((source) => source.get(key))
  if (!isMapSetting(setting)) return given.length > 0 ? given[0] : setting.default
  const joined: Record<string, unknown> = Object.create(null)
  for (const map of given) {
    for (const [name, value] of Object.entries(map ?? {})) if (!(name in joined)) joined[name] = value
  }
  return joined
}
