import { spawnSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import esbuild from 'esbuild'
import { median, row } from './measure.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/**
 * What a verdict costs in a mesh of 5,000 entries and 500 namespaces: the first of a namespace (cold), another one there,
 * and one that was asked before (warm), against parsing one ServiceEntry with `yaml`, and against ten times the entries.
 */
export async function verdict({ rounds }) {
  const program = join(here, '../../.cache/bench/verdict.cjs')
  await esbuild.build({
    entryPoints: [join(here, 'verdict-entry.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    logLevel: 'error',
    mainFields: ['module', 'main'],
  })
  const small = []
  const large = []
  for (let round = 0; round < rounds; round++) {
    small.push(measure(program, 5000))
    large.push(measure(program, 50_000))
  }
  const of = (runs, name) => median(runs.map((run) => run[name]))
  const parse = of(small, 'parse')
  return [
    row('verdict, first of a namespace', of(small, 'cold'), 'parsing one ServiceEntry', parse, 'µs'),
    row('verdict, another call there', of(small, 'another'), 'parsing one ServiceEntry', parse, 'µs'),
    row('verdict, asked before', of(small, 'warm'), 'parsing one ServiceEntry', parse, 'µs'),
    row('verdict, first, 50,000 entries', of(large, 'cold'), 'among 5,000', of(small, 'cold'), 'µs'),
    row('verdict, another, 50,000 entries', of(large, 'another'), 'among 5,000', of(small, 'another'), 'µs'),
    row('heap a namespace, 50,000 entries', of(large, 'kept') / 1024, 'among 5,000', of(small, 'kept') / 1024, 'KB'),
  ]
}

function measure(program, entries) {
  const done = spawnSync(process.execPath, ['--expose-gc', program, String(entries), '500'], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(done.stderr)
  const result = JSON.parse(done.stdout)
  const { registered, blocked } = result.outcomes
  if (!(registered > 0 && blocked > 0))
    throw new Error(`The verdicts cannot be right: ${JSON.stringify(result.outcomes)}.`)
  return result
}
