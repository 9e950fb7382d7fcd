// npm run package: builds and packs the extension as istio-egress-VERSION.vsix, and refuses one that has grown too big.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/root.mjs'
import { run } from './lib/run.mjs'

const limit = 1.5 * 1024 * 1024

ensureInstalled()
if (run(process.execPath, ['scripts/build.mjs']) !== 0) process.exit(2)

const { createVSIX } = await import('@vscode/vsce')
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const packagePath = join(root, `${name}-${version}.vsix`)
await createVSIX({
  cwd: root,
  packagePath,
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
})

const { size } = statSync(packagePath)
if (size > limit) {
  console.error(
    `The package has ${(size / 1024 / 1024).toFixed(2)} MB, more than 1.5 MB: see what it holds with \`npx vsce ls\`.`,
  )
  process.exit(1)
}
console.log(`Install it with: code --install-extension ${name}-${version}.vsix`)
