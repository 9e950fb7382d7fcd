import { describe, expect, test } from 'vitest'
import { resourcesOf } from '../kubernetes/resources-of'
import { meshConfigSources, meshSettings } from '../registry/mesh-settings'
import { readManifests } from '../testing/manifests'
import type { Range } from '../text/range'
import { readYaml } from '../yaml/reader'
import { readMeshConfigFromHelmValues } from './mesh-config-sources'
import { readIstioResource } from './read-resource'

const MODE = 'outboundTrafficPolicy: {mode: REGISTRY_ONLY}'

const SOURCES = {
  'a ConfigMap': `
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |-
    rootNamespace: istio-system
    outboundTrafficPolicy:
      mode: REGISTRY_ONLY
`,
  "the sail operator's Istio": `
apiVersion: sailoperator.io/v1
kind: Istio
metadata: {name: default}
spec: {values: {meshConfig: {${MODE}}}}
`,
  'IstioOperator, values': `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: a, namespace: istio-system}
spec: {values: {meshConfig: {${MODE}}}}
`,
  'IstioOperator, meshConfig': `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: a, namespace: istio-system}
spec: {values: {meshConfig: {}}, meshConfig: {${MODE}}}
`,
  'an Argo CD Application with values as text': `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: istiod, namespace: argocd}
spec:
  source:
    chart: istiod
    helm:
      values: |
        meshConfig:
          outboundTrafficPolicy:
            mode: REGISTRY_ONLY
`,
  'an Argo CD Application with several sources': `
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: istiod, namespace: argocd}
spec: {sources: [{repoURL: x}, {chart: istiod, helm: {valuesObject: {meshConfig: {${MODE}}}}}]}
`,
  'a Flux HelmRelease': `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: istiod, namespace: flux-system}
spec: {chart: {spec: {chart: istiod}}, values: {meshConfig: {${MODE}}}}
`,
}

describe('mesh configuration is found', () => {
  test.each(Object.entries(SOURCES))('in %s, with the place of its mode', (_, text) => {
    const places = new Map<string, Range>()
    const [node] = resourcesOf(readYaml(text))
    const config = node && readIstioResource(node, text, (path, range) => places.set(path, range))
    expect(config).toMatchObject({
      role: 'mesh-config',
      outboundTrafficPolicy: { mode: 'REGISTRY_ONLY', implicit: false },
      rejections: [],
    })
    const place = places.get('outboundTrafficPolicy.mode')
    expect(text.slice(place?.start, place?.end)).toBe('REGISTRY_ONLY')
  })

  test.each([`meshConfig: {${MODE}}`, `istiod: {meshConfig: {${MODE}}}`])('in Helm values %s', (text) => {
    const config = readMeshConfigFromHelmValues(readYaml(text)[0]?.root, 'values.yaml', () => undefined)
    expect(config).toMatchObject({ source: 'helm-values', outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' } })
  })

  test('not in values or charts of something else', () => {
    expect(readMeshConfigFromHelmValues(readYaml('replicas: 2')[0]?.root, 'values.yaml', () => undefined)).toBe(
      undefined,
    )
    const other = SOURCES['a Flux HelmRelease'].replace('chart: istiod', 'chart: podinfo')
    expect(readManifests({ 'a.yaml': other }).meshConfigs).toEqual([])
  })
})

describe('of several sources the last in rank counts', () => {
  const names = (text: string) =>
    meshConfigSources(readManifests({ 'a.yaml': text })).map(({ resource }) => resource.source)

  test('Helm, ConfigMap, Istio, IstioOperator', () => {
    const all = [...Object.values(SOURCES)].reverse().join('---\n')
    const ranked = ['helm-values', 'config-map', 'istio-resource', 'operator-mesh-config']
    expect([...new Set(names(all).filter((source) => source !== 'operator-values'))]).toEqual(ranked)
  })

  test('a ConfigMap outside the root namespace, or of another name, is none', () => {
    const map = SOURCES['a ConfigMap']
    expect(names(map)).toEqual(['config-map'])
    expect(names(map.replace('namespace: istio-system', 'namespace: web'))).toEqual([])
    expect(names(map.replace('name: istio,', 'name: istio-extra,'))).toEqual([])
    expect(names(map.replace('name: istio,', 'name: istio-1-27-0,'))).toEqual(['config-map'])
    expect(names(map.replace('name: istio,', 'name: istio-blue, labels: {istio.io/rev: blue},'))).toEqual([
      'config-map',
    ])
  })

  test('one that istiod refuses leaves the defaults', () => {
    const text = SOURCES['IstioOperator, values'].replace('REGISTRY_ONLY', 'REGISTRY')
    const settings = meshSettings(readManifests({ 'a.yaml': text }))
    expect(settings.config).toBeUndefined()
  })
})

test('an empty policy is REGISTRY_ONLY, a policy left empty is none', () => {
  const policyOf = (value: string) => {
    const text = SOURCES['IstioOperator, values'].replace(MODE, `outboundTrafficPolicy: ${value}`)
    return readManifests({ 'a.yaml': text }).meshConfigs[0]?.resource.outboundTrafficPolicy
  }
  expect(policyOf('{}')).toEqual({ mode: 'REGISTRY_ONLY', implicit: true })
  expect(policyOf('null')).toBeUndefined()
  expect(policyOf('{mode: 1}')).toEqual({ mode: 'ALLOW_ANY', implicit: false })
})
