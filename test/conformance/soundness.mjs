// npm run conformance:soundness [-- --only NAME --verbose]: carries out the fix of every troubled call of the scenarios on a
// copy of its workspace and asks our engine and Istio's own code again. Prints the counts and each failure; exit code 1 if a
// fix does not open its call, makes an object that istiod objects to, or harms another call.
// ORACLE_BIN names a built oracle; without it, it is built from test/conformance/oracle.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import esbuild from 'esbuild'
import { root } from '../../scripts/lib/root.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { buildOracle } from './build-oracle.mjs'

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, verbose: { type: 'boolean', default: false } },
})
const cache = join(root, '.cache/conformance')
const oracle = process.env.ORACLE_BIN ?? buildOracle()
const program = join(cache, 'soundness.cjs')
await esbuild.build({
  entryPoints: [join(root, 'test/conformance/soundness/main.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  logLevel: 'error',
  mainFields: ['module', 'main'],
})
process.exitCode = run(process.execPath, [
  program,
  ...['--oracle', oracle],
  ...['--scenarios', join(root, 'test/conformance/scenarios')],
  ...['--folder', join(cache, 'soundness')],
  ...['--only', values.only],
  ...(values.verbose ? ['--verbose'] : []),
])
