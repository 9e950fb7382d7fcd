import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileStem, SCHEMA_KINDS } from './schema-kinds.mjs'
import { validatorCode } from './schema-validators.mjs'

const MADE_BY = 'Made by "npm run generate"; do not edit.'

/** The validators of all kinds and the list of them: `{ path, text }`, paths relative to `root`. */
export async function structureFiles(root) {
  const files = []
  for (const kind of SCHEMA_KINDS) {
    const schema = JSON.parse(readFileSync(join(root, `schemas/generated/${fileStem(kind)}.schema.json`), 'utf8'))
    files.push(...(await validatorFiles(fileStem(kind), schema)))
  }
  const imports = SCHEMA_KINDS.map(
    (kind) => `import { createValidator as ${kind} } from './${fileStem(kind)}.validator.mjs'\n`,
  )
  const types = "import type { Validator } from '../../server/src/schema/validator'\n"
  const list = SCHEMA_KINDS.map((kind) => `  readonly ${kind}: () => Validator\n`)
  files.push({
    path: 'schemas/generated/validators.mjs',
    text: `// ${MADE_BY}\n${imports.join('')}\nexport const validators = { ${SCHEMA_KINDS.join(', ')} }\n`,
  })
  files.push({
    path: 'schemas/generated/validators.d.mts',
    text: `// ${MADE_BY}\n${types}\nexport declare const validators: {\n${list.join('')}}\n`,
  })
  return files
}

/** A validator and its types. */
export async function validatorFiles(stem, schema) {
  const types = "import type { Validator } from '../../server/src/schema/validator'\n"
  return [
    { path: `schemas/generated/${stem}.validator.mjs`, text: await validatorCode(schema, MADE_BY) },
    {
      path: `schemas/generated/${stem}.validator.d.mts`,
      text: `// ${MADE_BY}\n${types}\nexport declare function createValidator(): Validator\n`,
    },
  ]
}
