import { describe, expect, test } from 'vitest'
import { DEFAULT_MESH_OPTIONS, type MeshOptions } from '../registry/mesh-resources'
import { readManifests } from '../testing/manifests'
import { createEgressEngine } from './create-egress-engine'
import type { Call, EgressVerdict } from './egress-verdict'

const REGISTRY_ONLY = `
apiVersion: install.istio.io/v1alpha1
kind: IstioOperator
metadata: {name: mesh, namespace: istio-system}
spec: {meshConfig: {outboundTrafficPolicy: {mode: REGISTRY_ONLY}}}
---
`

function istio(kind: string, name: string, namespace: string, spec: string): string {
  return `apiVersion: networking.istio.io/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n---\n`
}

function engineOf(text: string, options: Partial<MeshOptions> = {}) {
  return createEgressEngine(readManifests({ 'mesh.yaml': text }), { ...DEFAULT_MESH_OPTIONS, ...options })
}

function verdict(text: string, namespace: string, call: Partial<Call>, options?: Partial<MeshOptions>): EgressVerdict {
  const caller = { namespace, labels: {} }
  return engineOf(text, options).verdict(caller, { host: 'db.example.com', port: 5432, protocol: null, ...call })
}

describe('PostgreSQL declared in another namespace', () => {
  const entry = (exportTo: string) =>
    REGISTRY_ONLY +
    istio(
      'ServiceEntry',
      'db',
      'frontend',
      `{hosts: [db.example.com], ${exportTo} resolution: DNS, ports: [{number: 5432, name: tcp, protocol: TCP}]}`,
    )

  test('without exportTo everybody reaches it', () => {
    const answer = verdict(entry(''), 'default', {})
    expect(answer).toMatchObject({ outcome: 'registered', cause: 'none', cluster: 'outbound|5432||db.example.com' })
    expect(answer.entry).toMatchObject({ kind: 'ServiceEntry', namespace: 'frontend', name: 'db' })
    expect(answer.symptom).toBe('')
  })

  test('with exportTo ["."] it is not exported', () => {
    const answer = verdict(entry('exportTo: ["."],'), 'default', {})
    expect(answer).toMatchObject({ outcome: 'blocked', cause: 'not-exported', cluster: 'BlackHoleCluster' })
    expect(answer.reason).toBe(
      'db.example.com:5432 is blocked in namespace default: ServiceEntry frontend/db declares it, but exports it only to namespace frontend, and the policy is REGISTRY_ONLY, set by IstioOperator istio-system/mesh.',
    )
    expect(answer.nearMisses).toMatchObject([{ name: 'db', path: 'spec.exportTo' }])
    expect(answer.entry).toBeUndefined()
  })

  test('with the setting visibility: namespace it is not exported either, but its own namespace reaches it', () => {
    const options = { visibility: 'namespace' } as const
    expect(verdict(entry(''), 'default', {}, options)).toMatchObject({ outcome: 'blocked', cause: 'not-exported' })
    expect(verdict(entry(''), 'frontend', {}, options)).toMatchObject({ outcome: 'registered' })
    expect(verdict(entry('exportTo: ["*"],'), 'default', {}, options)).toMatchObject({ outcome: 'registered' })
  })

  test('a call without a port is registered if any port of the host is', () => {
    expect(verdict(entry(''), 'default', { port: null })).toMatchObject({ outcome: 'registered' })
    expect(verdict(entry('exportTo: ["."],'), 'default', { port: null })).toMatchObject({ cause: 'not-exported' })
  })
})

describe('exportTo', () => {
  const entry = (exportTo: string) =>
    REGISTRY_ONLY +
    istio('ServiceEntry', 'a', 'infra', `{hosts: [a.b.c], ${exportTo} ports: [{number: 80, name: h, protocol: HTTP}]}`)

  test.each([
    ['', ['infra', 'web', 'shop']],
    ['exportTo: [],', ['infra', 'web', 'shop']],
    ['exportTo: ["*"],', ['infra', 'web', 'shop']],
    ['exportTo: ["."],', ['infra']],
    ['exportTo: [web],', ['web']],
    ['exportTo: [".", web],', ['infra', 'web']],
    ['exportTo: ["~"],', []],
  ])('%s reaches %s', (exportTo, reached) => {
    const engine = engineOf(entry(exportTo))
    const call = { host: 'a.b.c', port: 80, protocol: 'http' }
    const seen = ['infra', 'web', 'shop'].filter(
      (namespace) => engine.verdict({ namespace, labels: {} }, call).outcome === 'registered',
    )
    expect(seen).toEqual(reached)
    expect(engine.declarationsOf('a.b.c')).toHaveLength(1)
  })
})

