import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes scenarios/INDEX.md: each scenario with its verdicts and the first comment of its calls. */
export function writeIndex(folder) {
  const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'expected.json')))
  let calls = 0
  const rows = names.sort().map((name) => {
    const verdicts = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8')).map((one) => one.verdict)
    calls += verdicts.length
    const kinds = [...new Set(verdicts)].sort()
    const counts = kinds.map((kind) => `${verdicts.filter((verdict) => verdict === kind).length} ${kind}`).join(', ')
    const [first = ''] = readFileSync(join(folder, name, 'calls.yaml'), 'utf8').split('\n')
    return `- \`${name}\` (${counts}): ${first.replace(/^#\s*/, '')}`
  })
  const head = `# Scenarios\n\n${names.length} scenarios, ${calls} calls. The counts are of expected.json; the text is the first comment of calls.yaml.\n\n`
  writeFileSync(join(folder, 'INDEX.md'), `${head}${rows.join('\n')}\n`)
}
