import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { root } from './root.mjs'
import { findChromium } from './vscode-cache.mjs'
import { startVsCodeServer } from './vscode-server.mjs'
import { bundleSuite, makeWorkspace, resultsIn } from './vscode-suite.mjs'
import { startWebHostProxy } from './vscode-web-host.mjs'

const browserFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  // Nothing but this machine: a test that asks the net fails at once, here as everywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/**
 * Runs the suite in VS Code's server build, whose page a headless browser shows: with `host` `node` the extension runs
 * as on the desktop, with `browser` in the page's web worker, as on vscode.dev.
 * Gives the results; where VS Code itself fails, one result with the reason.
 */
export async function runSuiteInServer({ host = 'node', timeout = 120_000 } = {}) {
  const suite = await bundleSuite(host)
  const workspace = makeWorkspace()
  const server = await startVsCodeServer({ flags: ['--enable-smoke-test-driver'] })
  const proxy = host === 'browser' ? await startWebHostProxy(server.port, suite) : undefined
  const browser = await chromium.launch({ executablePath: findChromium(), args: browserFlags })
  try {
    const page = await browser.newPage()
    const output = []
    const ended = new Promise((settle) => page.exposeFunction('codeAutomationExit', settle))
    await page.exposeFunction('codeAutomationLog', (_type, args) => output.push(args.map(String).join(' ')))
    page.on('pageerror', (error) => output.push(`page error: ${error.message}`))
    const payload = proxy ? [] : developmentPaths(server.port, suite)
    await page.goto(pageAddress(proxy?.port ?? server.port, workspace.file, payload))
    const code = await Promise.race([ended, sleep(timeout, 'timeout', { ref: false })])
    return judge(code, output, server)
  } finally {
    await browser.close()
    await proxy?.close()
    await server.end()
    workspace.remove()
  }
}

/** An end with 0 needs results, another end a failed one: else VS Code itself is what failed. */
function judge(code, output, server) {
  const results = resultsIn(output.join('\n'))
  if (code === 0 && results.length > 0) return results
  if (code !== 'timeout' && results.some(({ error }) => error)) return results
  const why = code === 'timeout' ? 'it did not end in time' : `it ended with ${code}`
  return [...results, { name: 'VS Code runs the suite', error: `${why}\n${tail(output, server)}` }]
}

function developmentPaths(port, suite) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`
  return [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(suite)],
  ]
}

function pageAddress(port, workspace, payload) {
  const options = JSON.stringify([...payload, ['skipWelcome', 'true']])
  return `http://127.0.0.1:${port}/?workspace=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(options)}`
}

/** What helps to find out why VS Code itself failed: the page's last words, and what our extension and its host logged. */
function tail(output, server) {
  const said = output.filter((line) => !line.startsWith('[vscode]')).slice(-5)
  const logs = server.logs().filter(({ name }) => /remoteexthost|Istio Egress/.test(name))
  return [
    ...said.map((line) => line.slice(0, 400)),
    ...logs.map(({ name, text }) => `${name}:\n${text.slice(-1500)}`),
  ].join('\n')
}
