/**
 * `npm run generate`: writes every file that follows from the schemas, the field documentation, the table of settings
 * and the list of rules. With `--check` nothing is written; the exit code is 1 if a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { docsFiles } from './schema-docs-files.mjs'
import { settingsFiles } from './schema-settings-files.mjs'
import { structureFiles } from './schema-structure-files.mjs'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')

// One after the other, so that a rule or setting that does not compile leaves the rest fresh.
for (const filesOf of [structureFiles, docsFiles, settingsFiles]) {
  for (const { path, text } of await filesOf(root)) {
    const file = join(root, path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    if (isCheck) {
      console.error(`${path} is stale. Run "npm run generate" and commit what it writes.`)
      process.exitCode = 1
    } else {
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
      console.log(`wrote ${path}`)
    }
  }
}
