import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'

/** The field documentation of schemas/docs as one module of data: `{ path, text }`, paths relative to `root`. */
export function docsFiles(root) {
  const folder = join(root, 'schemas/docs')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
  const kinds = sources.map((name) => [
    basename(name, '.yaml'),
    readKind(readFileSync(join(folder, name), 'utf8'), name),
  ])
  // As JSON in a text: it costs nothing until somebody asks, and less than a literal then.
  const json = JSON.stringify(JSON.stringify(Object.fromEntries(kinds)))
  const head = '// Made by "npm run generate" from schemas/docs; do not edit.'
  return [
    {
      path: 'schemas/generated/field-docs.mjs',
      text: `${head}\nexport function createFieldDocs() {\n  return JSON.parse(${json})\n}\n`,
    },
    {
      path: 'schemas/generated/field-docs.d.mts',
      text: `${head}\nimport type { FieldDocs } from '../../server/src/features/field-docs'\n\nexport declare function createFieldDocs(): FieldDocs\n`,
    },
  ]
}

function readKind(text, name) {
  const { $same = {}, ...fields } = parse(text)
  const result = { ...fields }
  for (const [path, model] of Object.entries($same)) {
    const covered = Object.keys(fields).filter((field) => field === model || field.startsWith(`${model}.`))
    if (covered.length === 0) throw new Error(`${name}: "$same" names ${model}, which has no documentation.`)
    for (const field of covered) result[path + field.slice(model.length)] ??= fields[field]
  }
  return Object.fromEntries(Object.entries(result).map(([path, doc]) => [path, withEgress(result, path, doc)]))
}

/** A field without words about egress takes those of the nearest field above it. */
function withEgress(fields, path, doc) {
  let above = path
  while (doc.egress === undefined && above.includes('.')) {
    above = above.slice(0, above.lastIndexOf('.')).replace(/\[\]$/, '')
    const egress = fields[above]?.egress
    if (egress !== undefined) return { ...doc, egress }
  }
  return doc
}
