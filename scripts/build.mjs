// npm run build [-- --watch] [-- --sourcemap]: bundles client, server and command to dist/, with all that they read at run time.
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import esbuild from 'esbuild'
import { thirdPartyNotices } from './lib/notices.mjs'
import { root } from './lib/root.mjs'

const { values: options } = parseArgs({
  options: { watch: { type: 'boolean', default: false }, sourcemap: { type: 'boolean', default: false } },
})

const shared = {
  absWorkingDir: root,
  bundle: true,
  minifyWhitespace: !options.sourcemap,
  minifySyntax: !options.sourcemap,
  // Names are not shortened, so that the stack traces that people send can be read.
  sourcemap: options.sourcemap ? 'linked' : false,
  metafile: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  target: 'node20',
}
// Some packages hide their `require` calls from bundlers in their CommonJS build; their module build is plain.
const forNode = { ...shared, platform: 'node', format: 'cjs', mainFields: ['module', 'main'] }
const forBrowser = {
  ...shared,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  define: { 'process.env.NODE_ENV': '"production"' },
}

const serverEntry = 'server/src/main/node.ts'

/** The command starts faster without the language server, so it loads the server's own bundle when asked for it. */
const serverApart = {
  name: 'server-apart',
  setup(build) {
    build.onResolve({ filter: /\/node$/ }, ({ path, resolveDir, kind }) =>
      kind === 'dynamic-import' && join(resolveDir, `${path}.ts`) === join(root, serverEntry)
        ? { path: './server/node.js', external: true }
        : undefined,
    )
  },
}

const bundles = [
  {
    ...forNode,
    entryPoints: ['server/src/main/cli.ts'],
    outfile: 'dist/istio-egress.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [serverApart],
  },
  { ...forNode, entryPoints: [serverEntry], outfile: 'dist/server/node.js' },
  { ...forBrowser, format: 'iife', entryPoints: ['server/src/main/browser.ts'], outfile: 'dist/server/browser.js' },
  { ...forNode, entryPoints: ['client/src/extension.ts'], outfile: 'dist/client/node.js', external: ['vscode'] },
  {
    ...forBrowser,
    format: 'cjs',
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/client/browser.js',
    external: ['vscode'],
  },
]

const dist = join(root, 'dist')
const kilobytes = (file) => `${(statSync(join(root, file)).size / 1024).toFixed(0).padStart(6)} KB  ${file}`

/** What the program reads beside its code: the rule pages and the licence. */
function copyFiles() {
  rmSync(join(dist, 'docs'), { recursive: true, force: true })
  mkdirSync(join(dist, 'docs/rules'), { recursive: true })
  const pages = readdirSync(join(root, 'docs/rules')).filter((name) => name.endsWith('.md'))
  for (const page of pages) cpSync(join(root, 'docs/rules', page), join(dist, 'docs/rules', page))
  const codes = pages.map((name) => name.slice(0, -'.md'.length)).sort()
  writeFileSync(join(dist, 'docs/rules/index.json'), JSON.stringify(codes))
  cpSync(join(root, 'LICENSE'), join(dist, 'LICENSE'))
}

async function build() {
  const began = performance.now()
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)))
  chmodSync(join(dist, 'istio-egress.js'), 0o755)
  copyFiles()
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(results.map((result) => result.metafile)))
  // Maps of an earlier build would be packed, and lie about this one.
  if (!options.sourcemap) for (const { outfile } of bundles) rmSync(join(root, `${outfile}.map`), { force: true })
  for (const { outfile } of bundles) console.log(kilobytes(outfile))
  console.log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

async function watch() {
  copyFiles()
  const contexts = await Promise.all(bundles.map((bundle) => esbuild.context(bundle)))
  await Promise.all(contexts.map((context) => context.watch()))
  console.log('Watching; rule pages are copied by a plain build.')
}

const absent = bundles.map(({ entryPoints: [entry] }) => entry).filter((entry) => !existsSync(join(root, entry)))
if (absent.length > 0) {
  console.error(`Nothing to build from: ${absent.join(', ')} missing. Is this a whole clone?`)
  process.exit(2)
}
await (options.watch ? watch() : build()).catch((error) => {
  // esbuild has already printed what is wrong with a source file.
  if (!error.errors) throw error
  process.exitCode = 1
})
