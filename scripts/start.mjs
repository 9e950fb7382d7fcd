// npm start [-- FOLDER]: from a fresh clone to the main job, on the example or on a folder of yours.
import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'

const folder = resolve(process.env.INIT_CWD ?? root, process.argv[2] ?? join(root, 'examples/online-shop'))
const shown = relative(root, folder) || '.'
if (!existsSync(folder)) {
  console.error(`There is no ${shown}. Name a folder with Kubernetes manifests: npm start -- FOLDER`)
  process.exit(2)
}

ensureInstalled()
const quiet = { stdio: ['ignore', 'ignore', 'inherit'] }
if (run(process.execPath, ['scripts/build.mjs'], quiet) !== 0) {
  console.error('The build failed, see above.')
  process.exit(2)
}

/** Runs the command as a person would type it, and says which that is. */
function show(title, ...args) {
  console.log(`\n${title}\n  $ node dist/istio-egress.js ${args.join(' ')}\n`)
  return run(process.execPath, ['dist/istio-egress.js', ...args])
}

const failed =
  show(`What the mesh of ${shown} blocks, and why:`, 'check', shown, '--fail-on', 'never') ||
  show('The ServiceEntries that would open what is blocked:', 'generate', shown)
console.log(
  failed
    ? '\nThe command could not answer, see above.'
    : '\nNext: `npm run vscode` shows the same in the editor, `npm start -- FOLDER` checks a folder of yours.',
)
process.exitCode = failed ? 2 : 0
