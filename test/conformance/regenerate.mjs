// npm run conformance:regenerate [-- --check] [-- FOLDER…]: writes expected.json and INDEX.md of every scenario as Istio's
// own code answers (revision eed52ebb66ad of 27 August 2026); --check compares only and exits 1 on a difference.

import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/lib/root.mjs'
import { run } from '../../scripts/lib/run.mjs'
import { buildOracle } from './build-oracle.mjs'
import { writeIndex } from './write-index.mjs'

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const all = join(root, 'test/conformance/scenarios')
const folders = positionals.length > 0 ? positionals : [all]
process.exitCode = run(buildOracle(), ['regen', ...(values.check ? ['-check'] : []), ...folders])
if (!values.check) writeIndex(all)
