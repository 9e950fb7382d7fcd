import { allRules } from '../rules/index'
import type { JsonSchema } from '../schema/validator'
import { RESERVED_CODES } from './rule-codes'
import type { Setting, SettingGroup } from './setting'
import { SETTING_KEYS, SETTINGS, type SettingKey } from './setting-table'

export { settingsSchema } from './settings-schema'

const GROUPS: readonly SettingGroup[] = ['Policy', 'Files', 'Declarations', 'Findings and fixes', 'Editor']

/** The documents that are made from the table of settings; each is committed, and a test compares. */
export const documents = { editorConfiguration, configFileSchema, settingsPage }

/** `contributes.configuration` of package.json: one titled group each. */
function editorConfiguration(): unknown {
  return GROUPS.map((group, order) => ({
    title: group,
    order,
    properties: Object.fromEntries(
      keysOf(group).map((key, index) => [
        `istioEgress.${key}`,
        { order: index, scope: SETTINGS[key].scope, ...documentedSchema(key), default: SETTINGS[key].default },
      ]),
    ),
  }))
}

/** The JSON Schema of `.istio-egress.yaml`: the same keys without prefix, flat or nested, and no others. */
function configFileSchema(): unknown {
  const properties: Record<string, unknown> = {}
  const nested = new Map<string, Record<string, unknown>>()
  for (const key of SETTING_KEYS) {
    const setting: Setting = SETTINGS[key]
    if (setting.editorOnly) continue
    const schema = {
      ...documentedSchema(key),
      description: plainText(setting.description),
      default: setting.default,
    }
    properties[key] = schema
    const [prefix = '', name] = key.split('.')
    if (name !== undefined) nested.set(prefix, { ...nested.get(prefix), [name]: schema })
  }
  for (const [prefix, children] of nested) {
    properties[prefix] = { type: 'object', properties: children, additionalProperties: false }
  }
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Istio Egress: .istio-egress.yaml',
    description: 'Settings of Istio Egress for the mesh whose folder holds this file.',
    type: 'object',
    properties,
    additionalProperties: false,
  }
}

function documentedSchema(key: SettingKey): JsonSchema {
  const { schema, description, valueDescriptions }: Setting = SETTINGS[key]
  const texts = valueDescriptions ? { markdownEnumDescriptions: valueDescriptions } : {}
  if (key !== 'rules') return { ...schema, markdownDescription: description, ...texts }
  const severity = schema.additionalProperties as JsonSchema
  const reserved = RESERVED_CODES.map((code): readonly [string, JsonSchema] => [code, severity])
  const own = allRules.map((rule): readonly [string, JsonSchema] => [
    rule.code,
    { ...severity, markdownDescription: rule.summary, default: rule.severity },
  ])
  const properties = Object.fromEntries([...reserved, ...own])
  return { type: 'object', properties, additionalProperties: false, markdownDescription: description }
}

/** docs/settings.md. */
function settingsPage(): string {
  const parts = GROUPS.map(
    (group) =>
      `## ${group}\n\n${keysOf(group)
        .map((key) => settingText(key))
        .join('\n')}`,
  )
  return `${PAGE_HEAD}\n${parts.join('\n')}`
}

const PAGE_HEAD = `<!-- Made by "npm run generate" from server/src/settings/setting-table.ts; do not edit. -->

# Settings

In an editor they begin with \`istioEgress.\`; in the file \`.istio-egress.yaml\` at the root of a mesh they stand without
that prefix, flat (\`generate.exportTo: […]\`) or nested (\`generate:\` with \`exportTo: […]\` below it). A flag of the command
wins over \`.istio-egress.yaml\`, that wins over the editor's settings, and those win over the defaults. Maps are joined
entry by entry. An unknown key or a wrong value is reported and has no effect.
`

function settingText(key: SettingKey): string {
  const setting: Setting = SETTINGS[key]
  const lines = [`### \`${key}\``, '', setting.description, '', `- Values: ${valuesOf(setting.schema)}`]
  for (const [index, value] of (setting.schema.enum ?? []).entries()) {
    const meaning = setting.valueDescriptions?.[index]
    if (meaning !== undefined) lines.push(`  - \`${String(value)}\`: ${meaning}`)
  }
  lines.push(`- Default: \`${JSON.stringify(setting.default)}\``)
  if (setting.editorOnly) lines.push('- Only in the settings of an editor.')
  if (setting.example !== undefined) lines.push(`- Example: \`${key}: ${setting.example}\``)
  if (key === 'rules') lines.push('', ...ruleTable())
  return `${lines.join('\n')}\n`
}

function ruleTable(): readonly string[] {
  const rows = allRules.map(
    ({ code, severity, summary }) => `| [\`${code}\`](rules/${code}.md) | ${severity} | ${summary} |`,
  )
  return ['| Code | Default | What it finds |', '| --- | --- | --- |', ...rows]
}

function valuesOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ')
  if (schema.type === 'array') return schema.items?.type === 'object' ? 'a list of maps' : 'a list of text'
  if (schema.type === 'object') return 'a map'
  return schema.type === 'boolean' ? '`true`, `false`' : 'text'
}

function keysOf(group: SettingGroup): readonly SettingKey[] {
  return SETTING_KEYS.filter((key) => SETTINGS[key].group === group)
}

/** Markdown as plain text, for readers of JSON Schema that show it as it stands. */
function plainText(markdown: string): string {
  return markdown.replaceAll('`', '')
}
