import { childOf, itemsOf, pairsOf, textOf, type YamlNode } from '../yaml/node'
import type { ContainerNode, PodTemplate } from './pod-template'

/** One use of a ConfigMap or Secret by a workload. */
export interface ConfigReference {
  readonly kind: 'ConfigMap' | 'Secret'
  readonly name: string
  /** The keys it takes; undefined means all of them. */
  readonly keys: readonly string[] | undefined
  readonly through: 'env' | 'envFrom' | 'volume'
  /** Of `env`: the variable's name, which says what the value means. */
  readonly variable: string | undefined
  /** Of `envFrom`: the prefix put before each key. */
  readonly prefix: string | undefined
}

type ConfigKind = ConfigReference['kind']

/** Every use of a ConfigMap or Secret by a pod: variables, whole environments, and volumes that a container mounts. */
export function configReferences(
  template: PodTemplate,
  containers: readonly ContainerNode[],
): readonly ConfigReference[] {
  const references: VolumeReference[] = []
  for (const { node } of containers) {
    for (const source of itemsOf(childOf(node, 'envFrom'))) references.push(...environmentReferences(source))
    for (const variable of itemsOf(childOf(node, 'env'))) references.push(...variableReferences(variable))
  }
  for (const volume of itemsOf(childOf(template.spec, 'volumes'))) {
    const mounts = mountsOf(containers, textOf(childOf(volume, 'name')))
    for (const reference of volumeReferences(volume)) references.push(onlyMounted(reference, mounts))
  }
  return references.map(({ paths: _, ...reference }) => reference)
}

/** A reference of a volume knows under which path each key is mounted, because a subPath picks one of them. */
interface VolumeReference extends ConfigReference {
  readonly paths?: ReadonlyMap<string, string>
}

function environmentReferences(source: YamlNode): VolumeReference[] {
  const prefix = textOf(childOf(source, 'prefix'))
  return kindsOf(source, 'configMapRef', 'secretRef').map(({ kind, node }) =>
    reference(kind, textOf(childOf(node, 'name')), undefined, 'envFrom', undefined, prefix),
  )
}

function variableReferences(variable: YamlNode): VolumeReference[] {
  const name = textOf(childOf(variable, 'name'))
  return kindsOf(childOf(variable, 'valueFrom'), 'configMapKeyRef', 'secretKeyRef').flatMap(({ kind, node }) => {
    const key = textOf(childOf(node, 'key'))
    return key === undefined ? [] : [reference(kind, textOf(childOf(node, 'name')), [key], 'env', name, undefined)]
  })
}

function volumeReferences(volume: YamlNode): VolumeReference[] {
  const projected = itemsOf(childOf(childOf(volume, 'projected'), 'sources'))
  return [volume, ...projected].flatMap((source) =>
    kindsOf(source, 'configMap', 'secret').map(({ kind, node }) => {
      // A Secret volume says `secretName`, everything else says `name`.
      const name = textOf(childOf(node, 'name')) ?? textOf(childOf(node, 'secretName'))
      const items = childOf(node, 'items')
      if (items?.kind !== 'sequence') return reference(kind, name, undefined, 'volume', undefined, undefined)
      const paths = new Map<string, string>()
      for (const item of itemsOf(items)) {
        const key = textOf(childOf(item, 'key'))
        if (key !== undefined) paths.set(key, textOf(childOf(item, 'path')) ?? key)
      }
      return { ...reference(kind, name, [...paths.keys()], 'volume', undefined, undefined), paths }
    }),
  )
}

/** The sub-paths under which containers mount a volume; `undefined` among them means the whole volume. */
function mountsOf(containers: readonly ContainerNode[], volume: string | undefined): readonly (string | undefined)[] {
  return containers.flatMap(({ node }) =>
    itemsOf(childOf(node, 'volumeMounts'))
      .filter((mount) => textOf(childOf(mount, 'name')) === volume)
      .map((mount) => textOf(childOf(mount, 'subPath'))),
  )
}

/** Where only files of the volume are mounted, only their keys count; an unmounted volume still counts as a use. */
function onlyMounted(of: VolumeReference, mounts: readonly (string | undefined)[]): VolumeReference {
  if (mounts.length === 0 || mounts.includes(undefined) || mounts.includes('')) return of
  const mounted = new Set(mounts.map((mount) => (mount ?? '').replace(/^\.?\//, '')))
  const keys = of.paths
    ? [...of.paths].filter(([, path]) => isMounted(path, mounted)).map(([key]) => key)
    : [...mounted].filter((path) => !path.includes('/'))
  return { ...of, keys }
}

/** True if the path is one of the mounted files or lies in a mounted folder. */
function isMounted(path: string, mounted: ReadonlySet<string>): boolean {
  return [...mounted].some((each) => path === each || path.startsWith(`${each}/`))
}

function kindsOf(
  node: YamlNode | undefined,
  configMapField: string,
  secretField: string,
): readonly { kind: ConfigKind; node: YamlNode }[] {
  const fields: Readonly<Record<string, ConfigKind>> = { [configMapField]: 'ConfigMap', [secretField]: 'Secret' }
  return pairsOf(node).flatMap(({ key, value }) => {
    const kind = Object.hasOwn(fields, key.value) ? fields[key.value] : undefined
    return kind && value ? [{ kind, node: value }] : []
  })
}

function reference(
  kind: ConfigKind,
  name: string | undefined,
  keys: readonly string[] | undefined,
  through: ConfigReference['through'],
  variable: string | undefined,
  prefix: string | undefined,
): VolumeReference {
  return { kind, name: name ?? '', keys, through, variable, prefix }
}
