import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { relativePath } from '../../server/src/files/uri'
import { LanguageService } from '../../server/src/language-service'
import { nodeFiles, uriOf } from '../../server/src/main/node-files'
import { Workspace } from '../../server/src/workspace'

const FOLDER = fileURLToPath(new URL('../../examples/online-shop', import.meta.url))

/** What the tool says about the example: `code file line`, one a finding. */
async function findingsWith(
  settings: unknown,
  edited: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const root = uriOf(FOLDER)
  const workspace = new Workspace(nodeFiles, () => ({ cli: settings }))
  const service = new LanguageService(workspace, {
    rulePage: () => undefined,
    report: (message) => expect(message).toBe(''),
  })
  await workspace.addFolder({ root, name: 'online-shop' })
  for (const [path, text] of Object.entries(edited)) await workspace.setOpen(`${root}/${path}`, text)
  const folder = workspace.folderOf(root)
  if (!folder) throw new Error('The example was not read.')
  return service
    .reportableFiles(folder)
    .flatMap((uri) =>
      service.diagnostics(uri).map(({ code, range }) => `${code} ${relativePath(root, uri)} ${range.start.line + 1}`),
    )
}

/** What the example's README promises: rows ``| `FILE` line N, `HOST` | `CODE` | …``. */
function promised(): readonly string[] {
  const readme = readFileSync(`${FOLDER}/README.md`, 'utf8')
  const rows = readme.matchAll(/^\| `([^`]+)` line (\d+)[^|]*\| `([a-z-]+)` \|/gm)
  return [...rows].map(([, file, line, code]) => `${code} ${file} ${line}`)
}

test('the online shop has exactly the findings that its README lists', async () => {
  expect(promised()).toHaveLength(11)
  expect([...(await findingsWith({}))].sort()).toEqual([...promised()].sort())
})

const textOf = (path: string) => readFileSync(`${FOLDER}/${path}`, 'utf8')

test('what its README offers to try', async () => {
  const isPrivate = { 'frontend/database.yaml': `${textOf('frontend/database.yaml')}  exportTo: ["."]\n` }
  const kept = await findingsWith({}, isPrivate)
  expect(kept).toContain('not-exported default/inventory.yaml 20')
  expect(kept).toContain('blocked-host analytics/reports.yaml 11')
  expect(kept.join()).not.toMatch(/unexported-default|captured-host|port-capture|borrowed-entry/)

  expect(await findingsWith({ visibility: 'namespace' })).toContain('not-exported default/inventory.yaml 20')

  const importer = textOf('legacy/importer.yaml').replace('  outboundTrafficPolicy:\n    mode: ALLOW_ANY\n', '')
  expect((await findingsWith({}, { 'legacy/importer.yaml': importer })).join()).toContain(
    'blocked-host legacy/importer.yaml',
  )

  const open = { 'mesh/istio.yaml': textOf('mesh/istio.yaml').replace('mode: REGISTRY_ONLY', 'mode: ALLOW_ANY') }
  const codes = (found: readonly string[]) => [...new Set(found.map((finding) => finding.split(' ')[0]))].sort()
  const always = ['borrowed-entry', 'broken-route', 'captured-host', 'port-capture', 'unexported-default']
  expect(codes(await findingsWith({}, open))).toEqual(always)
  expect(codes(await findingsWith({ assume: 'REGISTRY_ONLY' }, open))).toEqual([...always, 'would-be-blocked'])
})
