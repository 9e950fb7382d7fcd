import type { Range } from '../text/range'

/** The settings of one source before they are checked, and where each part of them stands. */
export interface RawSettings {
  readonly source: 'flag' | 'config-file' | 'editor'
  /** The config file's URI. */
  readonly uri: string | undefined
  /** By key, as plain values without prototypes. */
  readonly values: ReadonlyMap<string, unknown>
  /** Where a value stands, or the key of a map when `ofKey` is set: path from the setting's key on. */
  rangeOf(path: readonly string[], ofKey: boolean): Range | undefined
  readonly problems: readonly ConfigProblem[]
}

/** Something wrong with the settings; what is wrong has no effect, the rest has. */
export interface ConfigProblem {
  readonly source: RawSettings['source']
  /** The key concerned, such as `generate.exportTo`; empty where it is the file as a whole. */
  readonly key: string
  /** Of the config file. */
  readonly uri: string | undefined
  /** Offsets in the config file; undefined for other sources. */
  readonly range: Range | undefined
  /** What is wrong and what to write. */
  readonly message: string
}
