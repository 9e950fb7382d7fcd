import { expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { readConfigMap } from './config-map'
import { bypassReason } from './injection'
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

function reason(
  pod: string,
  namespace?: Readonly<Record<string, string>>,
  host = 'a.example.com',
  port: number | null = 443,
) {
  const [workload] = workloads(`{apiVersion: v1, kind: Pod, ${pod}}`)
  return workload && bypassReason(workload, namespace, host, port)
}

const annotated = (pairs: string) => `metadata: {name: p, annotations: {${pairs}}}, spec: {}`
const exclude = annotated(
  '"traffic.sidecar.istio.io/excludeOutboundPorts": "3306, 27017", "traffic.sidecar.istio.io/excludeOutboundIPRanges": "10.80.0.0/16"',
)
const include = annotated('"traffic.sidecar.istio.io/includeOutboundIPRanges": "10.0.0.0/8"')
const inject = (value: string) => `metadata: {name: p, labels: {"sidecar.istio.io/inject": "${value}"}}, spec: {}`

test('who passes the sidecar', () => {
  expect(reason(inject('true'))).toBeUndefined()
  expect(reason(annotated(''), { 'istio-injection': 'enabled' })).toBeUndefined()
  expect(reason(annotated(''), {})).toBeUndefined()
  expect(reason(exclude)).toBeUndefined()
  expect(reason(exclude, {}, '10.81.0.1')).toBeUndefined()
  expect(reason(include, {}, '10.1.2.3')).toBeUndefined()
  expect(reason(include)).toBeUndefined()
  expect(reason(inject('true'), { 'istio.io/dataplane-mode': 'ambient' })).toBeUndefined()
})

test('who does not, and why', () => {
  expect(reason(inject('false'))).toContain('sidecar.istio.io/inject')
  expect(reason(annotated('"sidecar.istio.io/inject": "false"'))).toContain('sidecar.istio.io/inject')
  expect(reason('metadata: {name: p}, spec: {hostNetwork: true}')).toContain('hostNetwork')
  expect(reason(inject('true'), { 'istio-injection': 'disabled' })).toContain('istio-injection')
  expect(reason('metadata: {name: p}, spec: {securityContext: {runAsUser: 1337}}')).toContain('1337')
  expect(reason(exclude, {}, 'a.example.com', 27017)).toContain('27017')
  expect(reason(exclude, {}, '10.80.3.4', 80)).toContain('10.80.0.0/16')
  expect(reason(include, {}, '192.168.0.1', 80)).toContain('10.0.0.0/8')
  expect(reason(annotated(''), { 'istio.io/dataplane-mode': 'ambient' })).toContain('ztunnel')
})
