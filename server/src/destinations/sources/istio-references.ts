import type { ResourceNode } from '../../kubernetes/resource'
import { childOf, itemsOf, pairsOf, textOf, type YamlNode } from '../../yaml/node'
import { readYaml } from '../../yaml/reader'
import { type FoundHost, findInSetting } from '../find-in-setting'
import type { KeyMeaning } from '../key-words'
import { nestedScalarSource, type SourceText, scalarSource, sliceSource } from '../source-text'
import type { Technology } from '../technologies'
import type { LocatedHost } from './located-host'

const ADDRESS: KeyMeaning = { kind: 'address', strong: true }

/** What each kind of extension provider speaks (Istio's MeshConfig reference). */
const PROVIDERS: ReadonlyMap<string, string> = new Map([
  ['envoyExtAuthzHttp', 'HTTP'],
  ['envoyExtAuthzGrpc', 'GRPC'],
  ['opentelemetry', 'GRPC'],
  ['envoyOtelAls', 'GRPC'],
  ['envoyHttpAls', 'GRPC'],
  ['envoyTcpAls', 'GRPC'],
  ['skywalking', 'GRPC'],
  ['opencensus', 'GRPC'],
  ['sds', 'GRPC'],
  ['zipkin', 'HTTP'],
  ['lightstep', 'TLS'],
  ['datadog', 'HTTP'],
])

/** The hosts that Istio itself calls because of its own objects: key sets of tokens, and the mesh's extension providers. */
export function istioHosts(resource: ResourceNode, text: string): readonly LocatedHost[] {
  const { apiVersion, kind } = resource.head
  if (kind === 'RequestAuthentication' && apiVersion.startsWith('security.istio.io/'))
    return tokenIssuers(resource, text)
  if (kind === 'IstioOperator' && apiVersion.startsWith('install.istio.io/')) {
    const spec = childOf(resource.node, 'spec')
    return [...providers(childOf(spec, 'meshConfig'), text, 'spec.meshConfig'), ...valuesProviders(spec, text)]
  }
  if (kind === 'Istio' && apiVersion.startsWith('sailoperator.io/'))
    return valuesProviders(childOf(resource.node, 'spec'), text)
  if (kind === 'ConfigMap' && /^istio(-|$)/.test(resource.head.name)) return meshConfigMap(resource, text)
  return []
}

function valuesProviders(spec: YamlNode | undefined, text: string): readonly LocatedHost[] {
  return providers(childOf(childOf(spec, 'values'), 'meshConfig'), text, 'spec.values.meshConfig')
}

/** True for a ConfigMap that istiod reads as the mesh's configuration: its values are no settings of an application. */
export function isMeshConfigMap({ head, node }: ResourceNode): boolean {
  return (
    head.kind === 'ConfigMap' && /^istio(-|$)/.test(head.name) && childOf(childOf(node, 'data'), 'mesh') !== undefined
  )
}

function meshConfigMap(resource: ResourceNode, text: string): readonly LocatedHost[] {
  const mesh = childOf(childOf(resource.node, 'data'), 'mesh')
  if (mesh?.kind !== 'scalar') return []
  const source = scalarSource(text, mesh)
  return readYaml(source.text).flatMap(({ root }) => providers(root, text, 'data.mesh', source))
}

function tokenIssuers(resource: ResourceNode, text: string): readonly LocatedHost[] {
  return itemsOf(childOf(childOf(resource.node, 'spec'), 'jwtRules')).flatMap((rule, index) => {
    const keys = childOf(rule, 'jwksUri') ?? childOf(rule, 'jwks_uri')
    if (keys) return located(keys, text, `spec.jwtRules[${index}].jwksUri`)
    const issuer = childOf(rule, 'issuer')
    const isFetched = childOf(rule, 'jwks') === undefined && /^https?:\/\//i.test(textOf(issuer) ?? '')
    // Without any keys istiod fetches the issuer's discovery document.
    return isFetched ? located(issuer, text, `spec.jwtRules[${index}].issuer`) : []
  })
}

function located(node: YamlNode | undefined, text: string, path: string): readonly LocatedHost[] {
  if (node?.kind !== 'scalar') return []
  const setting = { path: ['uri'], value: scalarSource(text, node) }
  return findInSetting(setting, { group: new Map(), meaning: ADDRESS }).map((found) => field(found, path))
}

function field(found: FoundHost, path: string): LocatedHost {
  return { found, path, via: 'crd-field', key: undefined }
}

function providers(mesh: YamlNode | undefined, text: string, path: string, outer?: SourceText): readonly LocatedHost[] {
  return itemsOf(childOf(mesh, 'extensionProviders')).flatMap((provider, index) =>
    pairsOf(provider).flatMap(({ key, value }) => {
      const protocol = PROVIDERS.get(key.value)
      const service = childOf(value, 'service')
      if (protocol === undefined || service?.kind !== 'scalar') return []
      const source = outer ? nestedScalarSource(outer, service) : scalarSource(text, service)
      return providerHosts(source, value, protocol).map((found) =>
        field(found, `${path}.extensionProviders[${index}].${key.value}.service`),
      )
    }),
  )
}

/** `namespace/host` or `host`, with the port beside it. */
function providerHosts(source: SourceText, provider: YamlNode | undefined, protocol: string): readonly FoundHost[] {
  const host = sliceSource(source, source.text.indexOf('/') + 1, source.text.length)
  const group = new Map([['port', textOf(childOf(provider, 'port')) ?? '']])
  const isOverHttp = childOf(provider, 'http') !== undefined
  const technology: Technology = { port: null, protocol: isOverHttp ? 'HTTP' : protocol }
  return findInSetting({ path: ['host'], value: host }, { group, technology, meaning: ADDRESS })
}
