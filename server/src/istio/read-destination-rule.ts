import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import { childOf, itemsOf } from '../yaml/node'
import { checkAnnotations } from './acceptance/annotations'
import { checkDestinationRule } from './acceptance/destination-rule'
import type { DestinationRule } from './destination-rule'
import { checkMetadata, FieldReader, nonEmpty, noteSpec, readSelector } from './reading'

const TLS_MODES = ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'] as const

/** Reads a DestinationRule and says why istiod would refuse it. Notes every place below `spec`. */
export function readDestinationRule({ head, node }: ResourceNode, note: NotePlace): DestinationRule {
  noteSpec(node, note)
  const fields = new FieldReader()
  checkMetadata(node, fields)
  const spec = childOf(node, 'spec')
  const policy = fields.map(childOf(spec, 'trafficPolicy'), 'spec.trafficPolicy')
  const tlsPath = 'spec.trafficPolicy.tls.mode'
  const facts: Omit<DestinationRule, 'rejections'> = {
    ...head,
    kind: 'DestinationRule',
    host: fields.string(childOf(spec, 'host'), 'spec.host') ?? '',
    subsets: fields.items(childOf(spec, 'subsets'), 'spec.subsets').map((item) => ({
      name: fields.string(childOf(item.node, 'name'), `${item.path}.name`) ?? '',
      labels: fields.stringMap(childOf(item.node, 'labels'), `${item.path}.labels`),
    })),
    exportTo: nonEmpty(fields.strings(childOf(spec, 'exportTo'), 'spec.exportTo')),
    workloadSelector: readSelector(childOf(spec, 'workloadSelector'), 'spec.workloadSelector', 'matchLabels', fields),
    tlsMode: fields.word(childOf(childOf(policy, 'tls'), 'mode'), tlsPath, TLS_MODES),
    portTlsModes: itemsOf(childOf(policy, 'portLevelSettings')).flatMap((item, index) => {
      const path = `spec.trafficPolicy.portLevelSettings[${index}]`
      const port = fields.integer(childOf(childOf(item, 'port'), 'number'), `${path}.port.number`)
      const mode = fields.word(childOf(childOf(item, 'tls'), 'mode'), `${path}.tls.mode`, TLS_MODES)
      return port !== undefined && mode !== undefined ? [{ port, mode }] : []
    }),
  }
  const problems = [...fields.problems, ...checkAnnotations(head.annotations), ...checkDestinationRule(facts)]
  return { ...facts, rejections: problems }
}
