import type { PlacedRef } from './placed'

/** One object where it is placed, as a key for maps. */
export function placedId({ uri, key, namespace }: Pick<PlacedRef, 'uri' | 'key' | 'namespace'>): string {
  return `${uri} ${key} ${namespace}`
}
