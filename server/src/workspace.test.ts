import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LanguageService } from './language-service'
import { MemoryFiles } from './testing/memory-files'
import { Workspace } from './workspace'

const ROOT = 'file:///shop'
const MESH =
  'apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: { meshConfig: { outboundTrafficPolicy: { mode: MODE } } }\n'
const ENTRY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: api, namespace: NS }
spec: { hosts: [HOST], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS, exportTo: ["."] }
`
const APP = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: NS }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: API, value: "https://HOST/" }], envFrom: [{ configMapRef: { name: settings } }] }] } } }
`
const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings, namespace: NS }
data: { UPSTREAM_URL: "https://HOST" }
`
const SIDECAR = `apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: NS }
spec: { egress: [{ hosts: ["./*"] }] }
`
const KUSTOMIZATION = 'namespace: NS\nresources: [app.yaml, entry.yaml]\n'
const TEMPLATES = [MESH, ENTRY, APP, CONFIG, SIDECAR, 'broken: [', '', `${ENTRY}---\n${APP}`]
const PATHS = [
  'mesh.yaml',
  'a/app.yaml',
  'a/entry.yaml',
  'b/app.yaml',
  'b/entry.yaml',
  'a/kustomization.yaml',
  '.gitignore',
  '.istio-egress.yaml',
]

const text = fc
  .record({
    template: fc.constantFrom(...TEMPLATES),
    ns: fc.constantFrom('one', 'two'),
    host: fc.constantFrom('api.example.com', 'db.example.org'),
    mode: fc.constantFrom('REGISTRY_ONLY', 'ALLOW_ANY'),
    comment: fc.boolean(),
  })
  .map(
    ({ template, ns, host, mode, comment }) =>
      (comment ? '# moved\n' : '') + template.replaceAll('NS', ns).replaceAll('HOST', host).replaceAll('MODE', mode),
  )

const content = (path: string) => {
  if (path === '.gitignore') return fc.constantFrom('', 'b/', 'a/app.yaml')
  if (path === '.istio-egress.yaml')
    return fc.constantFrom('', 'visibility: namespace\n', 'exclude: ["b/**"]\n', 'nonsense: 1\n')
  if (path.endsWith('kustomization.yaml'))
    return fc.constantFrom(KUSTOMIZATION.replace('NS', 'one'), KUSTOMIZATION.replace('NS', 'two'), '')
  return text
}

const step = fc.constantFrom(...PATHS).chain((path) =>
  fc.oneof(
    fc.record({ kind: fc.constant('write' as const), path: fc.constant(path), text: content(path) }),
    fc.record({ kind: fc.constant('open' as const), path: fc.constant(path), text: content(path) }),
    fc.record({
      kind: fc.constantFrom('remove' as const, 'close' as const),
      path: fc.constant(path),
      text: fc.constant(''),
    }),
  ),
)

/** Everything that a workspace reports, file by file. */
function reported(workspace: Workspace): unknown {
  const service = new LanguageService(workspace, {
    rulePage: () => undefined,
    report: (message) => expect.fail(message),
  })
  return [...workspace.folders].flatMap((folder) =>
    service
      .reportableFiles(folder)
      .map((uri) => [
        uri,
        service.diagnostics(uri),
        folder.mesh.destinationsIn(uri).map(({ calls }) => calls.map(({ outcome }) => outcome)),
      ]),
  )
}

async function fresh(files: MemoryFiles, open: ReadonlyMap<string, string>): Promise<Workspace> {
  const workspace = new Workspace(files, () => ({}))
  const added = workspace.addFolder({ root: ROOT, name: 'shop' })
  for (const [uri, text] of open) await workspace.setOpen(uri, text)
  await added
  return workspace
}

test('after any edits the workspace is what a fresh start would give', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const files = new MemoryFiles({
        [`${ROOT}/mesh.yaml`]: MESH.replace('MODE', 'REGISTRY_ONLY'),
        [`${ROOT}/a/app.yaml`]: APP.replaceAll('NS', 'one').replaceAll('HOST', 'api.example.com'),
      })
      const open = new Map<string, string>()
      const workspace = await fresh(files, open)
      const seen = new LanguageService(workspace, {
        rulePage: () => undefined,
        report: (message) => expect.fail(message),
      })
      for (const { kind, path, text } of steps) {
        const uri = `${ROOT}/${path}`
        if (kind === 'open') {
          open.set(uri, text)
          await workspace.setOpen(uri, text)
        } else if (kind === 'close') {
          open.delete(uri)
          await workspace.setClosed(uri)
        } else {
          if (kind === 'write') files.write(uri, text)
          else files.remove(uri)
          await workspace.filesChanged([uri])
        }
        // Asked after every step, so that what is remembered gets a chance to be stale.
        for (const folder of workspace.folders) for (const each of seen.reportableFiles(folder)) seen.diagnostics(each)
      }
      const remembered = [...workspace.folders].flatMap((folder) =>
        seen.reportableFiles(folder).map((uri) => seen.diagnostics(uri)),
      )
      const anew = await fresh(files, open)
      expect(reported(workspace)).toEqual(reported(anew))
      const asked = new LanguageService(anew, { rulePage: () => undefined, report: () => undefined })
      expect(remembered).toEqual(
        [...anew.folders].flatMap((folder) => asked.reportableFiles(folder).map((uri) => asked.diagnostics(uri))),
      )
    }),
    { numRuns: 150 },
  )
})

test('a file that may not be read is a finding, and the rest is answered', async () => {
  const files = new MemoryFiles({
    [`${ROOT}/mesh.yaml`]: MESH.replace('MODE', 'REGISTRY_ONLY'),
    [`${ROOT}/app.yaml`]: APP.replaceAll('NS', 'one').replaceAll('HOST', 'api.example.com'),
    [`${ROOT}/locked.yaml`]: MESH,
  })
  const locked = new Proxy(files, {
    get: (target, name) =>
      name === 'readFile'
        ? (uri: string) => {
            if (uri.endsWith('locked.yaml')) throw Object.assign(new Error('no permission'), { code: 'EACCES' })
            return target.readFile(uri)
          }
        : Reflect.get(target, name).bind(target),
  })
  const workspace = await fresh(locked, new Map())
  const service = new LanguageService(workspace, {
    rulePage: () => undefined,
    report: (message) => expect.fail(message),
  })
  expect(service.diagnostics(`${ROOT}/app.yaml`).map(({ code }) => code)).toEqual(['blocked-host'])
  expect(service.diagnostics(`${ROOT}/locked.yaml`).map(({ message }) => message)).toEqual([
    'This file was not read. It may not be read. Give yourself read permission, or exclude it.',
  ])
})
