// npm run conformance:fuzz [-- --seed N --calls N]: random meshes, asked of Istio's own code and of our engine. Prints one
// table and each difference; exit code 1 if the engine answers otherwise without saying that the answer is ambiguous.

import { join } from 'node:path'
import esbuild from 'esbuild'
import { root } from '../../scripts/lib/root.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { buildOracle } from './build-oracle.mjs'

const cache = join(root, '.cache/conformance')
const oracle = buildOracle()
const program = join(cache, 'fuzz.cjs')
await esbuild.build({
  entryPoints: [join(root, 'test/conformance/fuzz/main.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  logLevel: 'error',
  mainFields: ['module', 'main'],
})
const folder = join(cache, 'fuzz')
process.exitCode = run(process.execPath, [program, '--oracle', oracle, '--folder', folder, ...process.argv.slice(2)])
