import { describe, expect, test } from 'vitest'
import { readYaml } from '../yaml/reader'
import { bypassOf } from './injection'
import { resourcesOf } from './resources-of'
import type { CaptureDefaults } from './traffic-capture'
import { readWorkload } from './workload'

interface Place {
  readonly namespace?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly host?: string
  readonly port?: number | null
  readonly defaults?: CaptureDefaults
}

/** `bypassed` or `unknown` and why; undefined: the call passes the sidecar. */
function answer(pod: string, place: Place = {}): string | undefined {
  const { namespace = 'shop', labels, host = 'api.example.com', port = 443, defaults } = place
  const [node] = resourcesOf(readYaml(`{apiVersion: v1, kind: Pod, ${pod}}`))
  const workload = node && readWorkload(node, () => undefined)
  if (!workload) throw new Error('The pod was not read.')
  const found = bypassOf(workload, { name: namespace, labels }, { host, port }, defaults)
  return found && `${found.certain ? 'bypassed' : 'unknown'}: ${found.reason}`
}

const annotated = (pairs: string) => `metadata: {name: p, annotations: {${pairs}}}, spec: {}`
const traffic = (list: string, value: string) => annotated(`"traffic.sidecar.istio.io/${list}": "${value}"`)
const labelled = (pairs: string) => `metadata: {name: p, labels: {${pairs}}}, spec: {}`
const inject = (value: string) => labelled(`"sidecar.istio.io/inject": "${value}"`)
const plain = annotated('')
const AMBIENT = { 'istio.io/dataplane-mode': 'ambient' }

describe('who gets a sidecar', () => {
  test.each([
    ['a pod that asks for it', inject('true'), {}],
    ['one of which nothing is said', plain, {}],
    ['of a namespace with injection', plain, { labels: { 'istio-injection': 'enabled' } }],
    ['of a namespace with a revision', plain, { labels: { 'istio.io/rev': 'canary' } }],
    ['one that asks for it in an ambient namespace', inject('true'), { labels: AMBIENT }],
    ['of an ambient namespace with injection', plain, { labels: { ...AMBIENT, 'istio-injection': 'enabled' } }],
    ['of an ambient namespace with a revision', plain, { labels: { ...AMBIENT, 'istio.io/rev': '1-30' } }],
    ['a template beside the sidecar', annotated('"inject.istio.io/templates": "sidecar,extra"'), {}],
  ])('%s', (_, pod, place) => expect(answer(pod, place)).toBeUndefined())

  test.each([
    ['inject: false as a label', inject('false'), {}, 'sidecar.istio.io/inject'],
    ['inject: false as an annotation', annotated('"sidecar.istio.io/inject": "false"'), {}, 'sidecar.istio.io/inject'],
    ['the network of the node', 'metadata: {name: p}, spec: {hostNetwork: true}', {}, 'hostNetwork'],
    ['a namespace without', inject('true'), { labels: { 'istio-injection': 'disabled' } }, 'istio-injection'],
    [
      'disabled beside a revision',
      plain,
      { labels: { 'istio-injection': 'disabled', 'istio.io/rev': 'x' } },
      'disabled',
    ],
    ['a namespace of Kubernetes itself', inject('true'), { namespace: 'kube-system' }, 'kube-system'],
    ['an ambient namespace', plain, { labels: AMBIENT }, 'ztunnel'],
    ['an ambient pod', labelled('"istio.io/dataplane-mode": ambient'), {}, 'ztunnel'],
    ['a pod that leaves it', labelled('"istio.io/dataplane-mode": none'), { labels: AMBIENT }, 'dataplane-mode: none'],
    ['a gateway', annotated('"inject.istio.io/templates": gateway'), {}, 'gateway'],
    ['gRPC without a proxy', annotated('"inject.istio.io/templates": grpc-agent'), {}, 'gRPC'],
  ])('not: %s', (_, pod, place, reason) => {
    expect(answer(pod, place)).toMatch(/^bypassed: /)
    expect(answer(pod, place)).toContain(reason)
  })
})

