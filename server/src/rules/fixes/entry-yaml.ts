import { stringify } from 'yaml'
import type { ServiceEntry } from '../../istio/service-entry'

/** How a generated document is written. */
export interface DocumentStyle {
  readonly lineEnd: string
  /** Dashes of lists stand deeper than their key. */
  readonly indentedLists: boolean
}

/**
 * A ServiceEntry as a YAML document without `---`, with a line end at its end. Text that YAML 1.1 readers such as
 * kubectl would take for something else than a string stands in quotes.
 * @param namespace what `metadata.namespace` says; undefined leaves it to a kustomization or to whoever applies it
 */
export function entryYaml(entry: ServiceEntry, namespace: string | undefined, style: DocumentStyle): string {
  const { hosts, addresses, ports, resolution, location, exportTo, endpoints } = entry
  const object = {
    apiVersion: entry.apiVersion,
    kind: entry.kind,
    metadata: { name: entry.name, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      hosts,
      ...(addresses.length > 0 ? { addresses } : {}),
      ports: ports.map(({ number, name, protocol }) => ({ number, name, protocol })),
      location,
      resolution,
      ...(endpoints.length > 0 ? { endpoints: endpoints.map(({ address }) => ({ address })) } : {}),
      ...(exportTo ? { exportTo } : {}),
    },
  }
  const text = stringify(object, { version: '1.1', lineWidth: 0, indentSeq: style.indentedLists })
  return text.replaceAll('\n', style.lineEnd)
}
