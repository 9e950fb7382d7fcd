import type { JsonSchema } from '../schema/validator'

/** One row of the table of settings. */
export interface Setting<T = unknown> {
  /** Heading under which editors and the documentation show it. */
  readonly group: SettingGroup
  /** What it does: Markdown, whole sentences, the first one enough for a table. */
  readonly description: string
  readonly default: T
  readonly schema: JsonSchema
  /** For each value of an enum, in its order, what it means. */
  readonly valueDescriptions?: readonly string[]
  /** As VS Code means it; `resource` may differ between the folders of a workspace. */
  readonly scope: 'resource' | 'window' | 'machine-overridable'
  /** Something to write, as YAML of the config file's value. */
  readonly example?: string
  /** Only an editor reads it: it has no place in the config file. */
  readonly editorOnly?: boolean
}

export type SettingGroup = 'Policy' | 'Files' | 'Declarations' | 'Findings and fixes' | 'Editor'

/** The settings that take a map of a person's own keys: sources of different rank are joined key by key. */
export function isMapSetting(setting: Setting): boolean {
  return setting.schema.type === 'object'
}
