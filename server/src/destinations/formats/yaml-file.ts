import { pairsOf, type YamlNode } from '../../yaml/node'
import { readYaml } from '../../yaml/reader'
import type { Setting } from '../setting'
import { nestedScalarSource, type SourceText } from '../source-text'

/** Every scalar of a YAML (or JSON) text with the keys above it; undefined if the text is no map or list. */
export function readYamlSettings(source: SourceText): readonly Setting[] | undefined {
  const documents = readYaml(source.text)
  const settings: Setting[] = []
  let isCollection = false
  documents.forEach((document, index) => {
    if (document.root === undefined || document.root.kind === 'scalar') return
    isCollection = true
    collect(document.root, documents.length > 1 ? [`#${index}`] : [], source, settings)
  })
  return isCollection ? settings : undefined
}

function collect(node: YamlNode | undefined, path: readonly string[], source: SourceText, settings: Setting[]): void {
  if (!node) return
  if (node.kind === 'scalar') {
    if (node.type !== 'null') settings.push({ path, value: nestedScalarSource(source, node) })
    return
  }
  if (node.kind === 'sequence') {
    node.items.forEach((item, index) => void collect(item, [...path, `#${index}`], source, settings))
    return
  }
  for (const { key, value } of pairsOf(node)) collect(value, [...path, key.value], source, settings)
}
