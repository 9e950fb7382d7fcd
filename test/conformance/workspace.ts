import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MeshResources } from '../../server/src/registry/mesh-resources'
import { readManifests } from '../../server/src/testing/manifests'

/** The resources of a folder of plain manifests. */
export function readWorkspace(folder: string): MeshResources {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.ya?ml$/.test(name))
  return readManifests(Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')])))
}
