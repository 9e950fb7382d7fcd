import { fixAll } from '../../rules/fixes/fix-all'
import type { LoadedWorkspace } from './load'
import { applyFileChanges, type WrittenFile } from './write-files'

/** Applies the preferred fix of every finding of the workspace to the files on disk. */
export async function applyFixes(loaded: LoadedWorkspace): Promise<readonly WrittenFile[]> {
  const { service, folder } = loaded
  const findings = service.reportableFiles(folder).flatMap((uri) => service.findings(uri)?.findings ?? [])
  const fix = await fixAll(findings, (uri) => service.workspace.text(uri))
  return fix ? applyFileChanges(fix.changes, loaded) : []
}
