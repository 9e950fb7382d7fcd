import { test } from 'vitest'
import { checkRule } from '../testing/check'
import { REGISTRY_ONLY } from '../testing/fixture'
import { sidecarUnscoped } from './sidecar-unscoped'

const files = (host: string, finding = '') => `${REGISTRY_ONLY}
#- /sidecar.yaml
kind: Sidecar
metadata: { name: narrow, namespace: shop }
${finding}
spec: { egress: [{ hosts: ["./*", "${host}"] }] }
${finding === '' ? '' : '#                                 ^^^^^^^^^^^^^^^ error invalid-value'}
`

test('one host that istiod refuses, and the whole Sidecar is gone', () => {
  checkRule(
    sidecarUnscoped,
    files(
      'infra/reviews',
      '#                 ^^^^^^ warning sidecar-unscoped: Sidecar shop/narrow counts for nothing: istiod refuses all of it. The reason: …Workloads of shop see everything that is exported to them, and what nobody registered is blocked (REGISTRY_ONLY). Mend what is refused, or remove the Sidecar.',
    ),
  )
})

test('another one holds in its place', () => {
  checkRule(
    sidecarUnscoped,
    `${files(
      'infra/reviews',
      '#                 ^^^^^^ warning sidecar-unscoped: …Workloads of shop follow Sidecar istio-system/default in its place, with the outbound policy ALLOW_ANY. …',
    )}
#- /root.yaml
kind: Sidecar
metadata: { name: default, namespace: istio-system }
spec: { outboundTrafficPolicy: { mode: ALLOW_ANY } }
`,
  )
})

test('one that is accepted', () => void checkRule(sidecarUnscoped, files('infra/reviews.infra.svc.cluster.local')))
