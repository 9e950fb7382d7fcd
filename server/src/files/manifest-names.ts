import { nameOf } from './uri'

/** The three names that kustomize looks for in a folder, in its order. */
export const KUSTOMIZATION_NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization']

/** True for the names under which manifests are kept: YAML, JSON, and kustomize's `Kustomization`. */
export function isManifestName(name: string): boolean {
  return /\.(ya?ml|json)$/i.test(name) || name === 'Kustomization'
}

/** `apiVersion` without its V: the byte search looks for the rare capital and then around it. */
const BEFORE = [...'api'].map((char) => char.charCodeAt(0))
const AFTER = [...'ersion'].map((char) => char.charCodeAt(0))
const CAPITAL_V = 86

/**
 * A quick look before a file is decoded and parsed: true if it may hold Kubernetes objects or says something about them
 * (a kustomization, a chart, Helm values). False means that nothing in it can count.
 */
export function mayHoldManifests(uri: string, content: Uint8Array | string): boolean {
  if (isNamedForTools(nameOf(uri))) return true
  if (typeof content === 'string') return content.includes('apiVersion')
  if (content[0] === 0xff || content[0] === 0xfe) return true
  for (let at = content.indexOf(CAPITAL_V); at !== -1; at = content.indexOf(CAPITAL_V, at + 1)) {
    const start = at - BEFORE.length
    if (
      BEFORE.every((byte, i) => content[start + i] === byte) &&
      AFTER.every((byte, i) => content[at + 1 + i] === byte)
    ) {
      return true
    }
  }
  return false
}

function isNamedForTools(name: string): boolean {
  return KUSTOMIZATION_NAMES.includes(name) || name === 'Chart.yaml' || (/values/i.test(name) && /\.ya?ml$/i.test(name))
}
