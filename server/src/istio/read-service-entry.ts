import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import { childOf, pairsOf, type YamlNode } from '../yaml/node'
import { checkAnnotations } from './acceptance/annotations'
import { checkEmptyEndpoints } from './acceptance/endpoints'
import { checkServiceEntry } from './acceptance/service-entry'
import { checkMetadata, FieldReader, nonEmpty, noteSpec, readSelector } from './reading'
import type { Resolution, ServiceEntry, ServiceEntryEndpoint, ServiceEntryPort } from './service-entry'

const RESOLUTIONS: readonly Resolution[] = ['NONE', 'STATIC', 'DNS', 'DNS_ROUND_ROBIN', 'DYNAMIC_DNS']
const LOCATIONS = ['MESH_EXTERNAL', 'MESH_INTERNAL'] as const

/** Reads a ServiceEntry and says why istiod would refuse it. Notes every place below `spec`. */
export function readServiceEntry({ head, node }: ResourceNode, note: NotePlace): ServiceEntry {
  noteSpec(node, note)
  const fields = new FieldReader()
  checkMetadata(node, fields)
  const spec = childOf(node, 'spec')
  const facts: Omit<ServiceEntry, 'rejections'> = {
    ...head,
    kind: 'ServiceEntry',
    hosts: fields.strings(childOf(spec, 'hosts'), 'spec.hosts'),
    addresses: fields.strings(childOf(spec, 'addresses'), 'spec.addresses'),
    ports: fields
      .items(childOf(spec, 'ports'), 'spec.ports')
      .map((item) => readServiceEntryPort(item.node, item.path, fields)),
    resolution: fields.word(childOf(spec, 'resolution'), 'spec.resolution', RESOLUTIONS) ?? 'NONE',
    location: fields.word(childOf(spec, 'location'), 'spec.location', LOCATIONS),
    exportTo: nonEmpty(fields.strings(childOf(spec, 'exportTo'), 'spec.exportTo')),
    endpoints: fields
      .items(childOf(spec, 'endpoints'), 'spec.endpoints')
      .map((item) => readEndpoint(item.node, item.path, fields)),
    workloadSelector: readSelector(childOf(spec, 'workloadSelector'), 'spec.workloadSelector', 'labels', fields),
  }
  const problems = [
    ...fields.problems,
    ...checkAnnotations(head.annotations),
    ...checkServiceEntry(facts),
    ...checkEmptyEndpoints(childOf(spec, 'endpoints'), facts),
  ]
  return { ...facts, rejections: problems }
}

function readServiceEntryPort(node: YamlNode, path: string, fields: FieldReader): ServiceEntryPort {
  return {
    number: fields.integer(childOf(node, 'number'), `${path}.number`) ?? 0,
    name: fields.string(childOf(node, 'name'), `${path}.name`) ?? '',
    protocol: fields.string(childOf(node, 'protocol'), `${path}.protocol`) ?? '',
    targetPort: fields.integer(childOf(node, 'targetPort'), `${path}.targetPort`),
  }
}

function readEndpoint(node: YamlNode, path: string, fields: FieldReader): ServiceEntryEndpoint {
  return {
    address: fields.string(childOf(node, 'address'), `${path}.address`) ?? '',
    network: fields.string(childOf(node, 'network'), `${path}.network`) || undefined,
    ports: readEndpointPorts(childOf(node, 'ports'), `${path}.ports`, fields),
    labels: fields.stringMap(childOf(node, 'labels'), `${path}.labels`),
  }
}

function readEndpointPorts(
  node: YamlNode | undefined,
  path: string,
  fields: FieldReader,
): Readonly<Record<string, number>> {
  const ports: Record<string, number> = Object.create(null)
  for (const { key, value } of pairsOf(fields.map(node, path))) {
    const number = fields.integer(value, `${path}.${key.value}`)
    if (number !== undefined) ports[key.value] = number
  }
  return ports
}
