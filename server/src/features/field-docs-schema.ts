import { schemaOf } from '../schema/check-structure'
import type { JsonSchema } from '../schema/validator'
import { fieldDoc, fieldDocumentation } from './field-docs'

/**
 * The JSON Schema of a kind with our documentation at every field, for editors and for `istio-egress schema KIND`;
 * undefined for a kind without one.
 */
export function documentedSchema(kind: string): JsonSchema | undefined {
  const schema = schemaOf(kind)
  return schema && documented(kind, schema, [])
}

function documented(kind: string, schema: JsonSchema, path: readonly (string | number)[]): JsonSchema {
  const doc = path.length > 0 ? fieldDoc(kind, path)?.doc : undefined
  const texts = doc ? { description: plainText(doc.text), markdownDescription: fieldDocumentation(kind, path) } : {}
  const children = schema.properties && { properties: documentedChildren(kind, schema.properties, path) }
  // The items of a list have no words of their own, their fields do.
  const items = schema.items && { items: { ...schema.items, ...documentedItems(kind, schema.items, path) } }
  return { ...schema, ...texts, ...children, ...items }
}

function documentedChildren(
  kind: string,
  properties: Readonly<Record<string, JsonSchema>>,
  path: readonly (string | number)[],
): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, child]) => [name, documented(kind, child, [...path, name])]),
  )
}

function documentedItems(kind: string, items: JsonSchema, path: readonly (string | number)[]): JsonSchema {
  return items.properties ? { properties: documentedChildren(kind, items.properties, [...path, 0]) } : {}
}

function plainText(markdown: string): string {
  return markdown.replaceAll('`', '')
}
