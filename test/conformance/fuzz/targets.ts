import type { Manifest } from './manifest'

/** Something that a mesh declares, and that a call may mean: a host (or wildcard), a port, a protocol as declared. */
export interface Target {
  readonly host: string
  readonly port: number
  readonly protocol: string
}

/** What the ServiceEntries and Services of a mesh declare. */
export function targetsOf(manifests: readonly Manifest[]): readonly Target[] {
  return manifests.flatMap(({ kind, metadata, spec }) => {
    if (kind !== 'ServiceEntry' && kind !== 'Service') return []
    const { hosts, ports } = spec as { readonly hosts?: readonly string[]; readonly ports?: readonly Port[] }
    const names = hosts ?? [`${metadata.name}.${metadata.namespace}.svc.cluster.local`]
    return names.flatMap((host) =>
      (ports ?? []).map(({ number, port, name, protocol }) => ({
        host,
        port: number ?? port ?? 80,
        protocol: (kind === 'Service' ? name.split('-')[0] : protocol) ?? 'TCP',
      })),
    )
  })
}

interface Port {
  readonly name: string
  readonly number?: number
  readonly port?: number
  readonly protocol?: string
}
