import { expect, test } from 'vitest'
import { type Kustomization, readKustomization } from '../kubernetes/kustomization'
import { readYaml } from '../yaml/reader'
import { nameIn, type Placement, type PlacementOptions, placementsOf } from './placement'

const ROOT = 'file:///mesh'
const OPTIONS: PlacementOptions = { kustomize: true, root: ROOT, namespaceSetting: [] }

/** Files by path: kustomizations with their text, others empty. Gives `namespace @ overlay` (and affixes, role) of each. */
function place(texts: Readonly<Record<string, string>>, options: Partial<PlacementOptions> = {}) {
  const kustomizations = new Map<string, Kustomization>()
  for (const [path, text] of Object.entries(texts)) {
    const kustomization = text && readKustomization(readYaml(text)[0]?.root, () => undefined)
    if (kustomization) kustomizations.set(`${ROOT}/${path}`, kustomization)
  }
  const placed = placementsOf(
    kustomizations,
    Object.keys(texts).map((path) => `${ROOT}/${path}`),
    { ...OPTIONS, ...options },
  )
  return (path: string) =>
    (placed.get(`${ROOT}/${path}`) ?? []).map((placement) => {
      const { namespace, fallbackNamespace, overlay, role, namePrefix, nameSuffix } = placement
      const where = overlay?.slice(ROOT.length + 1).replace(/\/?kustomization\.yaml$/, '') ?? 'none'
      const name = namePrefix || nameSuffix ? ` ${namePrefix}NAME${nameSuffix}` : ''
      return `${namespace ?? (fallbackNamespace === undefined ? '-' : `(${fallbackNamespace})`)} @ ${where}${name}${role === 'patch' ? ' patch' : ''}`
    })
}

test('a base in three overlays lives three times, and not by itself besides', () => {
  const of = place({
    'base/kustomization.yaml': 'resources: [app.yaml]\nnamespace: base',
    'base/app.yaml': '',
    'dev/kustomization.yaml': 'resources: [../base]\nnamespace: dev\nnamePrefix: d-\npatches: [{ path: patch.yaml }]',
    'dev/patch.yaml': '',
    'prod/kustomization.yaml': 'resources: [../base/]\nnamespace: prod',
    'plain/kustomization.yaml': 'bases: [../base]',
    'alone.yaml': '',
  })
  expect(of('base/app.yaml')).toEqual(['dev @ dev d-NAME', 'base @ plain', 'prod @ prod'])
  expect(of('dev/patch.yaml')).toEqual(['dev @ dev d-NAME patch'])
  expect(of('alone.yaml')).toEqual(['- @ none'])
})

test('overlays of overlays: only the outermost count, and of namespaces the outermost that is set', () => {
  const of = place({
    'base/kustomization.yaml': 'resources: [app.yaml]\nnameSuffix: -a',
    'base/app.yaml': '',
    'mid/kustomization.yaml': 'resources: [../base]\nnamespace: mid\nnameSuffix: -b',
    'outer/kustomization.yaml': 'resources: [../mid, extra.yaml]\nnamePrefix: o-',
    'outer/extra.yaml': '',
  })
  expect(of('base/app.yaml')).toEqual(['mid @ outer o-NAME-a-b'])
  expect(of('outer/extra.yaml')).toEqual(['- @ outer o-NAME'])
})

test('a component changes what was gathered before it, its own files included', () => {
  const of = place({
    'kustomization.yaml': 'resources: [app.yaml]\ncomponents: [one, two]',
    'app.yaml': '',
    'one/kustomization.yaml': 'kind: Component\nnamespace: one\nresources: [o.yaml]',
    'one/o.yaml': '',
    'two/kustomization.yaml': 'kind: Component\nresources: [t.yaml]\npatches: [{ path: p.yaml }]\nnamePrefix: t-',
    'two/t.yaml': '',
    'two/p.yaml': '',
  })
  expect(of('app.yaml')).toEqual(['one @  t-NAME'])
  expect(of('one/o.yaml')).toEqual(['one @  t-NAME'])
  expect(of('two/t.yaml')).toEqual(['- @  t-NAME'])
  expect(of('two/p.yaml')).toEqual(['- @  t-NAME patch'])
})

test('a file that one overlay patches with and another deploys is both', () => {
  const of = place({
    'a/kustomization.yaml': 'resources: [x.yaml]\nnamespace: a',
    'a/x.yaml': '',
    'b/kustomization.yaml': 'patchesStrategicMerge: [../a/x.yaml]\nnamespace: b',
  })
  expect(of('a/x.yaml')).toEqual(['a @ a', 'b @ b patch'])
})

test('circles, remote and missing resources cost nothing', () => {
  const of = place({
    'a/kustomization.yaml': 'resources: [../b, x.yaml]\nnamespace: a',
    'a/x.yaml': '',
    'b/kustomization.yaml':
      'resources: [../a, ., "https://github.com/org/repo//base?ref=v1", none.yaml, /etc/x.yaml]\nnamespace: b',
    'c/kustomization.yaml': 'resources: [../c]',
  })
  expect(of('a/x.yaml')).toEqual(['a @ a'])
})

test('many layers that each include the last one twice stay small', () => {
  const texts: Record<string, string> = { 'k0/kustomization.yaml': 'resources: [app.yaml]', 'k0/app.yaml': '' }
  for (let i = 1; i < 90; i++) {
    texts[`k${i}/kustomization.yaml`] = `resources: [../k${i - 1}, ../k${i - 1}/]\ncomponents: [../k${i - 1}]`
  }
  expect(place(texts)('k0/app.yaml')).toEqual(['- @ k89'])
})

test('the setting gives a namespace where no kustomization does; the first glob counts', () => {
  const texts = {
    'base/kustomization.yaml': 'resources: [app.yaml]',
    'base/app.yaml': '',
    'set/kustomization.yaml': 'resources: [app.yaml]\nnamespace: set',
    'set/app.yaml': '',
    'team/a.yaml': '',
    'other.yaml': '',
  }
  const of = place(texts, {
    namespaceSetting: [
      ['team', 'team'],
      ['{base,set,team}/**', 'shop'],
    ],
  })
  expect(of('base/app.yaml')).toEqual(['(shop) @ base'])
  expect(of('set/app.yaml')).toEqual(['set @ set'])
  expect(of('team/a.yaml')).toEqual(['(team) @ none'])
  expect(of('other.yaml')).toEqual(['- @ none'])
  const off = place(texts, { kustomize: false })
  expect(off('set/app.yaml')).toEqual(['- @ none'])
})

test('names: prefix and suffix for most kinds, the namespace for a Namespace', () => {
  const placement: Placement = {
    namespace: 'prod',
    fallbackNamespace: undefined,
    overlay: undefined,
    role: 'resource',
    namePrefix: 'p-',
    nameSuffix: '-s',
  }
  expect(nameIn(placement, 'ServiceEntry', 'db')).toBe('p-db-s')
  expect(nameIn(placement, 'CustomResourceDefinition', 'db')).toBe('db')
  expect(nameIn(placement, 'Namespace', 'base')).toBe('prod')
  expect(nameIn({ ...placement, namespace: undefined }, 'Namespace', 'base')).toBe('base')
})
