import type { Mesh } from '../mesh/mesh'
import type { FileIndex, FileProblem } from '../registry/file-index'
import type { Finding } from './rule'

/**
 * The findings that a file's own text gave when it was read. What kustomizations only use as a patch is a part of an
 * object: nothing is missing in it, so only its syntax is judged.
 */
export function* fileProblems(code: FileProblem['code'], file: FileIndex, mesh: Mesh): Iterable<Finding> {
  if (code !== 'yaml-syntax' && isOnlyPatch(file, mesh)) return
  for (const problem of file.places.problems) {
    if (problem.code !== code) continue
    yield { range: problem.range, message: problem.message, severity: problem.severity }
  }
}

function isOnlyPatch(file: FileIndex, mesh: Mesh): boolean {
  const placements = mesh.placementsOfFile(file.uri)
  return placements.length > 0 && placements.every((placement) => placement.role === 'patch')
}
