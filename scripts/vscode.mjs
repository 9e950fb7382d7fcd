// npm run vscode [-- FOLDER]: a real VS Code with the extension, on the example or on a folder of yours.
// The desktop's `code` where there is one; else VS Code's server build, shown by a browser.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { findProgram, run } from './lib/run.mjs'
import { vscodeIsReady } from './lib/vscode-cache.mjs'
import { startVsCodeServer } from './lib/vscode-server.mjs'

ensureInstalled()
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(2)

const given = process.argv[2]
/** A copy, since people try the fixes on it. */
const temporary = given ? undefined : mkdtempSync(join(tmpdir(), 'istio-egress-'))
const folder = given ? resolve(process.env.INIT_CWD ?? root, given) : join(temporary, 'online-shop')
if (!given) cpSync(join(root, 'examples/online-shop'), folder, { recursive: true })

const code = findProgram('code', 'codium')
if (code) {
  console.log(`Opening ${folder} in ${code} …`)
  process.exitCode = run(code, ['--new-window', `--extensionDevelopmentPath=${root}`, folder])
} else {
  await openInBrowser()
}

async function openInBrowser() {
  if (!vscodeIsReady() && run(process.execPath, ['scripts/setup-vscode.mjs']) !== 0) process.exit(1)
  const extensions = mkdtempSync(join(tmpdir(), 'istio-egress-extensions-'))
  mkdirSync(extensions, { recursive: true })
  symlinkSync(realpathSync(root), join(extensions, 'istio-egress.istio-egress'))
  const server = await startVsCodeServer({ flags: ['--extensions-dir', extensions] })
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(folder)}`
  console.log(`VS Code with Istio Egress runs at\n  ${address}\nOpen it in a browser. Ctrl+C ends it.`)
  const opener = findProgram('xdg-open', 'open')
  if (opener && process.env.DISPLAY) spawn(opener, [address], { detached: true, stdio: 'ignore' }).unref()
  await new Promise((settle) => {
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, settle)
  })
  await server.end()
  rmSync(extensions, { recursive: true, force: true })
  if (temporary) rmSync(temporary, { recursive: true, force: true })
}
