import { isNull } from '../istio/reading'
import { lineStartsOf, positionAt } from '../text/line-starts'
import type { Range } from '../text/range'
import { childOf, integerOf, pairsOf, stringMapOf, textOf, type YamlMap, type YamlNode } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import type { Call, Caller } from './egress-verdict'

/** A call of a list, with who makes it. */
export interface CallToExplain {
  readonly id: string
  readonly from: Caller
  readonly call: Call
}

/** Why an element of a list of calls cannot be taken. */
export interface CallsError {
  /** 1-based line of the file. */
  readonly line: number
  /** What is wrong and how to mend it. */
  readonly message: string
}

const KNOWN_KEYS = new Set([
  'id',
  'from',
  'host',
  'port',
  'protocol',
  'address',
  'path',
  'method',
  'headers',
  'sni',
  'note',
])

/**
 * Reads a list of calls, YAML or JSON: `{id, from: {namespace, labels}, host, port, protocol, address?, path?, method?,
 * headers?, sni?}`. Never throws; what cannot be read is an error beside the rest.
 */
export function parseCalls(text: string): {
  readonly calls: readonly CallToExplain[]
  readonly errors: readonly CallsError[]
} {
  const reading = new CallsReading(text)
  const [document] = readYaml(text)
  for (const error of document?.errors ?? []) reading.refuse(error.range, `This is no YAML or JSON: ${error.message}`)
  const root = document?.root
  const list = root?.kind === 'map' ? childOf(root, 'calls') : root
  if (list?.kind !== 'sequence') {
    if (reading.errors.length === 0)
      reading.refuse(root?.range ?? { start: 0, end: 0 }, 'The file must be a list of calls, each with host and port.')
    return { calls: [], errors: reading.errors }
  }
  list.items.forEach((item, index) => {
    reading.add(item, index, list.range)
  })
  return { calls: reading.calls, errors: reading.errors }
}

class CallsReading {
  readonly calls: CallToExplain[] = []
  readonly errors: CallsError[] = []
  private readonly ids = new Set<string>()
  private readonly lineStarts: readonly number[]

  constructor(text: string) {
    this.lineStarts = lineStartsOf(text)
  }

  refuse(range: Range, message: string): void {
    this.errors.push({ line: positionAt(this.lineStarts, range.start).line + 1, message })
  }

  add(node: YamlNode | undefined, index: number, listRange: Range): void {
    if (node?.kind !== 'map') {
      this.refuse(node?.range ?? listRange, `Call ${index + 1} must be a map with host and port.`)
      return
    }
    const before = this.errors.length
    this.checkKeys(node)
    const id = this.idOf(node, index)
    const host = this.required(node, 'host', 'api.example.com')
    const port = this.portOf(node)
    const from = childOf(node, 'from')
    if (from && from.kind !== 'map' && !isNull(from)) this.refuse(from.range, 'from must be a map: {namespace: shop}.')
    const call: Call = {
      host,
      port,
      protocol: textOf(childOf(node, 'protocol')) ?? null,
      ...optional('address', textOf(childOf(node, 'address'))),
      ...optional('path', textOf(childOf(node, 'path'))),
      ...optional('method', textOf(childOf(node, 'method'))),
      ...optional('sni', textOf(childOf(node, 'sni'))),
      headers: stringMapOf(childOf(node, 'headers')),
    }
    if (this.errors.length > before) return
    const namespace = textOf(childOf(from, 'namespace')) || 'default'
    this.calls.push({ id, from: { namespace, labels: stringMapOf(childOf(from, 'labels')) }, call })
  }

  private checkKeys(node: YamlMap): void {
    for (const { key } of pairsOf(node)) {
      if (KNOWN_KEYS.has(key.value)) continue
      this.refuse(key.range, `A call has no field "${key.value}"; it takes ${[...KNOWN_KEYS].join(', ')}.`)
    }
  }

  private idOf(node: YamlMap, index: number): string {
    const own = childOf(node, 'id')
    const id = textOf(own) ?? `${index + 1}`
    if (this.ids.has(id)) this.refuse(own?.range ?? node.range, `Two calls have the id "${id}"; give each its own.`)
    this.ids.add(id)
    return id
  }

  private required(node: YamlMap, key: string, example: string): string {
    const value = childOf(node, key)
    const text = textOf(value)
    if (text) return text
    this.refuse(value?.range ?? node.range, `A call needs ${key}, such as ${key}: ${example}.`)
    return ''
  }

  private portOf(node: YamlMap): number | null {
    const value = childOf(node, 'port')
    if (!value || isNull(value)) return null
    const quoted = textOf(value) ?? ''
    const port = integerOf(value) ?? (/^[0-9]{1,5}$/.test(quoted) ? Number(quoted) : undefined)
    if (port !== undefined && port >= 1 && port <= 65535) return port
    this.refuse(value.range, `The port must be a number from 1 to 65535, not "${quoted}".`)
    return null
  }
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string })
}
