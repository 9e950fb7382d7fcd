import { expect, test } from 'vitest'
import { checkFix, checkRule } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { notExported } from './not-exported'

const files = (entry: string, finding = '') => `${REGISTRY_ONLY}
#- /db.yaml
${entry}
#- /app.yaml
kind: Deployment
metadata: { name: api, namespace: default }
spec: { template: { spec: { containers: [{ name: c, env: [{ name: DB, value: db.example.com:5432 }] }] } } }
${finding}`

const MARK = '#                                                                            ^^^^^^^^^^^^^^'

const entry = (exportTo: string) => `kind: ServiceEntry
metadata: { name: db, namespace: frontend }
spec: { hosts: [db.example.com], ${exportTo} ports: [{ number: 5432, name: tcp, protocol: TCP }], resolution: DNS }`

test('kept by exportTo', () =>
  void checkRule(
    notExported,
    files(
      entry('exportTo: ["."],'),
      `${MARK} error not-exported: …but exports it only to namespace frontend…Add default to the exportTo of ServiceEntry frontend/db…`,
    ),
  ))

test('exported to others by name', () =>
  void checkRule(
    notExported,
    files(entry('exportTo: [a, b],'), `${MARK} error not-exported: …only to namespaces a, b…`),
  ))

test('exported by name: no finding', () => void checkRule(notExported, files(entry('exportTo: [default],'))))

test.each([
  ['exportTo: ["."],', 'exportTo: [".", "default"],'],
  ["exportTo: ['.', 'a'],", "exportTo: ['.', 'a', 'default'],"],
  ['exportTo: [a],', 'exportTo: [a, default],'],
])('%s is widened to %s', async (before, after) => {
  const { test } = await checkFix('not-exported', files(entry(before)))
  expect(test.text('/db.yaml')).toContain(after)
})

test('a default of the mesh that keeps entries is spelled out in the entry', async () => {
  const text = files(entry('')).replace('mode: REGISTRY_ONLY }', 'mode: REGISTRY_ONLY }, defaultServiceExportTo: ["."]')
  const { test } = await checkFix('not-exported', text)
  expect(test.text('/db.yaml')).toContain('hosts: [db.example.com], exportTo: [".", default], ')
})

test('an entry that is hidden on purpose is left alone, one of its own is offered', async () => {
  const { fix, test } = await checkFix('not-exported', files(entry('exportTo: ["~"],')))
  expect(fix.title).toBe('Create ServiceEntry for db.example.com in namespace default')
  expect(test.text('/db.yaml')).toContain('exportTo: ["~"]')
})

test('a Service that hides itself is widened by its annotation', async () => {
  const service = `kind: Service
metadata:
  name: db
  namespace: data
  annotations:
    networking.istio.io/exportTo: "." # ours
spec: { clusterIP: 10.0.0.9, ports: [{ port: 5432, name: tcp }] }`
  const { test } = await checkFix('not-exported', files(service).replace('db.example.com', 'db.data.svc.cluster.local'))
  expect(test.text('/db.yaml')).toContain('    networking.istio.io/exportTo: ".,default" # ours\n')
})
