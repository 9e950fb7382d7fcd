import { expect, test } from 'vitest'
import { lineStartsOf, positionAt } from '../text/line-starts'
import { readYaml } from '../yaml/reader'
import { readSuppressions } from './suppressions'

/** Each suppression as `codes: first line-last line` (1-based) of what it covers. */
function covered(text: string): string[] {
  const starts = lineStartsOf(text)
  return readSuppressions(text, starts, readYaml(text)).map(({ codes, covers }) => {
    const last = positionAt(starts, covers.end - 1).line + 1
    return `${codes.join('+')}: ${positionAt(starts, covers.start).line + 1}-${last}`
  })
}

test('on a line of its own it covers the next line that says something', () => {
  expect(covered('a: 1\n# istio-egress-ignore blocked-host -- known\n\n# more\nb: 2\nc: 3\n')).toEqual([
    'blocked-host: 5-5',
  ])
})

test('behind a value it covers its line; codes are parted by commas', () => {
  expect(covered('a: 1 # istio-egress-ignore blocked-host, not-exported\nb: 2\n')).toEqual([
    'blocked-host+not-exported: 1-1',
  ])
})

test('above or behind the key of a block scalar it covers the whole scalar', () => {
  expect(covered('# istio-egress-ignore x\na: |\n  one\n  two\nb: 1\n')).toEqual(['x: 2-4'])
  expect(covered('a: | # istio-egress-ignore x\n  one\n  two\nb: 1\n')).toEqual(['x: 1-3'])
})

test('text that only looks like a comment is none', () => {
  expect(covered('a: "# istio-egress-ignore x"\nb: |\n  # istio-egress-ignore y\n')).toEqual([])
})
