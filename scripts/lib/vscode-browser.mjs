import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { root } from './root.mjs'
import { findChromium } from './vscode-cache.mjs'
import { startVsCodeServer } from './vscode-server.mjs'
import { bundleSuite, makeWorkspace, resultsIn } from './vscode-suite.mjs'

const browserFlags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
  // Nothing but this machine: a test that asks the net fails at once, here as everywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** A headless browser; ended by `browser.close()`. */
function startBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: browserFlags })
}

/**
 * Runs the suite in VS Code's server build, whose page a headless browser shows.
 * Gives the results; where VS Code itself fails, one result with the reason.
 */
export async function runSuiteInServer({ timeout = 120_000 } = {}) {
  const suite = await bundleSuite('node')
  const workspace = makeWorkspace()
  const server = await startVsCodeServer({ flags: ['--enable-smoke-test-driver'] })
  const browser = await startBrowser()
  try {
    const page = await browser.newPage()
    const output = []
    const ended = new Promise((settle) => page.exposeFunction('codeAutomationExit', settle))
    await page.exposeFunction('codeAutomationLog', (_type, args) => output.push(args.map(String).join(' ')))
    await page.goto(pageAddress(server.port, workspace.file, root, suite))
    const code = await Promise.race([ended, sleep(timeout, 'timeout', { ref: false })])
    const results = resultsIn(output.join('\n'))
    if (code === 0 && results.length > 0) return results
    if (code !== 'timeout' && results.some(({ error }) => error)) return results
    const why = code === 'timeout' ? `nothing more was heard in ${timeout / 1000} s` : `it ended with ${code}`
    return [...results, { name: 'VS Code runs the suite', error: `${why}\n${tail(output, server)}` }]
  } finally {
    await browser.close()
    await server.end()
    workspace.remove()
  }
}

function pageAddress(port, workspace, extension, suite) {
  const remote = (path) => `vscode-remote://127.0.0.1:${port}${path}`
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ]
  return `http://127.0.0.1:${port}/?workspace=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(JSON.stringify(payload))}`
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
