import type { Dice } from './dice'
import { NAMESPACES } from './words'

/** An object as it stands in a manifest; JSON is YAML. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly [field: string]: unknown
}

export type Spec = Record<string, unknown>

/** What one mesh is made of: a few hosts and ports, so that its objects meet. */
export interface Palette {
  readonly theme: Theme
  readonly hosts: readonly [string, ...string[]]
  readonly ports: readonly [number, ...number[]]
  /** Whether the next object tells its time of creation. */
  isTimed(): boolean
}

/** What a mesh is mostly about. */
export type Theme = 'mix' | 'tcp' | 'http' | 'tls' | 'routes' | 'sidecars' | 'services' | 'duplicates'

/** Metadata with a time of creation, which a few objects lack and a few share, as in real repositories. */
export function metadata(dice: Dice, name: string, namespace: string, timed: boolean): Record<string, unknown> {
  const two = (low: number, high: number) => String(dice.between(low, high)).padStart(2, '0')
  const moment = `2024-${two(2, 12)}-${two(1, 28)}T${two(0, 23)}:${two(0, 59)}:${two(0, 59)}Z`
  return { name, namespace, ...(timed ? { creationTimestamp: moment } : {}) }
}

const ISTIO_VERSIONS = ['v1', 'v1', 'v1', 'v1beta1', 'v1alpha3'] as const

/** An object of networking.istio.io in one of its versions. */
export function istioObject(dice: Dice, kind: string, meta: Record<string, unknown>, spec: Spec): Manifest {
  return { apiVersion: `networking.istio.io/${dice.pick(ISTIO_VERSIONS)}`, kind, metadata: meta, spec }
}

/** A value of `exportTo`, mostly left out. */
export function exportTo(dice: Dice): Spec {
  const lists = [['*'], ['.'], ['shop'], ['web', 'infra'], ['~'], ['.', 'web'], ['infra'], []] as const
  return dice.chance(0.6) ? {} : { exportTo: dice.pick(lists) }
}

export function anyNamespace(dice: Dice): string {
  return dice.pick(NAMESPACES)
}
