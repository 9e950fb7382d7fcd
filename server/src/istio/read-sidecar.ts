import type { NotePlace, ResourceNode } from '../kubernetes/resource'
import { childOf, integerOf, type YamlNode } from '../yaml/node'
import { checkAnnotations } from './acceptance/annotations'
import { checkSidecar } from './acceptance/sidecar'
import { checkSidecarIngress, refuseTargetPort } from './acceptance/sidecar-ingress'
import { checkMetadata, FieldReader, isNull, noteSpec, readSelector } from './reading'
import type { OutboundMode, Sidecar, SidecarEgressListener, SidecarOutboundPolicy } from './sidecar'

const OUTBOUND_MODES: readonly OutboundMode[] = ['REGISTRY_ONLY', 'ALLOW_ANY', 'ALLOW_ANY_DYNAMIC_DNS']

/** 2 was taken by a mode that is gone. */
const MODE_OF_NUMBER: ReadonlyMap<number, OutboundMode> = new Map([
  [0, 'REGISTRY_ONLY'],
  [1, 'ALLOW_ANY'],
  [3, 'ALLOW_ANY_DYNAMIC_DNS'],
])

/** Reads a Sidecar and says why istiod would refuse it. Notes every place below `spec`. */
export function readSidecar({ head, node }: ResourceNode, note: NotePlace): Sidecar {
  noteSpec(node, note)
  const fields = new FieldReader()
  checkMetadata(node, fields)
  const spec = childOf(node, 'spec')
  const egress = fields
    .items(childOf(spec, 'egress'), 'spec.egress')
    .map((item) => readEgress(item.node, item.path, fields))
  const facts: Omit<Sidecar, 'rejections'> = {
    ...head,
    kind: 'Sidecar',
    workloadSelector: readSelector(childOf(spec, 'workloadSelector'), 'spec.workloadSelector', 'labels', fields),
    egress: egress.length > 0 ? egress : undefined,
    outboundTrafficPolicy: readPolicy(childOf(spec, 'outboundTrafficPolicy'), 'spec.outboundTrafficPolicy', fields),
  }
  const says = { ingress: childOf(spec, 'ingress'), pool: childOf(spec, 'inboundConnectionPool') }
  checkSidecarIngress(childOf(spec, 'ingress'), fields)
  const problems = [
    ...fields.problems,
    ...checkAnnotations(head.annotations),
    ...checkSidecar(facts, { says: Boolean(says.ingress ?? says.pool) }),
  ]
  return { ...facts, rejections: problems }
}

function readEgress(node: YamlNode, path: string, fields: FieldReader): SidecarEgressListener {
  const port = fields.map(childOf(node, 'port'), `${path}.port`)
  refuseTargetPort(port, `${path}.port`, fields)
  return {
    port: port && {
      number: fields.integer(childOf(port, 'number'), `${path}.port.number`) ?? 0,
      name: fields.string(childOf(port, 'name'), `${path}.port.name`) ?? '',
      protocol: fields.string(childOf(port, 'protocol'), `${path}.port.protocol`) ?? '',
    },
    bind: fields.string(childOf(node, 'bind'), `${path}.bind`) || undefined,
    captureMode: fields.word(childOf(node, 'captureMode'), `${path}.captureMode`, ['DEFAULT', 'IPTABLES', 'NONE']),
    hosts: fields.strings(childOf(node, 'hosts'), `${path}.hosts`),
  }
}

function readPolicy(node: YamlNode | undefined, path: string, fields: FieldReader): SidecarOutboundPolicy | undefined {
  const policy = fields.map(node, path)
  if (!policy) return undefined
  const mode = fields.word(childOf(policy, 'mode'), `${path}.mode`, OUTBOUND_MODES)
  const proxy = fields.map(childOf(policy, 'egressProxy'), `${path}.egressProxy`)
  return {
    mode: mode ?? 'REGISTRY_ONLY',
    implicit: mode === undefined,
    egressProxy: proxy && {
      host: fields.string(childOf(proxy, 'host'), `${path}.egressProxy.host`) ?? '',
      port: fields.integer(childOf(childOf(proxy, 'port'), 'number'), `${path}.egressProxy.port.number`),
      subset: fields.string(childOf(proxy, 'subset'), `${path}.egressProxy.subset`) || undefined,
    },
  }
}

/**
 * The mode that mesh configuration writes; its reader takes words and the numbers of the enum.
 * `unknown` is a value that makes istiod refuse the whole configuration.
 */
export function meshModeOf(node: YamlNode | undefined): OutboundMode | 'unknown' | undefined {
  if (!node || isNull(node)) return undefined
  const number = integerOf(node)
  if (number !== undefined) return MODE_OF_NUMBER.get(number) ?? 'unknown'
  if (node.kind !== 'scalar' || node.type !== 'string') return 'unknown'
  return OUTBOUND_MODES.find((mode) => mode === node.value) ?? 'unknown'
}
