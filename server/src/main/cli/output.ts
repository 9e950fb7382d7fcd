import pc from 'picocolors'

/** One JSON value on stdout and nothing else. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

/** Text for people on stdout. */
export function printText(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** A remark for people that is no answer: on stderr, so that it never mixes with one. */
export function note(text: string): void {
  process.stderr.write(`istio-egress: ${text}\n`)
}

/** Colours for a terminal; plain text for anything else, and where NO_COLOR says so. */
export const colours = pc.createColors(pc.isColorSupported && process.stdout.isTTY === true && !process.env.NO_COLOR)

/** Rows of a table as text, each column as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  return rows
    .map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '))
    .join('\n')
}
