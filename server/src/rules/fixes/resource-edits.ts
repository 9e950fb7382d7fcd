import type { ServiceEntry, ServiceEntryPort } from '../../istio/service-entry'
import type { Sidecar } from '../../istio/sidecar'
import { isHelmTemplate, maskTemplate } from '../../kubernetes/helm'
import type { ResourceNode } from '../../kubernetes/resource'
import { resourcesOf } from '../../kubernetes/resources-of'
import type { Service } from '../../kubernetes/service'
import { equalFacts } from '../../registry/equal-facts'
import { indexFile } from '../../registry/index-file'
import { applyEdits, type TextEdit } from '../../text/edit'
import type { YamlMap } from '../../yaml/node'
import { readYaml } from '../../yaml/reader'
import type { ReadText } from '../rule'
import type { ChangedResource } from './draft'
import { EXPORT_ANNOTATION } from './open-call'
import { appendItems, insertPair, ownNode, replaceScalar, saysKey } from './yaml-edit'
import type { YamlValue } from './yaml-write'

type Changeable = ServiceEntry | Sidecar | Service

/**
 * The edits that make a file say what the changes say. The edited text is read again and compared: whatever an edit
 * cannot express (an anchor that other places share, a part that Helm fills in) gives undefined, never a wrong file.
 */
export async function resourceEdits(
  uri: string,
  changes: readonly ChangedResource[],
  read: ReadText,
): Promise<readonly TextEdit[] | undefined> {
  const text = await read(uri)
  if (text === undefined) return undefined
  const readable = isHelmTemplate(uri, text) ? maskTemplate(text).text : text
  const nodes = new Map(resourcesOf(readYaml(readable)).map((each) => [each.head.key, each]))
  const before = factsByKey(uri, text)
  const edits: TextEdit[] = []
  const wanted = new Map<string, Changeable>()
  for (const { key, change } of changes) {
    const facts = wanted.get(key) ?? before.get(key)
    if (!facts) return undefined
    wanted.set(key, change(facts))
  }
  for (const [key, after] of wanted) {
    const [node, original] = [nodes.get(key), before.get(key)]
    const found = node && original ? editsOf(readable, node, original, after) : undefined
    if (!found) return undefined
    edits.push(...found)
  }
  const result = factsByKey(uri, applyEdits(text, edits))
  const isRight = [...wanted].every(([key, facts]) => equalFacts(result.get(key), facts))
  return isRight && result.size === before.size ? edits : undefined
}

function factsByKey(uri: string, text: string): ReadonlyMap<string, Changeable> {
  const { resources } = indexFile(uri, text).facts
  return new Map(resources.flatMap((each) => (isChangeable(each) ? [[each.key, each] as const] : [])))
}

function isChangeable(resource: ReturnType<typeof indexFile>['facts']['resources'][number]): resource is Changeable {
  const { kind } = resource
  return !('role' in resource) && (kind === 'ServiceEntry' || kind === 'Sidecar' || kind === 'Service')
}

function editsOf(
  text: string,
  node: ResourceNode,
  before: Changeable,
  after: Changeable,
): readonly TextEdit[] | undefined {
  const edits = new EditList(text, node.node)
  if (before.kind === 'ServiceEntry' && after.kind === 'ServiceEntry') {
    edits.appendStrings(['spec'], 'exportTo', before.exportTo ?? [], after.exportTo ?? [])
    edits.changePorts(before.ports, after.ports)
  } else if (before.kind === 'Sidecar' && after.kind === 'Sidecar') {
    edits.changeEgress(before.egress ?? [], after.egress ?? [])
  } else if (before.kind === 'Service' && after.kind === 'Service') {
    edits.setAnnotation(EXPORT_ANNOTATION, before.annotations, after.annotations)
  }
  return edits.result()
}

/** Edits of one resource; one that cannot be made spoils the list. */
class EditList {
  private readonly edits: TextEdit[] = []
  private spoiled = false

  constructor(
    private readonly text: string,
    private readonly root: YamlMap,
  ) {}

  result(): readonly TextEdit[] | undefined {
    return this.spoiled ? undefined : this.edits
  }

  /** Adds to the list under `key` what `after` has behind `before`. */
  appendStrings(
    path: readonly (string | number)[],
    key: string,
    before: readonly string[],
    after: readonly string[],
  ): void {
    this.append(path, key, after.slice(before.length))
  }

  changePorts(before: readonly ServiceEntryPort[], after: readonly ServiceEntryPort[]): void {
    for (const [index, port] of before.entries()) {
      const changed = after[index]
      if (changed && changed.protocol !== port.protocol)
        this.setScalar(['spec', 'ports', index], 'protocol', changed.protocol, 'number')
    }
    const added = after.slice(before.length)
    this.append(
      ['spec'],
      'ports',
      added.map(({ number, name, protocol }) => ({ number, name, protocol })),
    )
  }

  changeEgress(before: NonNullable<Sidecar['egress']>, after: NonNullable<Sidecar['egress']>): void {
    for (const [index, listener] of before.entries()) {
      this.appendStrings(['spec', 'egress', index], 'hosts', listener.hosts, after[index]?.hosts ?? [])
    }
    this.append(
      ['spec'],
      'egress',
      after.slice(before.length).map(({ hosts }) => ({ hosts })),
    )
  }

  setAnnotation(name: string, before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): void {
    const value = after[name]
    if (value === undefined || value === before[name]) return
    if (saysKey(ownNode(this.text, this.root, ['metadata']), 'annotations'))
      this.setScalar(['metadata', 'annotations'], name, value)
    else this.insert(['metadata'], 'annotations', { [name]: value })
  }

  private append(path: readonly (string | number)[], key: string, values: readonly YamlValue[]): void {
    if (values.length === 0) return
    const parent = ownNode(this.text, this.root, path)
    if (!saysKey(parent, key)) {
      this.insert(path, key, values, 'hosts')
      return
    }
    const list = ownNode(this.text, this.root, [...path, key])
    this.add(list?.kind === 'sequence' ? appendItems(this.text, list, values) : undefined)
  }

  private setScalar(path: readonly (string | number)[], key: string, value: string, after?: string): void {
    if (!saysKey(ownNode(this.text, this.root, path), key)) {
      this.insert(path, key, value, after)
      return
    }
    const node = ownNode(this.text, this.root, [...path, key])
    this.add(node?.kind === 'scalar' ? replaceScalar(node, value) : undefined)
  }

  private insert(path: readonly (string | number)[], key: string, value: YamlValue, after?: string): void {
    const map = ownNode(this.text, this.root, path)
    this.add(map?.kind === 'map' ? insertPair(this.text, map, key, value, after) : undefined)
  }

  private add(edit: TextEdit | undefined): void {
    if (edit) this.edits.push(edit)
    else this.spoiled = true
  }
}
