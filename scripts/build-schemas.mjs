/**
 * `npm run schemas`: makes schemas/generated/KIND.schema.json from the CRDs of Istio's API at the pinned version, which
 * Go's module proxy serves, then everything that follows from them. Istio's texts stay behind: our own are in schemas/docs.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import { schemaFromCrd } from './schema-from-crd.mjs'
import { fileStem, ISTIO_API_VERSION, SCHEMA_KINDS } from './schema-kinds.mjs'

const generated = join(import.meta.dirname, '../schemas/generated')
const crds = readCrds(moduleFolder())
mkdirSync(generated, { recursive: true })
for (const kind of SCHEMA_KINDS) {
  const crd = crds.get(kind)
  if (!crd) throw new Error(`istio.io/api ${ISTIO_API_VERSION} has no kind ${kind}: check scripts/schema-kinds.mjs.`)
  const file = join(generated, `${fileStem(kind)}.schema.json`)
  writeFileSync(file, `${JSON.stringify(schemaFromCrd(crd), null, 2)}\n`)
  console.log(`${kind}: ${file}`)
}
await import('./schema-generate.mjs')

function moduleFolder() {
  const wanted = `istio.io/api@${ISTIO_API_VERSION}`
  try {
    // Outside this folder, so that no go.mod is looked for or written.
    const answer = execFileSync('go', ['mod', 'download', '-json', wanted], { cwd: tmpdir(), encoding: 'utf8' })
    return JSON.parse(answer).Dir
  } catch (error) {
    console.error(`Cannot fetch ${wanted}: is Go installed, and can it reach a module proxy? (${error.message})`)
    process.exit(1)
  }
}

function readCrds(folder) {
  const text = readFileSync(join(folder, 'kubernetes/customresourcedefinitions.gen.yaml'), 'utf8')
  const documents = parseAllDocuments(text).map((document) => document.toJS())
  return new Map(documents.filter((crd) => crd?.spec?.names).map((crd) => [crd.spec.names.kind, crd]))
}
