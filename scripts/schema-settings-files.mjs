import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { validatorFiles } from './schema-structure-files.mjs'

/** Everything that is made from the table of settings: `{ path, text }`, paths relative to `root`. */
export async function settingsFiles(root) {
  const { documents, settingsSchema } = await loadModule(root, 'server/src/settings/settings-documents.ts')
  const rules = await rulesOf(root)
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  manifest.contributes.configuration = documents.editorConfiguration(rules)
  return [
    ...(await validatorFiles('settings', settingsSchema())),
    { path: 'package.json', text: `${JSON.stringify(manifest, null, 2)}\n` },
    {
      path: 'schemas/istio-egress.schema.json',
      text: formatted(root, 'schemas/istio-egress.schema.json', documents.configFileSchema(rules)),
    },
    { path: 'docs/settings.md', text: documents.settingsPage(rules) },
  ]
}

/** Codes and summaries of all rules; none while the list of rules is not there. */
async function rulesOf(root) {
  const list = 'server/src/rules/index.ts'
  if (!existsSync(join(root, list))) return []
  const { allRules } = await loadModule(root, list)
  return allRules.map(({ code, summary, severity }) => ({ code, summary, severity }))
}

/** A module of the server, bundled in memory: Node itself does not read TypeScript. */
async function loadModule(root, path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'error',
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

function formatted(root, path, value) {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: JSON.stringify(value, null, 2),
    encoding: 'utf8',
  })
}
