// The language server in a real, headless Neovim: finding, hover, code action applied and saved, clean exit.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/lib/root.mjs'
import { capture } from '../../scripts/lib/run.mjs'

const probe = join(root, 'test/editors/probe.lua')
const code = 'not-exported'

/** Runs the probe on a copy of the workspace; gives the results, `{ name, error }` each. */
export async function runInNeovim() {
  const workspace = mkdtempSync(join(tmpdir(), 'istio-egress-neovim-'))
  try {
    cpSync(join(root, 'test/extension/workspaces/own-example'), workspace, { recursive: true })
    const { output } = await capture('nvim', ['--headless', '--clean', '-S', probe], {
      cwd: workspace,
      timeout: 60_000,
      env: {
        ...process.env,
        PROBE_FILE: 'app.yaml',
        PROBE_NODE: process.execPath,
        PROBE_COMMAND: join(root, 'dist/istio-egress.js'),
        PROBE_CODE: code,
      },
    })
    return judge(eventsIn(output), output)
  } finally {
    rmSync(workspace, { recursive: true, force: true })
  }
}

function eventsIn(output) {
  const events = new Map()
  for (const line of output.split('\n').filter((text) => text.startsWith('{'))) {
    const { event, value } = JSON.parse(line)
    events.set(event, value)
  }
  return events
}

function judge(events, output) {
  const test = (name, holds) => (holds ? { name } : { name, error: `Neovim said:\n${output.slice(-3000)}` })
  const finding = [...(events.get('findings') ?? [])].find((one) => one.code === code)
  const after = events.get('after')
  const exit = events.get('exit')
  return [
    test('Neovim shows the finding at the host', finding?.line === 17 && finding.character === 21),
    test(
      'Neovim shows a hover that names the host',
      JSON.stringify(events.get('hover') ?? '').includes('db.example.com'),
    ),
    test(
      'Neovim applies the first code action, and the finding goes',
      after !== undefined && !Object.values(after).includes(code),
    ),
    test('the server ends when Neovim does', exit?.code === 0 && exit.signal === 0),
  ]
}
