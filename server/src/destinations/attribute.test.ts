import { expect, test } from 'vitest'
import { resourcesOf } from '../kubernetes/resources-of'
import { readWorkload } from '../kubernetes/workload'
import { readYaml } from '../yaml/reader'
import { attribute } from './attribute'
import { isExternal } from './external'
import { findDestinations } from './find-destinations'

const CONFIG = `apiVersion: v1
kind: ConfigMap
metadata: {name: c}
data: {URL: "https://url.example.com", first: first.example.com, a.yaml: "url: https://file.example.com"}
`

const pod = (name: string, spec: string) => `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}}\nspec: ${spec}\n`

/** Who calls each host of the ConfigMap. */
function callers(pods: string): Readonly<Record<string, readonly string[]>> {
  const resources = resourcesOf(readYaml(CONFIG + pods))
  const workloads = resources.flatMap((node) => {
    const resource = readWorkload(node, () => undefined)
    return resource ? [{ resource }] : []
  })
  const facts = resources.flatMap((node) => findDestinations(node, CONFIG + pods))
  return Object.fromEntries(
    facts.map(({ fact }) => [
      fact.host.split('.')[0],
      attribute(fact, { kind: 'ConfigMap', name: 'c' }, workloads).map(({ resource }) => resource.name),
    ]),
  )
}

test('envFrom takes every key, a reference and a file of a volume only theirs', () => {
  expect(
    callers(
      pod('all', '{containers: [{envFrom: [{configMapRef: {name: c}}]}]}') +
        pod('one', '{containers: [{env: [{name: X, valueFrom: {configMapKeyRef: {name: c, key: URL}}}]}]}') +
        pod('file', '{containers: [{}], volumes: [{name: v, configMap: {name: c, items: [{key: a.yaml, path: x}]}}]}') +
        pod(
          'sub',
          '{containers: [{volumeMounts: [{name: v, subPath: a.yaml}]}], volumes: [{name: v, configMap: {name: c}}]}',
        ) +
        pod('both', '{containers: [{}], volumes: [{name: v, projected: {sources: [{configMap: {name: c}}]}}]}') +
        pod('other', '{containers: [{envFrom: [{configMapRef: {name: d}}, {secretRef: {name: c}}]}]}'),
    ),
  ).toEqual({ url: ['all', 'one', 'both'], first: [], file: ['all', 'file', 'sub', 'both'] })
})

test('a variable’s name can make a value an address, or take that from it', () => {
  expect(
    callers(
      pod('host', '{containers: [{env: [{name: DB_HOST, valueFrom: {configMapKeyRef: {name: c, key: first}}}]}]}') +
        pod('text', '{containers: [{env: [{name: TITLE, valueFrom: {configMapKeyRef: {name: c, key: first}}}]}]}') +
        pod('cors', '{containers: [{env: [{name: CORS_ORIGIN, valueFrom: {configMapKeyRef: {name: c, key: URL}}}]}]}'),
    ),
  ).toEqual({ url: [], first: ['host'], file: [] })
})

test('what is in the cluster', () => {
  const services = [
    { name: 'redis', namespace: 'shop' },
    { name: 'db', namespace: 'dev' },
  ]
  const local = [
    'redis',
    'anything',
    'redis.shop',
    'db.dev',
    'redis-0.redis',
    'redis-0.redis.shop',
    'x.y.svc',
    'x.y.svc.cluster.local',
  ]
  const outside = ['api.example.com', 'db.internal', '10.0.0.1', '2001:db8::1', 'www.redis', 'shop.dev']
  expect(local.filter((host) => isExternal(host, services))).toEqual([])
  expect(outside.filter((host) => !isExternal(host, services))).toEqual([])
})
