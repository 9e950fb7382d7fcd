import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/lib/root.mjs'
import { findProgram, run } from '../../scripts/lib/run.mjs'

/** Where it is built: a folder that git ignores. */
const program = join(root, '.cache/conformance', process.platform === 'win32' ? 'egress-oracle.exe' : 'egress-oracle')

/**
 * Builds the program that asks Istio's own code (istio.io/istio at revision eed52ebb66ad of 27 August 2026, see
 * oracle/go.mod) and gives its path. Ends this process, saying why, where it cannot be built.
 */
export function buildOracle() {
  if (!findProgram('go')) {
    console.error('Go is needed to ask Istio: install Go 1.26 or newer (https://go.dev/dl) and run this again.')
    process.exit(2)
  }
  mkdirSync(join(root, '.cache/conformance'), { recursive: true })
  if (!existsSync(program)) console.log('Building the oracle; the first time this takes some minutes.')
  const code = run('go', ['build', '-buildvcs=false', '-o', program, '.'], {
    cwd: join(root, 'test/conformance/oracle'),
  })
  if (code === 0) return program
  console.error('The oracle could not be built: see above.')
  process.exit(2)
}
