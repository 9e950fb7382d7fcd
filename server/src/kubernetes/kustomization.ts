/** Facts of a kustomization.yaml (also `kind: Component`). Paths as written, relative to the file's folder. */
export interface Kustomization {
  readonly kind: 'Kustomization' | 'Component'
  readonly namespace: string | undefined
  readonly namePrefix: string | undefined
  readonly nameSuffix: string | undefined
  /** `resources`, `bases`: files and folders. */
  readonly resources: readonly string[]
  readonly components: readonly string[]
  /** Files that change resources and are none themselves: patches, strategic merges, JSON patches, replacements, transformers. */
  readonly patches: readonly string[]
}
