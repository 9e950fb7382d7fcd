import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './root.mjs'
import { findProgram } from './run.mjs'

/** Pinned, so that every machine tests in the same VS Code (4.139.1 holds VS Code 1.139.1). */
export const versions = { codeServer: '4.139.1', node: '24.21.0' }

/** Where VS Code's server and its Node are kept: an ignored folder, or one that the machine shares. */
export const cache = resolve(process.env.ISTIO_EGRESS_VSCODE ?? join(root, '.cache/vscode'))

const nodeFolder = join(cache, 'tools/node_modules', `node-linux-${process.arch}`)

/** The parts of a prepared VS Code. */
export const vscode = {
  node: join(nodeFolder, 'bin/node'),
  nodeFolder,
  folder: join(cache, 'code-server/lib/vscode'),
  server: join(cache, 'code-server/lib/vscode/out/server-main.js'),
  product: join(cache, 'code-server/lib/vscode/product.json'),
  /** Without this native module VS Code starts no extension host. */
  watchdog: join(cache, 'code-server/lib/vscode/node_modules/@vscode/native-watchdog/build/Release/watchdog.node'),
}

/** Whether everything that a run needs is there. */
export function vscodeIsReady() {
  return [vscode.node, vscode.server, vscode.watchdog].every((file) => existsSync(file))
}

export function vscodeVersion() {
  return JSON.parse(readFileSync(vscode.product, 'utf8')).version
}

/** The browser that shows VS Code's page. */
export function findChromium() {
  return process.env.CHROMIUM ?? findProgram('chromium', 'chromium-browser', 'google-chrome', 'chrome')
}

/** The Debian packages that preparing or running VS Code lacks here. */
export function missingDebianPackages() {
  const builders = vscodeIsReady() ? [] : ['g++', 'make', 'python3'].filter((name) => !findProgram(name))
  return findChromium() ? builders : ['chromium', ...builders]
}
