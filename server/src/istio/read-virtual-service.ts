import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import { childOf, itemsOf, pairsOf, type YamlNode } from '../yaml/node'
import { checkAnnotations } from './acceptance/annotations'
import { checkHttpRouteFields, checkL4Route } from './acceptance/routes'
import { checkVirtualService } from './acceptance/virtual-service'
import { checkMetadata, FieldReader, isNull, nonEmpty, noteSpec } from './reading'
import type {
  HttpMatch,
  HttpRoute,
  L4Match,
  RouteDestination,
  StringMatch,
  TcpRoute,
  VirtualService,
} from './virtual-service'

/** Reads a VirtualService and says why istiod would refuse it. Notes every place below `spec`. */
export function readVirtualService({ head, node }: ResourceNode, note: NotePlace): VirtualService {
  noteSpec(node, note)
  const fields = new FieldReader()
  checkMetadata(node, fields)
  const spec = childOf(node, 'spec')
  const facts: Omit<VirtualService, 'rejections'> = {
    ...head,
    kind: 'VirtualService',
    hosts: fields.strings(childOf(spec, 'hosts'), 'spec.hosts'),
    gateways: fields.strings(childOf(spec, 'gateways'), 'spec.gateways'),
    exportTo: nonEmpty(fields.strings(childOf(spec, 'exportTo'), 'spec.exportTo')),
    http: fields.items(childOf(spec, 'http'), 'spec.http').map((item) => readHttpRoute(item.node, item.path, fields)),
    tls: fields.items(childOf(spec, 'tls'), 'spec.tls').map((item) => readL4Route(item.node, item.path, fields)),
    tcp: fields.items(childOf(spec, 'tcp'), 'spec.tcp').map((item) => readL4Route(item.node, item.path, fields)),
  }
  const problems = [
    ...fields.problems,
    ...checkAnnotations(head.annotations),
    ...checkVirtualService(facts),
    ...itemsOf(childOf(spec, 'http')).flatMap((route, at) => [...checkHttpRouteFields(route, `spec.http[${at}]`)]),
    ...(['tls', 'tcp'] as const).flatMap((kind) =>
      itemsOf(childOf(spec, kind)).flatMap((route, at) => [...checkL4Route(route, `spec.${kind}[${at}]`)]),
    ),
  ]
  return { ...facts, rejections: problems }
}

function readHttpRoute(node: YamlNode, path: string, fields: FieldReader): HttpRoute {
  const delegate = fields.map(childOf(node, 'delegate'), `${path}.delegate`)
  const mirror = childOf(node, 'mirror')
  const mirrors = itemsOf(childOf(node, 'mirrors')).map((item, index) =>
    readTarget(childOf(item, 'destination'), `${path}.mirrors[${index}].destination`, 0, fields),
  )
  return {
    name: fields.string(childOf(node, 'name'), `${path}.name`) ?? '',
    match: fields
      .items(childOf(node, 'match'), `${path}.match`)
      .map((item) => readHttpMatch(item.node, item.path, fields)),
    route: readRoute(node, path, fields),
    redirect: fields.map(childOf(node, 'redirect'), `${path}.redirect`) !== undefined,
    directResponse: fields.map(childOf(node, 'directResponse'), `${path}.directResponse`) !== undefined,
    delegate: delegate && {
      name: fields.string(childOf(delegate, 'name'), `${path}.delegate.name`) ?? '',
      namespace: fields.string(childOf(delegate, 'namespace'), `${path}.delegate.namespace`) || undefined,
    },
    mirrors: mirror && !isNull(mirror) ? [readTarget(mirror, `${path}.mirror`, 0, fields), ...mirrors] : mirrors,
  }
}

function readRoute(node: YamlNode, path: string, fields: FieldReader): readonly RouteDestination[] {
  return fields.items(childOf(node, 'route'), `${path}.route`).map((item) => {
    const weight = fields.integer(childOf(item.node, 'weight'), `${item.path}.weight`) ?? 0
    return readTarget(childOf(item.node, 'destination'), `${item.path}.destination`, weight, fields)
  })
}

function readTarget(node: YamlNode | undefined, path: string, weight: number, fields: FieldReader): RouteDestination {
  const port = fields.map(childOf(node, 'port'), `${path}.port`)
  return {
    host: fields.string(childOf(node, 'host'), `${path}.host`) ?? '',
    port: fields.integer(childOf(port, 'number'), `${path}.port.number`),
    subset: fields.string(childOf(node, 'subset'), `${path}.subset`) || undefined,
    weight,
  }
}

function readHttpMatch(node: YamlNode, path: string, fields: FieldReader): HttpMatch {
  const match = (key: string) => readStringMatch(childOf(node, key), `${path}.${key}`, fields)
  return {
    uri: match('uri'),
    ignoreUriCase: fields.boolean(childOf(node, 'ignoreUriCase'), `${path}.ignoreUriCase`),
    method: match('method'),
    scheme: match('scheme'),
    authority: match('authority'),
    headers: readStringMatches(childOf(node, 'headers'), `${path}.headers`, fields),
    withoutHeaders: readStringMatches(childOf(node, 'withoutHeaders'), `${path}.withoutHeaders`, fields),
    queryParams: readStringMatches(childOf(node, 'queryParams'), `${path}.queryParams`, fields),
    ...readSource(node, path, fields),
  }
}

/** What a match says about the caller: istiod looks at it before Envoy does. */
function readSource(node: YamlNode, path: string, fields: FieldReader) {
  return {
    port: fields.integer(childOf(node, 'port'), `${path}.port`),
    sourceLabels: fields.stringMap(childOf(node, 'sourceLabels'), `${path}.sourceLabels`),
    sourceNamespace: fields.string(childOf(node, 'sourceNamespace'), `${path}.sourceNamespace`) || undefined,
    gateways: fields.strings(childOf(node, 'gateways'), `${path}.gateways`),
  }
}

function readStringMatches(
  node: YamlNode | undefined,
  path: string,
  fields: FieldReader,
): Readonly<Record<string, StringMatch>> {
  const result: Record<string, StringMatch> = Object.create(null)
  for (const { key, value } of pairsOf(fields.map(node, path))) {
    const at = `${path}.${key.value}`
    result[key.value] = readStringMatch(value, at, fields) ?? { type: 'present', value: '' }
  }
  return result
}

function readStringMatch(node: YamlNode | undefined, path: string, fields: FieldReader): StringMatch | undefined {
  const map = fields.map(node, path)
  if (!map) return undefined
  for (const type of ['exact', 'prefix', 'regex'] as const) {
    const value = fields.string(childOf(map, type), `${path}.${type}`)
    if (value === undefined) continue
    // A lone star is no regular expression: it asks whether there is a value at all.
    return type === 'regex' && value === '*' ? { type: 'present', value } : { type, value }
  }
  return { type: 'present', value: '' }
}

function readL4Route(node: YamlNode, path: string, fields: FieldReader): TcpRoute {
  return {
    match: fields
      .items(childOf(node, 'match'), `${path}.match`)
      .map((item) => readL4Match(item.node, item.path, fields)),
    route: readRoute(node, path, fields),
  }
}

function readL4Match(node: YamlNode, path: string, fields: FieldReader): L4Match {
  return {
    sniHosts: fields.strings(childOf(node, 'sniHosts'), `${path}.sniHosts`),
    destinationSubnets: fields.strings(childOf(node, 'destinationSubnets'), `${path}.destinationSubnets`),
    ...readSource(node, path, fields),
  }
}
