import { describe, expect, test } from 'vitest'
import { readManifests } from '../../testing/manifests'
import { isCidr, isIpAddress, isWildcardDomain } from './names'

function rejectionsOfEntry(spec: string, metadata = 'name: e, namespace: shop'): readonly string[] {
  const text = `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {${metadata}}\nspec: ${spec}\n`
  return (
    readManifests({ 'e.yaml': text }).serviceEntries[0]?.resource.rejections.map(({ message }) => message) ?? [
      'not read',
    ]
  )
}

const PORT = 'ports: [{number: 443, name: tls, protocol: TLS}]'

describe('a ServiceEntry is accepted', () => {
  test.each([
    `{hosts: [a.example.com], ${PORT}}`,
    `{hosts: ["*.example.com"], resolution: NONE, ${PORT}}`,
    `{hosts: [a.example.com, b.example.com], resolution: DNS, ${PORT}}`,
    `{hosts: [a.example.com], addresses: [10.0.0.0/8], ${PORT}}`,
    `{hosts: [a.example.com], exportTo: ["~"], ${PORT}}`,
    `{hosts: ["*.example.com"], resolution: DYNAMIC_DNS, ${PORT}}`,
    '{hosts: [a.example.com], resolution: DNS}',
  ])('%s', (spec) => {
    expect(rejectionsOfEntry(spec)).toEqual([])
  })
})

describe('a ServiceEntry is refused', () => {
  test.each([
    [`{hosts: [], ${PORT}}`, 'at least one host'],
    [`{hosts: ["*"], ${PORT}}`, 'every host'],
    [`{hosts: ["api-*.example.com"], ${PORT}}`, 'no DNS name'],
    [`{hosts: [10.0.0.1], ${PORT}}`, 'is an address'],
    [`{hosts: ["*.example.com"], resolution: DNS, ${PORT}}`, 'cannot be looked up'],
    [`{hosts: [a.example.com], resolution: NONE, endpoints: [{address: 10.0.0.1}], ${PORT}}`, 'no endpoints'],
    ['{hosts: [a.example.com], ports: [{number: 80, name: a}, {number: 80, name: b}]}', 'declared twice'],
    ['{hosts: [a.example.com], ports: [{number: 0, name: a}]}', 'does not exist'],
    ['{hosts: [a.example.com], ports: [{number: "443", name: a}]}', 'must be a whole number'],
    ['{hosts: [a.example.com], ports: [{number: 443, name: y}]}', 'must be a string'],
    ['{hosts: [a.example.com], ports: [{number: 443, name: a, protocol: FTP}]}', 'does not know the protocol'],
    [`{hosts: [a.example.com], resolution: DNS, addresses: [10.0.0.0/8], ${PORT}}`, 'needs resolution NONE or STATIC'],
    [`{hosts: [a.example.com], exportTo: ["*", shop], ${PORT}}`, 'nothing may stand beside it'],
    [`{hosts: [a.example.com], exportTo: [".", shop], ${PORT}}`, 'same namespace'],
    ['{hosts: [a.b.c, d.e.f], resolution: DNS, ports: [{number: 1, name: a, protocol: TCP}]}', 'split the entry'],
    [
      '{hosts: ["*.example.com"], resolution: DYNAMIC_DNS, ports: [{number: 443, name: a, protocol: HTTPS}]}',
      'written as TLS',
    ],
    [`{hosts: [a.example.com], resolution: SOMETIMES, ${PORT}}`, 'does not know'],
  ])('%s', (spec, message) => {
    expect(rejectionsOfEntry(spec).join()).toContain(message)
  })

  test('for a name that YAML 1.1 takes for a boolean', () => {
    expect(rejectionsOfEntry(`{hosts: [a.example.com], ${PORT}}`, 'name: y, namespace: shop').join()).toContain(
      'metadata.name must be a string',
    )
  })
})

describe('a Sidecar is refused', () => {
  test.each([
    ['{egress: [{hosts: ["./short"]}]}', 'short name'],
    ['{egress: [{hosts: [everything]}]}', 'must have the form'],
    ['{egress: [{hosts: ["*/*"]}, {port: {number: 80, protocol: HTTP, name: a}, hosts: ["*/*"]}]}', 'the last one'],
    ['{egress: [{hosts: []}]}', 'at least one host'],
    ['{}', 'must say something'],
    ['{outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}}', 'only for the mesh configuration'],
    ['{outboundTrafficPolicy: {mode: REGISTRY_ONLY, egressProxy: {host: a.b, port: {number: 1}}}}', 'ALLOW_ANY'],
  ])('%s', (spec, message) => {
    const text = `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: {name: s}\nspec: ${spec}\n`
    expect(
      readManifests({ 's.yaml': text })
        .sidecars[0]?.resource.rejections.map(({ message }) => message)
        .join(),
    ).toContain(message)
  })
})

test('names and addresses as Go reads them', () => {
  expect(['1.2.3.4', '::1', 'fe80::1%eth0', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4'].every(isIpAddress)).toBe(true)
  expect(['1.2.3', '01.2.3.4', '1.2.3.256', ':::1', '1:2', 'a.b'].some(isIpAddress)).toBe(false)
  expect(['10.0.0.0/8', '10.1.2.3/8', '::/0'].every(isCidr)).toBe(true)
  expect(['10.0.0.0', '10.0.0.0/33', '10.0.0.0/08', 'a/8'].some(isCidr)).toBe(false)
  expect(['*.', '*.a.b', '*-a.b', '12345', 'a.b.'].every(isWildcardDomain)).toBe(true)
  expect(['a*.b', 'a.*.b', '', '1.2.3.4', 'a..b', '-a.b'].some(isWildcardDomain)).toBe(false)
})
