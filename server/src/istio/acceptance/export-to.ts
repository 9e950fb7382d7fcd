import type { Rejection } from '../../kubernetes/resource'
import { isDnsLabel } from './names'

/**
 * What istiod's webhook refuses in a list `exportTo`.
 * @param namespace the object's own; undefined where the file does not say it
 * @param allowed whether `~` (nobody) is allowed: only for ServiceEntries
 */
export function* checkExportTo(
  exportTo: readonly string[] | undefined,
  namespace: string | undefined,
  allowed: { readonly none: boolean },
): Iterable<Rejection> {
  if (!exportTo) return
  const seen = new Set<string>()
  for (const [index, value] of exportTo.entries()) {
    const path = `spec.exportTo[${index}]`
    if (seen.has(value)) yield { path, message: `exportTo names "${value}" twice.` }
    seen.add(value)
    const isSign = value === '*' || value === '.' || (value === '~' && allowed.none)
    if (!isSign && !isDnsLabel(value))
      yield {
        path,
        message: `exportTo takes "*", "."${allowed.none ? ', "~"' : ''} and namespaces; "${value}" is none.`,
      }
  }
  yield* checkTogether(exportTo, namespace)
}

/** Combinations that contradict themselves; `namespace` is the one that counts, when it is known. */
export function* checkTogether(exportTo: readonly string[], namespace: string | undefined): Iterable<Rejection> {
  const path = 'spec.exportTo'
  if (namespace !== undefined && exportTo.includes('.') && exportTo.includes(namespace))
    yield { path, message: `"." and "${namespace}" are the same namespace here; keep one of them.` }
  if (exportTo.length < 2) return
  if (exportTo.includes('*')) yield { path, message: '"*" already means every namespace; nothing may stand beside it.' }
  if (exportTo.includes('~')) yield { path, message: '"~" means nobody; nothing may stand beside it.' }
}
