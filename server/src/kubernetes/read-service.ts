import {
  booleanOf,
  childOf,
  integerOf,
  itemsOf,
  pairsOf,
  stringMapOf,
  stringOf,
  textOf,
  type YamlNode,
} from '../yaml/node'
import type { NotePlace, Rejection, ResourceNode } from './resource'
import type { Service, ServicePort } from './service'

/** Reads a Kubernetes Service. Notes its ports, `spec.externalName` and the annotation `networking.istio.io/exportTo`. */
export function readService({ head, node }: ResourceNode, note: NotePlace): Service {
  const spec = childOf(node, 'spec')
  const ports = childOf(spec, 'ports')
  noteService(node, spec, note)
  const rejections: Rejection[] = []
  if (booleanOf(childOf(childOf(node, 'metadata'), 'name')) !== undefined)
    rejections.push({
      path: 'metadata.name',
      message: `metadata.name must be a string; YAML 1.1 takes ${head.name} for a boolean, so put it in quotes.`,
    })
  const facts = itemsOf(ports).map((port, index) => readPort(port, index, rejections))
  return {
    ...head,
    kind: 'Service',
    type: stringOf(childOf(spec, 'type')) ?? 'ClusterIP',
    clusterIP: stringOf(childOf(spec, 'clusterIP')) || undefined,
    externalName: stringOf(childOf(spec, 'externalName')) || undefined,
    selector: stringMapOf(childOf(spec, 'selector')),
    ports: facts,
    rejections,
  }
}

function readPort(node: YamlNode, index: number, rejections: Rejection[]): ServicePort {
  const number = integerOf(childOf(node, 'port'))
  const name = childOf(node, 'name')
  if (number === undefined)
    rejections.push({
      path: `spec.ports[${index}].port`,
      message: `spec.ports[${index}].port must be a whole number; a Service needs one for each port.`,
    })
  if (name && stringOf(name) === undefined && textOf(name) !== undefined)
    rejections.push({
      path: `spec.ports[${index}].name`,
      message: `spec.ports[${index}].name must be a string; put ${textOf(name)} in quotes.`,
    })
  return {
    number: number ?? 0,
    name: stringOf(name) ?? '',
    protocol: stringOf(childOf(node, 'protocol')) ?? 'TCP',
    appProtocol: stringOf(childOf(node, 'appProtocol')),
  }
}

function noteService(node: YamlNode, spec: YamlNode | undefined, note: NotePlace): void {
  const annotations = childOf(childOf(node, 'metadata'), 'annotations')
  const exportTo = childOf(annotations, 'networking.istio.io/exportTo')
  if (exportTo) note('metadata.annotations.networking.istio.io/exportTo', exportTo.range)
  for (const key of ['type', 'clusterIP', 'externalName', 'selector', 'ports'] as const) {
    const value = childOf(spec, key)
    if (value) note(`spec.${key}`, value.range)
  }
  itemsOf(childOf(spec, 'ports')).forEach((port, index) => {
    note(`spec.ports[${index}]`, port.range)
    for (const { key, value } of pairsOf(port)) note(`spec.ports[${index}].${key.value}`, (value ?? key).range)
  })
}
