import { spawnSync } from 'node:child_process'

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Runs a command of Node to its end: wall milliseconds and what it printed. */
export function runNode(args) {
  const started = process.hrtime.bigint()
  const done = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 30 })
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6
  if (done.status !== 0) throw new Error(`${args.join(' ')} ended with ${done.status}: ${done.stderr}`)
  return { milliseconds, stdout: done.stdout }
}

/** A row of the table: ours against another side that was measured in the same run. */
export function row(what, ours, against, other, unit = 'ms') {
  return { what, ours, against, other, unit, ratio: ours / other }
}
