import type { ResourceNode } from '../../kubernetes/resource'
import { childOf, pairsOf, textOf, type YamlScalar } from '../../yaml/node'
import { base64Source } from '../base64-source'
import type { Via } from '../destination'
import { findInFile, findInValue } from '../formats/find-in-file'
import { isFileValue } from '../formats/format'
import { groupOf, type Setting } from '../setting'
import { type SourceText, scalarSource } from '../source-text'
import type { LocatedHost } from './located-host'

/** Types of Secrets that only the kubelet or a certificate's owner reads. */
const NOT_READ =
  /^kubernetes\.io\/(?:dockerconfigjson|dockercfg|tls|service-account-token)$|^helm\.sh\/release|^bootstrap\.kubernetes\.io\//

interface Value {
  readonly key: string
  readonly field: string
  readonly source: SourceText
}

/** The hosts in the values of a ConfigMap or Secret: plain ones by their keys, embedded files by their formats. */
export function configHosts(resource: ResourceNode, text: string): readonly LocatedHost[] {
  const { kind } = resource.head
  if (kind === 'Secret' && NOT_READ.test(textOf(childOf(resource.node, 'type')) ?? '')) return []
  const via: Via = kind === 'Secret' ? 'secret' : 'configmap'
  const values = valuesOf(resource, text)
  const plain = values.filter(({ key, source }) => !isFileValue(key, source.text))
  const settings = plain.map(({ key, source }): Setting => ({ path: [key], value: source }))
  const group = groupOf(settings)
  return values.flatMap(({ key, field, source }) => {
    const hosts = isFileValue(key, source.text)
      ? findInFile(key, source)
      : findInValue({ path: [key], value: source }, { group, keepBareNames: true })
    return hosts.map((found) => ({ found, path: `${field}.${key}`, via, key }))
  })
}

function valuesOf({ head, node }: ResourceNode, text: string): readonly Value[] {
  const isSecret = head.kind === 'Secret'
  const read = (field: string, toSource: (scalar: YamlScalar) => SourceText | undefined): Value[] =>
    pairsOf(childOf(node, field)).flatMap(({ key, value }) => {
      if (value?.kind !== 'scalar' || value.type === 'null') return []
      const source = toSource(value)
      return source ? [{ key: key.value, field, source }] : []
    })
  const plain = (scalar: YamlScalar) => scalarSource(text, scalar)
  const encoded = (scalar: YamlScalar) => base64Source(scalarSource(text, scalar))
  if (!isSecret) return [...read('data', plain), ...read('binaryData', encoded)]
  const strings = read('stringData', plain)
  // The API server lets `stringData` overwrite `data`.
  const written = new Set(strings.map(({ key }) => key))
  return [...strings, ...read('data', encoded).filter(({ key }) => !written.has(key))]
}
