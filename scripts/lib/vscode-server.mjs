import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { vscode } from './vscode-cache.mjs'

/** No questions, no network, no help: what stands between a test and the editor. */
const settings = {
  'security.workspace.trust.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.autoSave': 'off',
}

/**
 * Starts VS Code's server on a free port of this machine, with a home of its own that goes with it.
 * Gives its port, `logs()` (what its processes wrote) and `end()`.
 */
export async function startVsCodeServer({ flags = [] } = {}) {
  const home = mkdtempSync(join(tmpdir(), 'istio-egress-vscode-'))
  const data = join(home, 'server')
  mkdirSync(join(data, 'data/User'), { recursive: true })
  writeFileSync(join(data, 'data/User/settings.json'), JSON.stringify(settings))
  const server = spawn(
    vscode.node,
    [
      vscode.server,
      '--accept-server-license-terms',
      '--without-connection-token',
      ...['--host', '127.0.0.1', '--port', '0'],
      ...['--server-data-dir', data, '--telemetry-level', 'off', '--disable-workspace-trust'],
      ...flags,
    ],
    { detached: true, env: { ...cleanEnvironment(), HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const end = async () => {
    await endGroup(server)
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  try {
    return { port: await listeningPort(server), logs: () => logsIn(join(data, 'data/logs')), end }
  } catch (error) {
    await end()
    throw error
  }
}

/** Variables of an editor that this may have been started from would confuse the new one. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_PATH$)/.test(name)),
  )
}

function listeningPort(server) {
  return new Promise((settle, fail) => {
    let said = ''
    const hear = (bytes) => {
      said += bytes
      const port = /agent listening on (\d+)/.exec(said)?.[1]
      if (port) settle(Number(port))
    }
    server.stdout.on('data', hear)
    server.stderr.on('data', hear)
    server.on('error', fail)
    server.on('exit', (code) => fail(new Error(`VS Code's server ended with ${code}:\n${said.slice(-2000)}`)))
  })
}

function logsIn(folder) {
  try {
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.log'))
    return files.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  } catch {
    return []
  }
}

/** Ends the server and the processes that it started (its own group), by force where it does not listen. */
async function endGroup(server) {
  const signal = (name) => {
    try {
      process.kill(-server.pid, name)
      return true
    } catch {
      return false
    }
  }
  if (!server.pid || !signal('SIGTERM')) return
  for (let wait = 0; wait < 50 && signal(0); wait++) await sleep(100)
  signal('SIGKILL')
}
