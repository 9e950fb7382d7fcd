import { expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { isKustomizationFile, readKustomization } from './kustomization'

const read = (text: string, note: (path: string) => void = () => undefined) =>
  readKustomization(readYaml(text)[0]?.root, note)

test('every field that names files is read; inline patches name none', () => {
  const kustomization = read(`
namespace: shop
namePrefix: prod-
nameSuffix: ""
resources: [../base, service.yaml, "https://example.com/x.yaml", 5, null]
bases: [../old]
components: [../components/tls]
patches:
  - path: a.yaml
  - patch: |-
      - op: add
    target: { kind: Deployment }
patchesStrategicMerge:
  - b.yaml
  - |-
    apiVersion: v1
    kind: Service
patchesJson6902: [{ path: c.yaml, target: {} }]
replacements: [{ path: d.yaml }, { source: {} }]
transformers: [e.yaml]
configMapGenerator:
  - name: app
    files: [f.yaml, "config=g.yaml"]
    envs: [h.env]
`)
  expect(kustomization).toEqual({
    kind: 'Kustomization',
    namespace: 'shop',
    namePrefix: 'prod-',
    nameSuffix: undefined,
    resources: ['../base', 'service.yaml', 'https://example.com/x.yaml', '5', '../old'],
    components: ['../components/tls'],
    patches: ['b.yaml', 'e.yaml', 'a.yaml', 'c.yaml', 'd.yaml', 'f.yaml', 'g.yaml', 'h.env'],
  })
})

test('a component says so; an object of another API under this name is none', () => {
  expect(read('kind: Component')?.kind).toBe('Component')
  expect(read('apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec: {}')).toBeUndefined()
  expect(read('- a list')).toBeUndefined()
  expect(read('')).toBeUndefined()
})

test('half-typed fields give what is there', () => {
  expect(read('namespace:\nresources:\n  - \n  - a.yaml\npatches: nothing\ncomponents: {}')).toMatchObject({
    namespace: undefined,
    resources: ['a.yaml'],
    components: [],
    patches: [],
  })
})

test('places are noted', () => {
  const noted: string[] = []
  read('namespace: a\nresources: [b.yaml, c.yaml]', (path) => void noted.push(path))
  expect(noted).toEqual(['namespace', 'resources', 'resources[0]', 'resources[1]'])
})

test('the three names that kustomize knows', () => {
  expect(
    ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].every((name) =>
      isKustomizationFile(`file:///a/${name}`),
    ),
  ).toBe(true)
  expect(isKustomizationFile('file:///a/my-kustomization.yaml')).toBe(false)
})
