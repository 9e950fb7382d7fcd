// npm test [-- --no-editors]: every test there is. The last line is `N passed, N failed`; exit code 0 only if all passed.
// Under CI=true a part that cannot run on this machine counts as failed; elsewhere it says in one line what would help.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { bin, capture, findProgram, run } from './lib/run.mjs'
import { missingDebianPackages, vscodeIsReady } from './lib/vscode-cache.mjs'

const { values: options } = parseArgs({ options: { 'no-editors': { type: 'boolean', default: false } } })
const isCi = process.env.CI === 'true'
const folder = join(root, 'test-results')

/** A tool that is content or not: one result. */
const tool = (name, ...commands) => ({
  name,
  run: async () => {
    for (const [command, ...args] of commands) {
      const { code, output } = await capture(command, args)
      if (code !== 0) return [{ name, error: output.trim() }]
    }
    return [{ name }]
  },
})

const node = process.execPath
const tsc = bin('typescript/bin/tsc')

const parts = [
  tool('types', [node, tsc, '-p', 'tsconfig.json'], [node, tsc, '-p', 'server/tsconfig.core.json']),
  tool('lint', [node, bin('@biomejs/biome/bin/biome'), 'check']),
  tool('nothing unused', [node, bin('knip/bin/knip.js'), '--no-progress']),
  tool('build', [node, 'scripts/build.mjs']),
  { name: 'unit, conformance and protocol tests', run: runVitest },
]
const editors = [
  { name: 'VS Code', cannotRun: vscodeCannotRun, run: runVsCode },
  { name: 'Neovim', cannotRun: neovimCannotRun, run: runNeovim },
]

/** vitest prints as it goes; its JSON report is what counts. */
async function runVitest() {
  const report = join(folder, 'vitest.json')
  const code = run(node, [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  if (!existsSync(report)) return [{ name: 'vitest', error: `it ended with ${code} and wrote no report` }]
  const results = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap(resultsOfFile)
  const isBad = results.some(({ error }) => error !== undefined)
  return code === 0 || isBad ? results : [...results, { name: 'vitest', error: `it ended with ${code}, see above` }]
}

function resultsOfFile({ name, status, message, assertionResults }) {
  const file = relative(root, name)
  if (status === 'failed' && !assertionResults.some((one) => one.status === 'failed')) {
    return [...passed(assertionResults, file), { name: file, error: message }]
  }
  return passed(assertionResults, file)
}

/** Skipped tests are none; of the others each counts. */
function passed(assertions, file) {
  return assertions
    .filter(({ status }) => status === 'passed' || status === 'failed')
    .map(({ status, fullName, failureMessages }) =>
      status === 'passed'
        ? { name: `${file} ${fullName}` }
        : { name: `${file} ${fullName}`, error: failureMessages.join('\n') },
    )
}

/** On Linux VS Code is prepared when it is missing, as packages are; what only a system's package manager can bring is asked for. */
function vscodeCannotRun() {
  if (process.platform !== 'linux') return 'it is prepared on Linux only; `npm run vscode:test` uses a desktop VS Code'
  const missing = missingDebianPackages()
  return missing.length > 0
    ? `${missing.join(', ')} missing; \`apt-get install ${missing.join(' ')}\` helps`
    : undefined
}

async function runVsCode() {
  if (!vscodeIsReady() && run(node, ['scripts/setup-vscode.mjs']) !== 0) {
    return [{ name: 'VS Code is prepared', error: 'see above' }]
  }
  const { runSuiteInServer } = await import('./lib/vscode-browser.mjs')
  const { grammarResults } = await import('../test/extension/grammar.mjs')
  const inHost = async (host, title) =>
    (await runSuiteInServer({ host })).map((result) => ({ ...result, name: `${title}: ${result.name}` }))
  return [
    ...(await grammarResults()),
    ...(await inHost('node', 'VS Code')),
    ...(await inHost('browser', 'VS Code in the browser')),
  ]
}

function neovimCannotRun() {
  return findProgram('nvim') ? undefined : 'nvim missing; `apt-get install neovim` helps'
}

async function runNeovim() {
  const { runInNeovim } = await import('../test/editors/neovim.mjs')
  return runInNeovim()
}

async function resultsOf({ name, cannotRun, run: runPart }) {
  const reason = cannotRun?.()
  if (reason === undefined) {
    return runPart().catch((error) => [{ name, error: error.stack ?? String(error) }])
  }
  console.log(`${name}: not run, ${reason}.`)
  return isCi ? [{ name, error: `not run, ${reason}` }] : []
}

ensureInstalled()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const all = []
for (const part of options['no-editors'] ? parts : [...parts, ...editors]) {
  const began = performance.now()
  const results = await resultsOf(part)
  all.push(...results)
  const failed = results.filter(({ error }) => error !== undefined)
  for (const { name, error } of failed) console.log(`\nFAILED ${name}\n${error.replace(/^/gm, '  ')}`)
  if (results.length === 0) continue
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${part.name}: ${results.length - failed.length} passed, ${failed.length} failed (${seconds} s)`)
  if (part.name === 'build' && failed.length > 0) break
}

const failures = all.filter(({ error }) => error !== undefined)
if (failures.length > 0) console.log(`\nFailed:\n${failures.map(({ name }) => `  ${name}`).join('\n')}\n`)
console.log(`${all.length - failures.length} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 && all.length > 0 ? 0 : 1
