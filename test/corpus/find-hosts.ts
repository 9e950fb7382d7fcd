import fs from 'node:fs'
import path from 'node:path'
import { attribute, needsCaller } from '../../server/src/destinations/attribute'
import type { DestinationFact } from '../../server/src/destinations/destination'
import { externalTest } from '../../server/src/destinations/external'
import { findDestinations } from '../../server/src/destinations/find-destinations'
import { bypassReason } from '../../server/src/kubernetes/injection'
import { resourcesOf } from '../../server/src/kubernetes/resources-of'
import { readWorkload, type Workload } from '../../server/src/kubernetes/workload'
import { lineStartsOf, positionAt } from '../../server/src/text/line-starts'
import { readYaml } from '../../server/src/yaml/reader'

/** One row of the inventory, as the `hosts` command prints it. */
export interface HostRow {
  readonly file: string
  readonly line: number
  readonly host: string
  readonly port: number | null
  readonly protocol: string | null
  readonly namespace: string
  readonly workload: string | null
  readonly via: string
  readonly external: boolean
  readonly bypassesMesh: boolean
}

interface Located {
  readonly file: string
  readonly line: number
  readonly fact: DestinationFact
  readonly namespace: string
  readonly owner: { readonly kind: string; readonly name: string; readonly workload: Workload | undefined }
}

/** The inventory of a workspace in which each file counts as it stands: no kustomizations, no charts. */
export function findHosts(folder: string): readonly HostRow[] {
  const workloads: { resource: Workload; namespace: string }[] = []
  const services: { name: string; namespace: string }[] = []
  const labels = new Map<string, Readonly<Record<string, string>>>()
  const located: Located[] = []
  for (const file of yamlFiles(folder)) {
    const text = fs.readFileSync(path.join(folder, file), 'utf8')
    const starts = lineStartsOf(text)
    for (const node of resourcesOf(readYaml(text))) {
      const { head } = node
      const namespace = head.namespace ?? 'default'
      const workload = readWorkload(node, () => undefined)
      if (workload) workloads.push({ resource: workload, namespace })
      if (head.kind === 'Service') services.push({ name: head.name, namespace })
      if (head.kind === 'Namespace') labels.set(head.name, head.labels)
      for (const { fact, range } of findDestinations(node, text)) {
        const line = positionAt(starts, range.start).line + 1
        located.push({ file, line, fact, namespace, owner: { kind: head.kind, name: head.name, workload } })
      }
    }
  }
  const isExternal = externalTest(services)
  return located.flatMap(({ file, line, fact, namespace, owner }) => {
    const callers = callersOf(
      fact,
      owner,
      workloads.filter((each) => each.namespace === namespace).map((each) => each),
    )
    return callers.map((caller) => ({
      file,
      line,
      host: fact.host,
      port: fact.port,
      protocol: fact.protocol,
      namespace: fact.via === 'crd-field' ? 'istio-system' : namespace,
      workload: caller ? `${caller.kind}/${caller.name}` : null,
      via: fact.via,
      external: isExternal(fact.host),
      bypassesMesh: caller ? bypassReason(caller, labels.get(namespace), fact.host, fact.port) !== undefined : false,
    }))
  })
}

function callersOf(
  fact: DestinationFact,
  owner: Located['owner'],
  workloads: readonly { readonly resource: Workload }[],
): readonly (Workload | undefined)[] {
  if (owner.workload) return [owner.workload]
  if (fact.via !== 'configmap' && fact.via !== 'secret') return [undefined]
  const users = attribute(fact, owner, workloads).map(({ resource }) => resource)
  if (users.length > 0) return users
  return needsCaller(fact) ? [] : [undefined]
}

function yamlFiles(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ya?ml|json)$/.test(file))
    .sort()
}
