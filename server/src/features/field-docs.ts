import { createFieldDocs } from '../../../schemas/generated/field-docs.mjs'
import type { YamlPath } from '../yaml/node'

/** What schemas/docs says of one field; Markdown. */
export interface FieldDoc {
  readonly text: string
  readonly default?: string
  /** All values with their meanings, or a sentence about them. */
  readonly values?: string | Readonly<Record<string, string>>
  /** YAML. */
  readonly example?: string
  readonly egress?: string
}

/** By kind, then by path with `[]` for any index: `spec.ports[].number`. */
export type FieldDocs = Readonly<Record<string, Readonly<Record<string, FieldDoc>>>>

const fieldDocs: () => FieldDocs = lazily(createFieldDocs)

/** Read when first asked for: what loads before a server answers must not hold documentation. It never changes. */
function lazily<T>(create: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: create() }
    return made.value
  }
}

/**
 * The documentation of a field, in Markdown; undefined where there is none.
 * @param kind that of the object. Objects that hold a mesh configuration give that of its fields: pass the path to
 *   the field there, or `MeshConfig` and the path below it
 * @param path from the object's root; a key that a person chose (a label's name) gives that of the map which holds it
 */
export function fieldDocumentation(kind: string, path: YamlPath): string | undefined {
  const found = fieldDoc(kind, path)
  return found && render(found.path, found.doc)
}

/** The documentation of a field as data, with its path as people write it. */
export function fieldDoc(kind: string, path: YamlPath): { readonly path: string; readonly doc: FieldDoc } | undefined {
  const meshConfig = path.lastIndexOf('meshConfig')
  const docs = docsOf(meshConfig >= 0 ? 'MeshConfig' : kind)
  if (!docs) return undefined
  const steps = path.slice(meshConfig + 1)
  const exact = patternOf(steps)
  if (Object.hasOwn(docs, exact)) return found(docs, exact)
  const last = steps.at(-1)
  const around = patternOf(steps.slice(0, -1))
  // The items of a list of texts, and the names in a map of a person's own: what holds them says it all.
  const isItem = typeof last === 'number' || /(?:^|\.)(?:labels|annotations|ports)$/.test(around)
  return isItem && Object.hasOwn(docs, around) ? found(docs, around) : undefined
}

/** Every documented path of a kind. */
export function documentedPaths(kind: string): readonly string[] {
  return Object.keys(docsOf(kind) ?? {})
}

function docsOf(kind: string): Readonly<Record<string, FieldDoc>> | undefined {
  const all = fieldDocs()
  return Object.hasOwn(all, kind) ? all[kind] : undefined
}

function found(docs: Readonly<Record<string, FieldDoc>>, path: string) {
  const doc = docs[path]
  return doc && { path, doc }
}

function patternOf(path: YamlPath): string {
  let pattern = ''
  for (const [index, step] of path.entries()) {
    if (typeof step === 'string') pattern += pattern === '' ? step : `.${step}`
    else if (index < path.length - 1) pattern += '[]'
  }
  return pattern
}

function render(path: string, doc: FieldDoc): string {
  const parts = [`**\`${path}\`**`, doc.text]
  if (doc.values !== undefined)
    parts.push(typeof doc.values === 'string' ? `Values: ${doc.values}` : valueList(doc.values))
  if (doc.default !== undefined) parts.push(`Default: ${doc.default}`)
  if (doc.egress !== undefined) parts.push(`Egress: ${doc.egress}`)
  if (doc.example !== undefined) parts.push(`\`\`\`yaml\n${doc.example.trimEnd()}\n\`\`\``)
  return parts.join('\n\n')
}

function valueList(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([value, meaning]) => `- \`${value}\`: ${meaning}`)
    .join('\n')
}
