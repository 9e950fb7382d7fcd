import { scalarValueOf } from '../schema/plain-value'
import { keyRange, valueRange } from '../schema/structure-place'
import type { JsonSchema } from '../schema/validator'
import { booleanOf, pairsOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import type { ConfigProblem, RawSettings } from './raw-settings'
import { settingOf } from './setting-table'
import { isSettingPrefix, unknownSettingMessage } from './unknown-setting'

/** More values than this are no settings. */
const VISIT_BUDGET = 20_000

/**
 * The settings of `.istio-egress.yaml`. Keys may be written flat (`generate.exportTo: […]`) or nested (`generate:` and
 * `exportTo: […]` below it). Never throws: what cannot be read is a problem with its place.
 */
export function readConfigFile(uri: string, text: string): RawSettings {
  return new ConfigReading(uri).read(text)
}

class ConfigReading {
  private readonly values = new Map<string, unknown>()
  private readonly pairs = new Map<string, YamlPair>()
  private readonly problems: ConfigProblem[] = []
  private visits = 0

  constructor(private readonly uri: string) {}

  read(text: string): RawSettings {
    const documents = readYaml(text)
    for (const { errors } of documents) {
      for (const { range, message } of errors) this.report('', range, `This YAML cannot be read: ${ended(message)}`)
    }
    const filled = documents.filter(({ root }) => root && !isNull(root))
    for (const { root } of filled.slice(1)) {
      if (root) this.report('', root.range, 'Settings stand in one document. Move these above the `---`.')
    }
    const root = filled[0]?.root
    if (root?.kind === 'map') this.take(root, '')
    else if (root) this.report('', root.range, 'Settings are written as `key: value`, one a line.')
    return {
      source: 'config-file',
      uri: this.uri,
      values: this.values,
      rangeOf: (path, ofKey) => this.rangeOf(path, ofKey),
      problems: this.problems,
    }
  }

  private take(map: YamlMap, prefix: string): void {
    for (const pair of pairsOf(map)) {
      const key = prefix + pair.key.value
      const setting = settingOf(key)
      if (!setting) this.takeGroup(key, pair)
      else if (setting.editorOnly)
        this.report(key, pair.key.range, `\`${key}\` is read from the editor's settings alone. Remove it here.`)
      else if (this.pairs.has(key))
        this.report(key, pair.key.range, `\`${key}\` is set twice, and the first counts. Remove one.`)
      else {
        this.pairs.set(key, pair)
        if (pair.value && !isNull(pair.value)) this.values.set(key, this.valueOf(pair.value, setting.schema))
      }
    }
  }

  private takeGroup(key: string, pair: YamlPair): void {
    const { value } = pair
    if (!isSettingPrefix(key)) this.report(key, pair.key.range, unknownSettingMessage(key))
    else if (value?.kind === 'map') this.take(value, `${key}.`)
    else if (value && !isNull(value)) {
      this.report(
        key,
        value.range,
        `\`${key}\` holds settings of its own. Write them below it, each as \`key: value\`.`,
      )
    }
  }

  /** A value as its schema wants it: where text is wanted, `off` and `1.30` are text, whatever YAML 1.1 makes of them. */
  private valueOf(node: YamlNode | undefined, schema: JsonSchema): unknown {
    this.visits += 1
    if (!node || this.visits > VISIT_BUDGET) return null
    if (node.kind === 'scalar') return scalarAs(node, schema)
    if (node.kind === 'sequence') return node.items.map((item) => this.valueOf(item, schema.items ?? {}))
    const result: Record<string, unknown> = Object.create(null)
    const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}
    for (const pair of pairsOf(node)) {
      const { value: key } = pair.key
      const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
      result[key] = this.valueOf(pair.value, known ?? rest)
    }
    return result
  }

  private rangeOf(path: readonly string[], ofKey: boolean) {
    const [key = '', ...rest] = path
    const pair = this.pairs.get(key)
    if (!pair) return undefined
    const [last] = rest.slice(-1)
    const holder: YamlMap = { kind: 'map', range: pair.key.range, flow: true, pairs: [pair] }
    const steps = stepsIn(holder, [pair.key.value, ...rest])
    return ofKey && last !== undefined ? keyRange(holder, steps.slice(0, -1), last) : valueRange(holder, steps)
  }

  private report(key: string, range: ConfigProblem['range'], message: string): void {
    this.problems.push({ source: 'config-file', key, uri: this.uri, range, message })
  }
}

/** Texts of a JSON pointer as steps of a tree: in a sequence they are indices. */
function stepsIn(root: YamlNode, texts: readonly string[]): readonly (string | number)[] {
  const steps: (string | number)[] = []
  let node: YamlNode | undefined = root
  for (const text of texts) {
    if (node?.kind === 'sequence') {
      steps.push(Number(text))
      node = node.items[Number(text)]
    } else {
      steps.push(text)
      node = pairsOf(node).find((pair) => pair.key.value === text)?.value
    }
  }
  return steps
}

function scalarAs(scalar: YamlScalar, schema: JsonSchema): unknown {
  if (scalar.type === 'null') return null
  if (schema.type === 'string') return scalar.value
  if (schema.type === 'boolean') return booleanOf(scalar) ?? scalar.value
  return scalarValueOf(scalar)
}

function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.type === 'null'
}

function ended(message: string): string {
  return message.replace(/\.?$/, '.')
}
