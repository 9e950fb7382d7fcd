import Ajv from 'ajv'
import standaloneCode from 'ajv/dist/standalone/index.js'
import { build } from 'esbuild'

/**
 * Code that validates by one JSON Schema, in ajv's standalone form: an ES module whose `createValidator` gives
 * `{ validate, schema }`. All stands inside that function, so that loading the module costs next to nothing.
 * What ajv needs at run time is bundled in; its compiler is not, and nothing is evaluated from text.
 */
export async function validatorCode(schema, comment) {
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true, lines: true },
  })
  ajv.addVocabulary(['patternErrorMessage'])
  const code = standaloneCode(ajv, ajv.compile(schema))
  const { outputFiles } = await build({
    stdin: { contents: `${code}\nexport const schema = ${JSON.stringify(schema)}\n`, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'validator',
    target: 'es2022',
    platform: 'neutral',
    legalComments: 'none',
    logLevel: 'error',
  })
  // ajv's helper carries the text of its own import for ajv's compiler; nothing here reads it.
  const bundled = outputFiles[0].text.replace(/^ *ucs2length\.code = .*\n/m, '')
  const body = bundled.replaceAll(/^/gm, '  ').trimEnd()
  return `// ${comment}\nexport function createValidator() {\n${body}\n  return validator\n}\n`
}