describe('whose traffic is not redirected', () => {
  test('the user and the group of the sidecar itself', () => {
    expect(answer('metadata: {name: p}, spec: {securityContext: {runAsUser: 1337}}')).toContain(
      'bypassed: The pod runs as user',
    )
    expect(answer('metadata: {name: p}, spec: {securityContext: {runAsGroup: 1337}}')).toContain('group 1337')
    expect(answer('metadata: {name: p}, spec: {securityContext: {runAsUser: 1000}}')).toBeUndefined()
  })

  test('interception mode NONE, wherever it is said; the pod wins', () => {
    const mode = (value: string) => annotated(`"sidecar.istio.io/interceptionMode": ${value}`)
    expect(answer(mode('NONE'))).toContain('bypassed: The annotation `sidecar.istio.io/interceptionMode: NONE`')
    expect(answer(mode('TPROXY'))).toBeUndefined()
    expect(answer(annotated('"proxy.istio.io/config": "interceptionMode: NONE"'))).toContain('proxy.istio.io/config')
    const defaults = { interceptionMode: 'NONE' }
    expect(answer(plain, { defaults })).toContain('defaultConfig')
    expect(answer(mode('REDIRECT'), { defaults })).toBeUndefined()
  })

  test('ports', () => {
    const pod = traffic('excludeOutboundPorts', '3306, 27017')
    expect(answer(pod, { port: 27017 })).toContain('bypassed')
    expect(answer(pod, { port: 443 })).toBeUndefined()
    expect(answer(pod, { port: null })).toContain('unknown')
  })

  test('excluded ranges: an address is in or out, a name may lead anywhere', () => {
    const pod = traffic('excludeOutboundIPRanges', '10.80.0.0/16,192.0.2.7')
    expect(answer(pod, { host: '10.80.3.4' })).toContain(
      'bypassed: The annotation `traffic.sidecar.istio.io/excludeOutboundIPRanges` takes 10.80.0.0/16',
    )
    expect(answer(pod, { host: '192.0.2.7' })).toContain('bypassed')
    expect(answer(pod, { host: '10.81.0.1' })).toBeUndefined()
    expect(answer(pod)).toContain('unknown')
    expect(answer(traffic('excludeOutboundIPRanges', '0.0.0.0/0'))).toContain('bypassed')
    // No service's name leads to the metadata server.
    expect(answer(traffic('excludeOutboundIPRanges', '169.254.169.254/32'))).toBeUndefined()
  })

  test('included ranges, and ports that are included all the same', () => {
    const pod = traffic('includeOutboundIPRanges', '10.0.0.0/8')
    expect(answer(pod, { host: '10.1.2.3' })).toBeUndefined()
    expect(answer(pod, { host: '192.168.0.1' })).toContain('bypassed')
    expect(answer(pod)).toContain('unknown')
    expect(answer(traffic('includeOutboundIPRanges', '*'))).toBeUndefined()
    expect(answer(traffic('includeOutboundIPRanges', ''))).toContain('captures nothing')
    const both = annotated(
      '"traffic.sidecar.istio.io/includeOutboundIPRanges": "", "traffic.sidecar.istio.io/includeOutboundPorts": "443"',
    )
    expect([answer(both), answer(both, { port: 80 })?.slice(0, 8), answer(both, { port: null })?.slice(0, 7)]).toEqual([
      undefined,
      'bypassed',
      'unknown',
    ])
  })

  test('an excluded port comes before an included one, and the mesh has defaults', () => {
    const pod = annotated(
      '"traffic.sidecar.istio.io/excludeOutboundPorts": "443", "traffic.sidecar.istio.io/includeOutboundPorts": "443"',
    )
    expect(answer(pod)).toContain('bypassed')
    const defaults = { lists: { includeOutboundIPRanges: '10.0.0.0/8' } }
    expect(answer(plain, { host: '203.0.113.7', defaults })).toContain("bypassed: The mesh's default")
    expect(answer(traffic('includeOutboundIPRanges', '*'), { host: '203.0.113.7', defaults })).toBeUndefined()
  })
})
