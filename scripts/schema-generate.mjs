/**
 * `npm run generate`: writes every file that follows from the schemas, the field documentation and the table of
 * settings. With `--check` nothing is written; the exit code is 1 if a file is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { settingsFiles } from './schema-settings-files.mjs'
import { structureFiles } from './schema-structure-files.mjs'

const root = join(import.meta.dirname, '..')
const isCheck = process.argv.includes('--check')
const files = [...(await structureFiles(root)), ...(await settingsFiles(root))]
const stale = files.filter(
  ({ path, text }) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text,
)

if (isCheck && stale.length > 0) {
  console.error(
    `Stale: ${stale.map((file) => file.path).join(', ')}. Run "npm run generate" and commit what it writes.`,
  )
  process.exitCode = 1
} else {
  for (const { path, text } of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    console.log(`wrote ${path}`)
  }
}
