import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { sidecarConflict } from './sidecar-conflict'

const sidecar = (name: string, selector = '', finding = '', namespace = 'shop') => `
#- /${name}.yaml
kind: Sidecar
metadata: { namespace: ${namespace}, name: ${name} }
${finding}
spec: { ${selector}egress: [{ hosts: ["*/*"] }] }
`
const app = (a: string) => `
#- /app.yaml
kind: Deployment
metadata: { name: cart, namespace: shop }
spec: { template: { metadata: { labels: ${a} }, spec: { containers: [{ name: c }] } } }
`
const labels = (text: string) => `workloadSelector: { labels: ${text} }, `
const CARETS = '#                                  ^^^ warning sidecar-conflict: '

test('two for all workloads of a namespace', () => {
  checkRule(
    sidecarConflict,
    REGISTRY_ONLY +
      sidecar(
        'one',
        '',
        `${CARETS}Sidecar one and two in namespace shop are meant for the same workloads. Neither has a workloadSelector. istiod uses the oldest alone, …that is one here. Merge them…`,
      ) +
      sidecar('two', '', `${CARETS}Sidecar two and one …that is one here. …`),
  )
})

test('two that select the same workload', () => {
  checkRule(
    sidecarConflict,
    REGISTRY_ONLY +
      sidecar('one', labels('{ app: cart }'), `${CARETS}…Both select Deployment shop/cart. …`) +
      sidecar('two', labels('{ tier: web }'), `${CARETS}…Both select Deployment shop/cart. …`) +
      app('{ app: cart, tier: web }'),
  )
})

test.each([
  ['one for all beside one for some', sidecar('one') + sidecar('two', labels('{ app: cart }'))],
  [
    'selectors that no workload fits both',
    sidecar('one', labels('{ app: a }')) + sidecar('two', labels('{ app: b }')) + app('{ app: a }'),
  ],
  ['two namespaces', sidecar('one') + sidecar('two', '', '', 'pay')],
])('no conflict: %s', (_, sidecars) => void checkRule(sidecarConflict, REGISTRY_ONLY + sidecars))

test('one that istiod refuses does not count', () => {
  const refused = sidecar('two').replace('*/*', 'infra/reviews')
  expect(findingsIn(REGISTRY_ONLY + sidecar('one') + refused, 'sidecar-conflict').findings).toEqual([])
})
