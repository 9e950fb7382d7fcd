// npm run vscode:setup: prepares a real VS Code for the tests and for `npm run vscode`, once, in .cache/vscode (about a minute, 800 MB).
// It is the server build of VS Code that the npm package code-server carries, run by the Node that it was made for.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { capture } from './lib/run.mjs'
import { cache, missingDebianPackages, versions, vscode, vscodeIsReady, vscodeVersion } from './lib/vscode-cache.mjs'

const quiet = ['--no-audit', '--no-fund', '--ignore-scripts']

function fail(what, output = '') {
  console.error(`${output.trim().split('\n').slice(-15).join('\n')}\nVS Code was not prepared: ${what}`)
  process.exit(1)
}

async function step(what, command, args, options) {
  const began = performance.now()
  const { code, output } = await capture(command, args, options)
  if (code !== 0)
    fail(`${what} failed (${command} ${args.join(' ')}). Mend that and run \`npm run vscode:setup\` again.`, output)
  console.log(`  ${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`)
}

/** The Node that this VS Code wants, with the headers that its native modules are built against. */
async function installNode() {
  const folder = join(cache, 'tools')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  await step('Node', 'npm', ['install', ...quiet, `node-linux-${process.arch}@${versions.node}`], { cwd: folder })
}

/** Unpacked by hand: installing the package would run its own set-up, with all that code-server has beside VS Code. */
async function unpackServer() {
  for (const name of readdirSync(cache)) {
    if (name !== 'tools') rmSync(join(cache, name), { recursive: true, force: true })
  }
  await step('download', 'npm', ['pack', '--silent', `code-server@${versions.codeServer}`], { cwd: cache })
  const archive = `code-server-${versions.codeServer}.tgz`
  await step('unpack', 'tar', ['xzf', archive, 'package/lib/vscode'], { cwd: cache })
  renameSync(join(cache, 'package'), join(cache, 'code-server'))
  rmSync(join(cache, archive))
}

async function installModules() {
  const env = { ...process.env, PATH: `${join(vscode.nodeFolder, 'bin')}${delimiter}${process.env.PATH}` }
  const here = { cwd: vscode.folder, env }
  await step('modules', 'npm', ['install', '--omit=dev', ...quiet], here)
  const native = ['@vscode/native-watchdog', '@vscode/spdlog', '@parcel/watcher']
  // Asked for by name, so npm runs their build scripts; the headers come with Node's package, not from the net.
  await step('native modules', 'npm', ['rebuild', '--ignore-scripts=false', ...native], {
    ...here,
    env: { ...env, npm_config_nodedir: vscode.nodeFolder },
  })
}

if (process.platform !== 'linux')
  fail('this build runs on Linux only. `npm run vscode:test` uses a downloaded desktop VS Code instead.')
const missing = missingDebianPackages()
if (missing.length > 0) fail(`it needs ${missing.join(', ')}: apt-get install ${missing.join(' ')}`)
if (!vscodeIsReady()) {
  console.log(`Preparing VS Code in ${cache} …`)
  mkdirSync(cache, { recursive: true })
  await installNode()
  await unpackServer()
  await installModules()
  if (!vscodeIsReady()) fail('a part is missing after the set-up; remove the folder and try again')
}
console.log(`VS Code ${vscodeVersion()} is ready.`)
