import { expect, test } from 'vitest'
import { checkRule, findingsIn } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { missingSubset } from './missing-subset'

const files = (rule: string, finding = '', gateways = '') => `${REGISTRY_ONLY}
#- /service.yaml
kind: Service
metadata: { name: reviews, namespace: shop }
spec: { ports: [{ name: http, port: 80 }] }
#- /route.yaml
kind: VirtualService
metadata: { name: reviews, namespace: shop }
spec:
  hosts: [reviews]
${gateways}  http:
  - route:
    - destination:
        host: reviews
        subset: v2
${finding}
${rule}`

const rule = (subset: string, namespace: string, rest = '') => `
#- /rule.yaml
kind: DestinationRule
metadata: { name: reviews, namespace: ${namespace} }
spec: { ${rest}host: reviews.shop.svc.cluster.local, subsets: [{ name: ${subset}, labels: { version: ${subset} } }] }
`
const CARETS = '#               ^^ warning missing-subset: '

test('nobody defines it', () => {
  const finding = `${CARETS}No DestinationRule that counts here defines subset v2 of reviews.shop.svc.cluster.local. …503…Define the subset in a DestinationRule…`
  checkRule(missingSubset, files('', finding))
  checkRule(missingSubset, files(rule('v1', 'shop'), finding))
})

test('one that is kept to another namespace does not help', () => {
  checkRule(
    missingSubset,
    files(
      rule('v2', 'infra', 'exportTo: ["."], '),
      `${CARETS}…DestinationRule infra/reviews defines it, but is not visible in namespace shop…`,
    ),
  )
})

test('the engine says the same of a call', () => {
  const { test: mesh } = findingsIn(files(''), 'missing-subset')
  const call = { host: 'reviews', port: 80, protocol: 'http' }
  expect(mesh.mesh.engine.verdict({ namespace: 'shop', labels: {} }, call).outcome).toBe('error')
})

test('it is there', () => void checkRule(missingSubset, files(rule('v2', 'shop'))))

test('gateways and selected workloads look from elsewhere', () => {
  checkRule(missingSubset, files(rule('v2', 'infra', 'exportTo: ["."], '), '', '  gateways: [infra/public]\n'))
  checkRule(missingSubset, files(rule('v2', 'shop', 'workloadSelector: { matchLabels: { app: a } }, ')))
})

test('a host that nobody registered is another matter', () => {
  const text = files('').replace('host: reviews\n', 'host: elsewhere\n')
  expect(findingsIn(text, 'missing-subset').findings).toEqual([])
})
