import { type InventoryRow, inventoryOf } from '../../server/src/features/inventory'
import { relativePath } from '../../server/src/files/uri'
import { nodeFiles, uriOf } from '../../server/src/main/node-files'
import { Workspace } from '../../server/src/workspace'

/** The inventory of a workspace in which each file counts as it stands: no kustomizations, no charts. */
export async function findHosts(folder: string): Promise<readonly InventoryRow[]> {
  const root = uriOf(folder)
  const workspace = new Workspace(nodeFiles, () => ({ cli: { kustomize: false, helm: false } }))
  await workspace.addFolder({ root, name: 'corpus' })
  const mesh = workspace.folderOf(root)?.mesh
  return mesh ? inventoryOf(mesh, (uri) => relativePath(root, uri) ?? uri) : []
}
