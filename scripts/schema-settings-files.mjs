import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { validatorFiles } from './schema-structure-files.mjs'

/** Everything that is made from the table of settings: `{ path, text }`, paths relative to `root`. */
export async function settingsFiles(root) {
  const { documents, settingsSchema } = await loadModule(root, 'server/src/settings/settings-documents.ts')
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  manifest.contributes.configuration = documents.editorConfiguration()
  return [
    ...(await validatorFiles('settings', settingsSchema())),
    { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    {
      path: 'schemas/istio-egress.schema.json',
      text: formatted(root, 'schemas/istio-egress.schema.json', documents.configFileSchema()),
    },
    { path: 'docs/settings.md', text: documents.settingsPage() },
  ]
}

/** A module of the server, bundled into a file of its own for a moment: Node itself does not read TypeScript. */
async function loadModule(root, path) {
  const folder = mkdtempSync(join(tmpdir(), 'istio-egress-'))
  try {
    const outfile = join(folder, 'module.cjs')
    const mainFields = ['module', 'main']
    await build({
      entryPoints: [join(root, path)],
      outfile,
      bundle: true,
      platform: 'node',
      mainFields,
      logLevel: 'error',
    })
    return createRequire(import.meta.url)(outfile)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formatted(root, path, value) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: JSON.stringify(value, null, 2),
    encoding: 'utf8',
  })
}