describe('what a call lacks', () => {
  const ENTRY = istio(
    'ServiceEntry',
    'api',
    'infra',
    '{hosts: [api.example.com], resolution: DNS, ports: [{number: 443, name: t, protocol: TLS}]}',
  )
  const host = 'api.example.com'

  test('nobody declares it', () => {
    const answer = verdict(REGISTRY_ONLY, 'shop', { host, port: 443 })
    expect(answer).toMatchObject({ outcome: 'blocked', cause: 'undeclared', nearMisses: [] })
    expect(answer.symptom).toContain('TLS handshake')
  })

  test('the port', () => {
    const answer = verdict(REGISTRY_ONLY + ENTRY, 'shop', { host, port: 8443, protocol: 'https' })
    expect(answer).toMatchObject({ cause: 'port-not-registered', nearMisses: [{ path: 'spec.ports' }] })
    expect(answer.reason).toContain('declares it on 443 (TLS), not on port 8443')
  })

  test('the protocol', () => {
    const answer = verdict(REGISTRY_ONLY + ENTRY, 'shop', { host, port: 443, protocol: 'http' })
    expect(answer).toMatchObject({ outcome: 'blocked', cause: 'protocol-mismatch' })
  })

  test('the import of a Sidecar', () => {
    const sidecar = istio('Sidecar', 'default', 'shop', '{egress: [{hosts: ["./*"]}]}')
    const answer = verdict(REGISTRY_ONLY + ENTRY + sidecar, 'shop', { host, port: 443 })
    expect(answer).toMatchObject({ cause: 'outside-sidecar-scope', sidecar: { kind: 'Sidecar', namespace: 'shop' } })
    expect(verdict(REGISTRY_ONLY + ENTRY + sidecar, 'infra', { host, port: 443 }).outcome).toBe('registered')
  })

  test('an own server: another entry takes the port', () => {
    const other = istio(
      'ServiceEntry',
      'db',
      'infra',
      '{hosts: [db.example.com], resolution: DNS, ports: [{number: 5432, name: t, protocol: TCP}]}',
    )
    const answer = verdict(REGISTRY_ONLY + other, 'shop', { host: 'other.example.com', port: 5432 })
    expect(answer).toMatchObject({ outcome: 'captured', cause: 'captured', entry: { name: 'db' } })
    expect(answer.symptom).toContain('db.example.com')
  })

  test('a cluster: the VirtualService names a subset that nothing defines', () => {
    const http = istio(
      'ServiceEntry',
      'h',
      'shop',
      '{hosts: [h.example.com], resolution: DNS, ports: [{number: 80, name: h, protocol: HTTP}]}',
    )
    const route = istio(
      'VirtualService',
      'h',
      'shop',
      '{hosts: [h.example.com], http: [{route: [{destination: {host: h.example.com, subset: v2}}]}]}',
    )
    const answer = verdict(REGISTRY_ONLY + http + route, 'shop', { host: 'h.example.com', port: 80 })
    expect(answer).toMatchObject({ outcome: 'error', cause: 'broken-route', via: { kind: 'VirtualService' } })
    expect(answer.symptom).toContain('503')
  })
})

describe('the Sidecar in force', () => {
  const text =
    istio('Sidecar', 'default', 'shop', '{egress: [{hosts: ["./*"]}]}') +
    istio('Sidecar', 'payer', 'shop', '{workloadSelector: {labels: {app: payer}}, egress: [{hosts: ["*/*"]}]}') +
    istio('Sidecar', 'root', 'istio-system', '{egress: [{hosts: ["./*", "infra/*"]}]}')

  test.each([
    ['shop', {}, 'default'],
    ['shop', { app: 'payer' }, 'payer'],
    ['shop', { app: 'cart' }, 'default'],
    ['web', { app: 'payer' }, 'root'],
  ])('in %s with %s is %s', (namespace, labels, name) => {
    expect(engineOf(text).sidecarFor({ namespace, labels })?.name).toBe(name)
  })

  test('none where there is none', () => {
    expect(engineOf(REGISTRY_ONLY).sidecarFor({ namespace: 'shop', labels: {} })).toBeUndefined()
  })
})

