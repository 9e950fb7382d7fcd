// npm run bench [-- NAME…] [-- --format json]: each row measures both sides in one run and prints their ratio.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { index } from './index-row.mjs'
import { keystroke } from './keystroke-row.mjs'
import { verdict } from './verdict-row.mjs'

const rows = { index, keystroke, verdict }
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

const { values, positionals } = parseArgs({
  options: { format: { type: 'string', default: 'text' }, rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
})
const unknown = positionals.filter((name) => !Object.hasOwn(rows, name))
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(', ')}. Known: ${Object.keys(rows).join(', ')}.`)
  process.exit(2)
}
const command = join(root, 'dist/istio-egress.js')
if (!existsSync(command)) {
  console.error('dist/ is missing. Run npm run build first.')
  process.exit(2)
}

/** A generated workspace of so many files, made once, with the list of what must be found in it. */
function workspace(files) {
  const folder = join(root, '.cache/bench', `w${files}`)
  const manifest = `${folder}.json`
  if (!existsSync(manifest)) {
    mkdirSync(dirname(folder), { recursive: true })
    const args = [join(root, 'test/bench/gen.mjs'), '--out', folder, '--files', String(files), '--manifest', manifest]
    const made = spawnSync(process.execPath, args, { encoding: 'utf8' })
    if (made.status !== 0) throw new Error(`The workspace could not be generated: ${made.stderr}`)
  }
  return { folder, manifest }
}

const results = []
for (const name of positionals.length > 0 ? positionals : Object.keys(rows)) {
  results.push(...(await rows[name]({ command, workspace, rounds: Number(values.rounds) })))
}
if (values.format === 'json') console.log(JSON.stringify(results, null, 2))
else {
  for (const { what, ours, against, other, unit, ratio } of results) {
    console.log(
      `${what}: ${ours.toFixed(1)} ${unit}; ${against}: ${other.toFixed(1)} ${unit}; ratio ${ratio.toFixed(2)}`,
    )
  }
}
