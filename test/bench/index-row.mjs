import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, row, runNode } from './measure.mjs'

const here = dirname(fileURLToPath(import.meta.url))

/** `check` of 1,000 files in a cold process, against processes that only read, or read and parse, the same files. */
export function index({ command, workspace, rounds }) {
  const { folder, manifest } = workspace(1000)
  const check = () => runNode([command, 'check', folder, '--format', 'json', '--fail-on', 'never'])
  compare(JSON.parse(check().stdout), JSON.parse(readFileSync(manifest, 'utf8')))
  const times = { ours: [], read: [], parse: [] }
  for (let round = 0; round < rounds; round++) {
    times.ours.push(check().milliseconds)
    times.read.push(runNode([join(here, 'floor.mjs'), 'read', folder]).milliseconds)
    times.parse.push(runNode([join(here, 'floor.mjs'), 'parse', folder]).milliseconds)
  }
  const ours = median(times.ours)
  return [
    row('check of 1,000 files, cold', ours, 'reading them', median(times.read)),
    row('check of 1,000 files, cold', ours, 'reading and parsing them with `yaml`', median(times.parse)),
  ]
}

/** Every place that the manifest says is blocked, and no other, must be reported: a fast wrong answer is none. */
function compare(report, manifest) {
  const codes = new Set([
    'blocked-host',
    'not-exported',
    'outside-sidecar-scope',
    'port-not-registered',
    'protocol-mismatch',
    'captured-host',
    'broken-route',
  ])
  const found = report.diagnostics.filter(({ code }) => codes.has(code)).map(({ file, line }) => `${file}:${line}`)
  const wanted = manifest.unreachable
    .filter(({ outcome }) => outcome === 'blocked')
    .map(({ file, line }) => `${file}:${line}`)
  const missing = wanted.filter((place) => !found.includes(place))
  const extra = found.filter((place) => !wanted.includes(place))
  if (missing.length + extra.length > 0) {
    throw new Error(
      `The answer is wrong. Missing: ${missing.slice(0, 5)} (${missing.length}); too many: ${extra.slice(0, 5)} (${extra.length}).`,
    )
  }
}
