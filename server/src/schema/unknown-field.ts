import type { YamlPath } from '../yaml/node'
import { closestName } from './closest-name'
import { pathText } from './structure-place'
import type { JsonSchema } from './validator'

/** More fields than this are not listed: nobody reads them. */
const LISTED = 9

/** Names that other objects of Kubernetes have for the same thing. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  matchLabels: 'labels',
  selector: 'workloadSelector',
  port: 'number',
  subset: 'subsets',
  hostname: 'hosts',
  namespaces: 'exportTo',
}

/**
 * What is wrong with a key that a kind does not know, and what was probably meant.
 * @param schema that of the map which holds the key
 * @param root that of the whole object: a field may belong elsewhere in it
 */
export function unknownFieldMessage(
  kind: string,
  path: YamlPath,
  key: string,
  schema: JsonSchema,
  root: JsonSchema,
): string {
  const full = pathText([...path, key])
  return `${kind} has no field \`${full}\`: kubectl refuses it, other tools drop it silently. ${suggestion(key, schema, root)}`
}

/** The field of a map that a wrong key most likely stands for. */
export function meantField(key: string, schema: JsonSchema): string | undefined {
  const known = Object.keys(schema.properties ?? {})
  const other = Object.hasOwn(OTHER_WORDS, key) ? OTHER_WORDS[key] : undefined
  return other !== undefined && known.includes(other) ? other : closestName(key, known)
}

function suggestion(key: string, schema: JsonSchema, root: JsonSchema): string {
  const meant = meantField(key, schema)
  if (meant !== undefined) return `Did you mean \`${meant}\`?`
  const place = placeOfField(root, key)
  if (place !== undefined) return `The field \`${key}\` belongs in \`${place}\`.`
  const known = Object.keys(schema.properties ?? {})
  if (known.length === 0 || known.length > LISTED) return 'Remove it, or check its name and its indentation.'
  return `The fields here are ${known.map((name) => `\`${name}\``).join(', ')}.`
}

/** The map nearest to the root that has a field of this name, as people write it: `spec.egress[]`. */
function placeOfField(root: JsonSchema, field: string): string | undefined {
  let level: readonly { readonly at: string; readonly schema: JsonSchema }[] = [{ at: '', schema: root }]
  while (level.length > 0) {
    const next: { at: string; schema: JsonSchema }[] = []
    for (const { at, schema } of level) {
      for (const [name, child] of Object.entries(schema.properties ?? {})) {
        if (name === field && at !== '') return at
        const path = at === '' ? name : `${at}.${name}`
        next.push(child.items ? { at: `${path}[]`, schema: child.items } : { at: path, schema: child })
      }
    }
    level = next
  }
  return undefined
}
