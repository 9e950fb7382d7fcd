import fs from 'node:fs'
import path from 'node:path'
import type { InventoryRow } from '../../server/src/features/inventory'

/** A label of a case's expected.json, as far as the score looks at it. */
interface Label {
  readonly file: string
  readonly line: number
  readonly host: string
  readonly port: number | null
  readonly namespace: string | null
  readonly workload: string | null
  readonly external: boolean
  readonly bypassesMesh?: boolean
  readonly optional?: boolean
}

export interface Score {
  readonly labels: number
  readonly found: number
  readonly missed: readonly string[]
  readonly alarms: readonly string[]
  /** Found, but with another caller, port, in-cluster mark or bypass than the label says. */
  readonly wrongCaller: readonly string[]
  readonly wrongPort: readonly string[]
  readonly wrongExternal: readonly string[]
  readonly wrongBypass: readonly string[]
}

/** The names of the labelled cases in a folder. */
export function caseNames(folder: string): readonly string[] {
  return fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'expected.json')))
}

/**
 * Scores one case by the rules of `score.mjs` beside this file: matching is one to one within a file, line and host, the
 * closest pairs first; a port that is not known on either side fits every port.
 */
export async function scoreCase(
  folder: string,
  name: string,
  find: (workspace: string) => Promise<readonly InventoryRow[]>,
): Promise<Score> {
  const expected: { destinations: readonly Label[] } = JSON.parse(
    fs.readFileSync(path.join(folder, name, 'expected.json'), 'utf8'),
  )
  const rows = unique(await find(path.join(folder, name, 'workspace')))
  const { pairs, missed, alarms } = match(expected.destinations, rows)
  const hits = pairs.filter(([label]) => !label.optional)
  const wrong = (isWrong: (label: Label, row: InventoryRow) => boolean) =>
    hits.filter(([label, row]) => isWrong(label, row)).map(([label]) => `${name} ${show(label)}`)
  return {
    labels: expected.destinations.filter((label) => !label.optional).length,
    found: hits.length,
    missed: missed.map((label) => `${name} ${show(label)}`),
    alarms: alarms.map((row) => `${name} ${show(row)}`),
    wrongCaller: wrong((label, row) => caller(label) !== caller(row)),
    wrongPort: wrong((label, row) => label.port !== null && label.port !== row.port),
    wrongExternal: wrong((label, row) => label.external !== row.external),
    wrongBypass: wrong((label, row) => (label.bypassesMesh === true) !== row.bypassesMesh),
  }
}

type Place = Pick<Label, 'file' | 'line' | 'host' | 'port'>
type Caller = Pick<Label, 'namespace' | 'workload'>

const show = ({ file, line, host, port }: Place) => `${file}:${line} ${host}:${port ?? '?'}`
const caller = ({ namespace, workload }: Caller) => `${namespace ?? ''} ${workload ?? ''}`

function unique(rows: readonly InventoryRow[]): readonly InventoryRow[] {
  return [...new Map(rows.map((row) => [`${show(row)} ${caller(row)}`, row])).values()]
}

function match(labels: readonly Label[], rows: readonly InventoryRow[]) {
  const pairs: [Label, InventoryRow][] = []
  const freeLabels = new Set(labels)
  const freeRows = new Set(rows)
  const samePlace = (label: Label, row: InventoryRow) =>
    label.file === row.file && label.line === row.line && label.host === row.host
  const openPort = (label: Label, row: InventoryRow) => label.port === null || row.port === null
  const passes: readonly ((label: Label, row: InventoryRow) => boolean)[] = [
    (label, row) => label.port === row.port && caller(label) === caller(row),
    (label, row) => openPort(label, row) && caller(label) === caller(row),
    (label, row) => label.port === row.port,
    openPort,
  ]
  for (const fits of passes) {
    for (const label of [...freeLabels].sort((a, b) => Number(a.optional === true) - Number(b.optional === true))) {
      const row = [...freeRows].find((each) => samePlace(label, each) && fits(label, each))
      if (!row) continue
      freeLabels.delete(label)
      freeRows.delete(row)
      pairs.push([label, row])
    }
  }
  return { pairs, missed: [...freeLabels].filter((label) => !label.optional), alarms: [...freeRows] }
}
