/** True if two pieces of plain data (arrays, objects, scalars) say the same. Prototypes do not count. */
export function equalFacts(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => equalFacts(item, b[index]))
  }
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  const other = b as Readonly<Record<string, unknown>>
  return keys.every(
    (key) => Object.hasOwn(b, key) && equalFacts((a as Readonly<Record<string, unknown>>)[key], other[key]),
  )
}
