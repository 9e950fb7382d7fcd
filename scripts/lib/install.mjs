import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  } catch {
    return {}
  }
}

/** What package-lock.json asks for and node_modules lacks. Packages for other platforms do not count. */
function missingPackages() {
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const there = packagesOf(join(root, 'node_modules/.package-lock.json'))
  return Object.keys(wanted).filter(
    (path) =>
      path !== '' &&
      !wanted[path].optional &&
      !wanted[path].devOptional &&
      there[path]?.version !== wanted[path].version,
  )
}

/** Runs `npm ci` where something is missing. Ends the process, saying what to do, where that fails. */
export function ensureInstalled() {
  const missing = missingPackages()
  if (missing.length === 0) return
  console.error(`Installing ${missing.length} missing packages (npm ci) …`)
  const code = run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: ['ignore', process.stderr, process.stderr],
    // `npm test --silent` would make npm ci say nothing of what went wrong either.
    env: { ...process.env, npm_config_loglevel: 'warn' },
  })
  if (code === 0) return
  console.error(
    'npm ci failed, see above. It needs the npm registry that your npm is configured for; then run this again.',
  )
  process.exit(2)
}
