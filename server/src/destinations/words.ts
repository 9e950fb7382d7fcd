/**
 * The words of a key in lower case: `DB_HOST`, `db-host`, `db.host` and `dbHost` are all `db host`.
 * Digits stay with the word they follow: `s3`, `db2`.
 */
export function wordsOf(key: string): readonly string[] {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9$@#]+/)
    .filter((word) => word !== '')
}

/** True if the words of `phrase` (written with spaces) stand in `words` one after the other. */
export function hasPhrase(words: readonly string[], phrase: string): boolean {
  return ` ${words.join(' ')} `.includes(` ${phrase} `)
}

/** The steps of a key that is written in one: `spring.datasource.url`, `ConnectionStrings__Ledger`, `a/b`. */
export function stepsOf(key: string): readonly string[] {
  const steps = key.split(/\.|__|:|\//).filter((step) => step !== '')
  return steps.length > 0 ? steps : [key]
}
