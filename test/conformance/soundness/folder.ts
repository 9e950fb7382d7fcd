import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CallToExplain, parseCalls } from '../../../server/src/egress/parse-calls'
import { MeshState } from '../../../server/src/mesh/mesh-state'
import type { FileIndex } from '../../../server/src/registry/file-index'
import { indexFile } from '../../../server/src/registry/index-file'
import { DEFAULT_MESH_OPTIONS } from '../../../server/src/registry/mesh-resources'
import type { Fix } from '../../../server/src/rules/fixes/fix'
import { applyEdits } from '../../../server/src/text/edit'

/** The folder in which a scenario's files lie. */
export const ROOT = 'file:///scenario'

/** Texts of files by URI. */
export type Texts = ReadonlyMap<string, string>

/** What Istio answers to a call of a scenario. */
export interface Expected {
  readonly id: string
  readonly verdict: string
  readonly cluster: string
}

export interface Scenario {
  readonly name: string
  readonly texts: Texts
  readonly calls: readonly CallToExplain[]
  readonly expected: ReadonlyMap<string, Expected>
}

export function readScenario(root: string, name: string): Scenario {
  const folder = join(root, name)
  const workspace = join(folder, 'workspace')
  const names = readdirSync(workspace, { recursive: true, encoding: 'utf8' }).filter((each) => /\.ya?ml$/.test(each))
  const texts = names.sort().map((each) => {
    const uri = `${ROOT}/${each.replaceAll('\\', '/')}`
    return [uri, readFileSync(join(workspace, each), 'utf8')] as const
  })
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as readonly Expected[]
  return {
    name,
    texts: new Map(texts),
    calls: parseCalls(readFileSync(join(folder, 'calls.yaml'), 'utf8')).calls,
    expected: new Map(expected.map((each) => [each.id, each])),
  }
}

/** Makes meshes of files; a file that was read before is not read again. */
export function meshMaker(): (texts: Texts) => MeshState {
  const known = new Map<string, { readonly text: string; readonly file: FileIndex }>()
  const indexed = (uri: string, text: string): FileIndex => {
    const last = known.get(uri)
    if (last?.text === text) return last.file
    const file = indexFile(uri, text)
    if (!last) known.set(uri, { text, file })
    return file
  }
  return (texts) => {
    const mesh = new MeshState('scenario', ROOT, {
      options: DEFAULT_MESH_OPTIONS,
      placement: { kustomize: true, root: ROOT, namespaceSetting: [] },
      generateExportTo: ['.'],
    })
    for (const [uri, text] of texts) mesh.setFile(indexed(uri, text))
    return mesh
  }
}

/** The files as a fix leaves them. */
export function withFix(texts: Texts, { changes }: Pick<Fix, 'changes'>): Texts {
  const after = new Map(texts)
  for (const change of changes) {
    const old = after.get(change.uri)
    if ((change.kind === 'create') === (old !== undefined))
      throw new Error(`${change.kind} does not fit ${change.uri}.`)
    after.set(change.uri, change.kind === 'create' ? change.text : applyEdits(old ?? '', change.edits))
  }
  return after
}
