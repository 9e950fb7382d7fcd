import { expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { resourcesOf } from './resources-of'

const keys = (text: string) => resourcesOf(readYaml(text)).map((resource) => resource.head.key)

test('documents, lists and repeats each get a key of their own', () => {
  expect(
    keys(`
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Service, metadata: { name: a, namespace: x } }
  - { apiVersion: v1, kind: Service, metadata: { name: a, namespace: x } }
---
# nothing
---
apiVersion: v1
kind: ConfigMapList
items: [{ apiVersion: v1, kind: ConfigMap, metadata: { name: c } }]
---
just: text
`),
  ).toEqual(['Service/x/a', 'Service/x/a#2', 'ConfigMap//c'])
})

test('a broken document takes nothing from the others', () => {
  expect(
    keys(
      'apiVersion: v1\nkind: Service\nmetadata: {name: a\n---\napiVersion: v1\nkind: Service\nmetadata: {name: b}\n',
    ),
  ).toContain('Service//b')
})