describe('the policy in force', () => {
  const caller = { namespace: 'shop', labels: {} }
  const policyOf = (text: string, options?: Partial<MeshOptions>) => engineOf(text, options).policyFor(caller)
  const open = istio('Sidecar', 'default', 'shop', '{outboundTrafficPolicy: {mode: ALLOW_ANY}}')

  test('lets everything through by default', () => {
    expect(policyOf('')).toEqual({ mode: 'ALLOW_ANY', source: undefined, from: 'default' })
  })

  test('comes from the mesh configuration', () => {
    expect(policyOf(REGISTRY_ONLY)).toMatchObject({
      mode: 'REGISTRY_ONLY',
      from: 'mesh',
      source: { kind: 'IstioOperator', path: 'outboundTrafficPolicy.mode' },
    })
  })

  test("is the Sidecar's if it says one", () => {
    const expected = { mode: 'ALLOW_ANY', from: 'sidecar', source: { path: 'spec.outboundTrafficPolicy.mode' } }
    expect(policyOf(REGISTRY_ONLY + open)).toMatchObject(expected)
    expect(policyOf(open, { outboundTrafficPolicy: 'REGISTRY_ONLY', assume: 'REGISTRY_ONLY' })).toMatchObject(expected)
  })

  test('is REGISTRY_ONLY for an empty field', () => {
    const empty = istio('Sidecar', 'default', 'shop', '{outboundTrafficPolicy: {}}')
    expect(policyOf(empty)).toMatchObject({ mode: 'REGISTRY_ONLY', source: { path: 'spec.outboundTrafficPolicy' } })
  })

  test('is replaced by a setting, and filled in by an assumption', () => {
    expect(policyOf(REGISTRY_ONLY, { outboundTrafficPolicy: 'ALLOW_ANY' })).toMatchObject({ from: 'setting' })
    expect(policyOf('', { assume: 'REGISTRY_ONLY' })).toMatchObject({ mode: 'REGISTRY_ONLY', from: 'assumed' })
    expect(policyOf(REGISTRY_ONLY, { assume: 'ALLOW_ANY' })).toMatchObject({ mode: 'REGISTRY_ONLY', from: 'mesh' })
  })
})

describe('age', () => {
  const entry = (name: string, namespace: string, host: string, created = '') =>
    `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: ${name}, namespace: ${namespace}${created && `, creationTimestamp: "${created}"`}}\nspec: {hosts: [${host}], resolution: DNS, ports: [{number: 5432, name: t, protocol: TCP}]}\n---\n`

  test('of two equally old entries that take the port either may win', () => {
    const text = REGISTRY_ONLY + entry('a', 'infra', 'a.example.com') + entry('b', 'infra', 'b.example.com')
    expect(verdict(text, 'shop', { host: 'b.example.com' })).toMatchObject({ outcome: 'captured', ambiguous: true })
  })

  test('the older one wins, and nothing is left to chance', () => {
    const text =
      REGISTRY_ONLY +
      entry('a', 'infra', 'a.example.com', '2024-05-05T00:00:00Z') +
      entry('b', 'infra', 'b.example.com', '2023-05-05T00:00:00Z')
    expect(verdict(text, 'shop', { host: 'b.example.com' })).toMatchObject({ outcome: 'registered', ambiguous: false })
  })
})

describe('an entry with addresses', () => {
  const text =
    REGISTRY_ONLY +
    istio(
      'ServiceEntry',
      'db',
      'shop',
      '{hosts: [db.example.com], addresses: [10.9.8.7], resolution: STATIC, ports: [{number: 5432, name: t, protocol: TCP}]}',
    )

  test('serves the calls that go there, and no others', () => {
    expect(verdict(text, 'shop', { address: '10.9.8.7' }).outcome).toBe('registered')
    expect(verdict(text, 'shop', { address: '10.9.8.6' }).outcome).toBe('blocked')
  })

  test('is believed where the caller says so', () => {
    expect(verdict(text, 'shop', {})).toMatchObject({ outcome: 'blocked', cause: 'protocol-mismatch' })
    expect(verdict(text, 'shop', { addressAsDeclared: true }).outcome).toBe('registered')
  })
})

test('a known host counts as registered where the setting says so', () => {
  const knownHosts = [{ host: '*.example.com', namespaces: ['shop'], ports: [443] }]
  const host = 'api.example.com'
  expect(verdict(REGISTRY_ONLY, 'shop', { host, port: 443 }, { knownHosts }).outcome).toBe('registered')
  expect(verdict(REGISTRY_ONLY, 'shop', { host, port: 80 }, { knownHosts }).outcome).toBe('blocked')
  expect(verdict(REGISTRY_ONLY, 'web', { host, port: 443 }, { knownHosts }).outcome).toBe('blocked')
})

test('what a namespace reaches is listed by host', () => {
  const text =
    istio('ServiceEntry', 'b', 'infra', '{hosts: [b.c], ports: [{number: 80, name: h, protocol: HTTP}]}') +
    istio('ServiceEntry', 'a', 'infra', '{hosts: [a.c], exportTo: ["."], ports: [{number: 81, name: x}]}')
  const engine = engineOf(text)
  const hosts = (namespace: string) => engine.servicesFor({ namespace, labels: {} }).map(({ host }) => host)
  expect(hosts('shop')).toEqual(['b.c'])
  expect(hosts('infra')).toEqual(['a.c', 'b.c'])
})
