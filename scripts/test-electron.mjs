// npm run vscode:test: the suite of `npm test` in a desktop VS Code, which @vscode/test-electron downloads (a network and a display are needed).
import { runTests } from '@vscode/test-electron'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'
import { bundleSuite, makeWorkspace } from './lib/vscode-suite.mjs'

ensureInstalled()
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(2)
const workspace = makeWorkspace()
try {
  process.exitCode = await runTests({
    version: process.env.VSCODE_VERSION ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: await bundleSuite('node'),
    launchArgs: [workspace.file, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  })
} catch (error) {
  console.error(`The suite did not pass, or VS Code could not be downloaded or shown: ${error.message}`)
  process.exitCode = 1
} finally {
  workspace.remove()
}
