import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import esbuild from 'esbuild'
import { root } from './root.mjs'

/** The folders that the suite works on, by the name that it knows them by. */
const folders = {
  'online-shop': 'examples/online-shop',
  'own-example': 'test/extension/workspaces/own-example',
}

/** Bundles the suite for an extension host; gives the file. `platform` is `node` or `browser`. */
export async function bundleSuite(platform) {
  const outfile = join(root, 'test-results', `vscode-suite.${platform}.js`)
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['test/extension/suite/index.ts'],
    bundle: true,
    platform,
    format: 'cjs',
    external: ['vscode'],
    outfile,
    logLevel: 'warning',
  })
  return outfile
}

/** A copy of the folders, which a test may change, as one workspace: its file, and `remove()`. */
export function makeWorkspace() {
  const home = mkdtempSync(join(tmpdir(), 'istio-egress-workspace-'))
  for (const [name, source] of Object.entries(folders)) {
    if (!existsSync(join(root, source))) throw new Error(`There is no ${source}.`)
    mkdirSync(join(home, name))
    cpSync(join(root, source), join(home, name), { recursive: true })
  }
  const file = join(home, 'tests.code-workspace')
  writeFileSync(file, JSON.stringify({ folders: Object.keys(folders).map((path) => ({ path })), settings: {} }))
  return { file, folder: home, remove: () => rmSync(home, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The suite's results among the lines that an extension host prints: `{ name, error }`. */
export function resultsIn(output) {
  return [...output.matchAll(/\[vscode\] (ok|not ok) ([^\n]*)/g)].map(([, outcome, text]) => {
    const [name, error] = outcome === 'ok' ? [text] : text.split(' :: ', 2)
    return error === undefined ? { name } : { name, error: error.replaceAll(' | ', '\n') }
  })
}
