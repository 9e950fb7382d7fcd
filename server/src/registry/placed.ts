import type { ResourceHead } from '../kubernetes/resource'

/**
 * A resource in the mesh: with the namespace that counts. A file that several overlays include gives several of these.
 */
export interface Placed<R extends ResourceHead = ResourceHead> {
  readonly resource: R
  readonly uri: string
  /** From the kustomization, `metadata.namespace`, the setting, else `default`. */
  readonly namespace: string
  /** Nothing says the namespace: `default` is a guess. */
  readonly assumedNamespace: boolean
  /** The kustomization file whose build holds it; undefined for a file that none includes. */
  readonly overlay: string | undefined
}

/** Names a placed resource (and a part of it) without offsets; its place is looked up when it is shown. */
export interface PlacedRef {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  readonly uri: string
  /** Key of the resource within its file. */
  readonly key: string
  /** A path noted for it, such as `spec.hosts[0]`; undefined: `metadata.name`. */
  readonly path: string | undefined
}

/** The reference to a placed resource, or to the part of it at `path`. */
export function refOf(placed: Placed, path?: string): PlacedRef {
  const { resource, uri, namespace } = placed
  return { kind: resource.kind, namespace, name: resource.name, uri, key: resource.key, path }
}
