import { expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { readConfigMap } from './config-map'
import { resourcesOf } from './resources-of'
import { readWorkload, type Workload } from './workload'

function workloads(text: string): readonly Workload[] {
  return resourcesOf(readYaml(text)).flatMap((node) => readWorkload(node, () => undefined) ?? [])
}

const template = '{metadata: {labels: {app: a}, annotations: {x: y}}, spec: {hostNetwork: true}}'

test('every kind with a pod template is a workload, and nothing else', () => {
  const kinds = workloads(`
{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: ${template}}}
---
{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {jobTemplate: {spec: {template: ${template}}}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: a}, annotations: {x: y}}, spec: {hostNetwork: true}}
---
{apiVersion: serving.knative.dev/v1, kind: Service, metadata: {name: a}, spec: {template: ${template}}}
---
{apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: {name: a}, spec: {template: ${template}}}
---
{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: []}}
---
{apiVersion: example.com/v1, kind: Deployment, metadata: {name: a}, spec: {template: ${template}}}
`)
  expect(kinds.map(({ kind }) => kind)).toEqual(['Deployment', 'CronJob', 'Pod', 'Service', 'Rollout'])
  for (const each of kinds) {
    expect(each).toMatchObject({ podLabels: { app: 'a' }, podAnnotations: { x: 'y' }, hostNetwork: true })
  }
})

test('what a workload takes from ConfigMaps and Secrets', () => {
  const [workload] = workloads(`
apiVersion: v1
kind: Pod
metadata: {name: p}
spec:
  securityContext: {runAsUser: 1337}
  initContainers: [{envFrom: [{prefix: P_, secretRef: {name: s}}]}]
  containers: [{env: [{name: V, valueFrom: {configMapKeyRef: {name: c, key: k}}}]}]
  volumes: [{name: v, secret: {secretName: t, items: [{key: a, path: b}]}}]
`)
  expect(workload?.runAsUser).toBe(1337)
  expect(workload?.consumes).toEqual([
    { kind: 'Secret', name: 's', keys: undefined, through: 'envFrom', variable: undefined, prefix: 'P_' },
    { kind: 'ConfigMap', name: 'c', keys: ['k'], through: 'env', variable: 'V', prefix: undefined },
    { kind: 'Secret', name: 't', keys: ['a'], through: 'volume', variable: undefined, prefix: undefined },
  ])
})

test('a ConfigMap keeps its keys, never its values', () => {
  const [node] = resourcesOf(
    readYaml('{apiVersion: v1, kind: Secret, metadata: {name: s}, stringData: {a: secret}, data: {b: eA==}}'),
  )
  const read = node && readConfigMap(node, () => undefined)
  expect(read?.keys).toEqual(['b', 'a'])
  expect(JSON.stringify(read)).not.toContain('secret"}')
})
