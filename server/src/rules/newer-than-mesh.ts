import { type NewerValue, newerValues } from '../istio/newer-than'
import type { Resource } from '../istio/resource-kinds'
import type { Mesh } from '../mesh/mesh'
import type { FileIndex } from '../registry/file-index'
import { sentences } from './call-words'
import type { Fix } from './fixes/fix'
import { wordFix } from './fixes/word-fix'
import type { ReadText, Rule } from './rule'

/** Something that the mesh's Istio is too old for. */
export const newerThanMesh: Rule = {
  code: 'newer-than-mesh',
  summary: 'A value or field that the Istio of the setting `istioVersion` does not know yet.',
  severity: 'warning',
  fixable: true,
  *check(file, mesh) {
    const { istioVersion } = mesh.setup.options
    if (mesh.placementsOfFile(file.uri).every(({ role }) => role === 'patch')) return
    for (const resource of file.facts.resources) {
      const places = file.places.resources.get(resource.key)
      for (const value of newerValues(resource, istioVersion)) {
        const range = places?.paths.get(value.path) ?? places?.paths.get('metadata.name')
        if (!range) continue
        yield {
          range,
          message: sentences(
            `${capital(value.what)} needs Istio ${value.since}, and this mesh has ${istioVersion}`,
            `There ${value.instead}`,
            `${advice(value)}; if the mesh is newer than that, say so in the setting istioVersion`,
          ),
          data: { needs: value.since, istioVersion, effect: value.effect },
          fixes: (read) => fixesOf(value, resource, file, mesh, read),
        }
      }
    }
  },
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function advice({ path, what }: NewerValue): string {
  if (path === 'apiVersion') return 'Write networking.istio.io/v1beta1'
  if (path === 'spec.resolution') {
    return 'Write resolution: NONE, which lets a call go wherever the application resolved the name to, or declare the hosts one by one'
  }
  if (path === 'outboundTrafficPolicy.mode') return 'Write ALLOW_ANY, which lets the same calls through'
  return `Do without ${what}`
}

/** Words that have an older one of the same meaning; NONE is safe only if people know what they trust. */
const OLDER_WORDS: Readonly<
  Record<string, { readonly from: string; readonly to: string; readonly preferred: boolean }>
> = {
  apiVersion: { from: 'networking.istio.io/v1', to: 'networking.istio.io/v1beta1', preferred: true },
  'outboundTrafficPolicy.mode': { from: 'ALLOW_ANY_DYNAMIC_DNS', to: 'ALLOW_ANY', preferred: true },
  'spec.resolution': { from: 'DYNAMIC_DNS', to: 'NONE', preferred: false },
}

function fixesOf(
  { path }: NewerValue,
  { key }: Resource,
  file: FileIndex,
  mesh: Mesh,
  read: ReadText,
): Promise<readonly Fix[]> {
  const older = OLDER_WORDS[path]
  if (!older) return Promise.resolve([])
  const { istioVersion } = mesh.setup.options
  return wordFix({ file, key, path, ...older }, read, (after) =>
    newerValues(after, istioVersion).every((value) => value.path !== path),
  )
}
