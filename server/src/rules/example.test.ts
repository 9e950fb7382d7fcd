import { describe, expect, test } from 'vitest'
import { checkFix, checkRule, fixTitles } from '../testing/check'
import { borrowedEntry } from './borrowed-entry'
import { notExported } from './not-exported'

const example = (entry: string, finding: string) => `
#- /mesh.yaml
kind: IstioOperator
metadata: { name: mesh, namespace: istio-system }
spec: { meshConfig: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } } }
#- /frontend/db.yaml
kind: ServiceEntry
metadata:
  name: db
  namespace: frontend
spec:
  hosts: [db.example.com]
${entry}  ports:
    - { number: 5432, name: tcp, protocol: TCP }
  resolution: DNS
#- /default/api.yaml
kind: Deployment
metadata:
  name: api
  namespace: default
spec:
  template:
    spec:
      containers:
        - name: api
          env:
            - name: DB
              value: db.example.com:5432
${finding}`

const BORROWED = `#                    ^^^^^^^^^^^^^^ information borrowed-entry: db.example.com:5432 works in namespace default only by another namespace's entry. ServiceEntry frontend/db leaves exportTo out, …`
const HIDDEN = `#                    ^^^^^^^^^^^^^^ error not-exported: db.example.com:5432 is blocked in namespace default: not exported there. ServiceEntry frontend/db declares it, but exports it only to namespace frontend, and the policy is REGISTRY_ONLY, set by IstioOperator istio-system/mesh. For Deployment default/api: the connection is reset. Add default to the exportTo of ServiceEntry frontend/db, or declare the host in default itself.`

describe('a database that one namespace declares and another calls', () => {
  test('without exportTo it works by accident', () => void checkRule(borrowedEntry, example('', BORROWED)))

  test('kept to its namespace it is blocked', () => void checkRule(notExported, example('  exportTo: ["."]\n', HIDDEN)))

  test('the setting visibility keeps it, too', () =>
    void checkRule(notExported, example('', HIDDEN), { visibility: 'namespace' }))

  test('every fix that is offered opens it', async () => {
    const text = example('  exportTo: ["."]\n', '')
    const titles = await fixTitles('not-exported', text)
    expect(titles).toEqual([
      '* Export ServiceEntry frontend/db to namespace default',
      'Create ServiceEntry for db.example.com in namespace default',
    ])
    for (const n of titles.keys()) await checkFix('not-exported', text, n)
    const { test } = await checkFix('not-exported', text)
    expect(test.text('/frontend/db.yaml')).toContain('  exportTo: [".", "default"]\n')
  })
})
