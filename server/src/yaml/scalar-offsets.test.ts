import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childOf, type YamlScalar } from './node'
import { readYaml } from './reader'
import { sourceOffset, sourceRange } from './scalar-offsets'

function scalarOf(text: string): YamlScalar {
  const node = childOf(readYaml(text)[0]?.root, 'key')
  if (node?.kind !== 'scalar') throw new Error(`no scalar in ${JSON.stringify(text)}`)
  return node
}

/** The text of `word` in the file, by way of its place in the value. */
function sourceOf(text: string, word: string): string {
  const scalar = scalarOf(text)
  const at = scalar.value.indexOf(word)
  if (at < 0) throw new Error(`${JSON.stringify(scalar.value)} has no ${word}`)
  const range = sourceRange(text, scalar, at, at + word.length)
  return text.slice(range.start, range.end)
}

const word = fc.stringMatching(/^[a-z][a-z0-9.]{0,8}[a-z0-9]$/)
const words = fc.array(word, { minLength: 1, maxLength: 12 })
const lineEnd = fc.constantFrom('\n', '\r\n')
const gap = fc.constantFrom(' ', '  ', '\n', '\n\n', '\n\n\n')

/** Every word of the value, looked up one after the other, is the same word in the text. */
function everyWordIsFound(text: string, expected: readonly string[]): void {
  const scalar = scalarOf(text)
  let from = 0
  for (const each of expected) {
    const at = scalar.value.indexOf(each, from)
    expect(at).toBeGreaterThanOrEqual(0)
    from = at + each.length
    const range = sourceRange(text, scalar, at, from)
    expect(text.slice(range.start, range.end)).toBe(each)
    expect(sourceOffset(text, scalar, at)).toBe(range.start)
  }
}

describe('every word of a value is found in the text', () => {
  for (const [name, quote] of [
    ['plain', ''],
    ['single quoted', "'"],
    ['double quoted', '"'],
  ] as const) {
    test(`${name}, over several lines`, () => {
      fc.assert(
        fc.property(fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 10 }), lineEnd, (pairs, end) => {
          const body = pairs.map(([each, after], i) => (i === pairs.length - 1 ? each : each + after)).join('')
          const text = `# first\nkey: ${quote}${body.replaceAll('\n', '\n    ')}${quote}\nnext: 1\n`
          everyWordIsFound(
            text.replaceAll('\n', end),
            pairs.map(([each]) => each),
          )
        }),
      )
    })
  }

  test('double quoted with escapes between the words', () => {
    const sequence = fc.constantFrom('\\n', '\\t', '\\u00e9', '\\x41 ', '\\U0001F600', '\\"', '\\\\', '\\\n    ', '\\/')
    fc.assert(
      fc.property(fc.array(fc.tuple(word, sequence), { minLength: 1, maxLength: 8 }), (pairs) => {
        const text = `key: "${pairs.map(([each, after]) => each + after).join('')}"\n`
        everyWordIsFound(
          text,
          pairs.map(([each]) => each),
        )
      }),
    )
  })

  test('literal and folded blocks with indicators and chomping', () => {
    const header = fc.tuple(fc.constantFrom('|', '>'), fc.constantFrom('', '-', '+'), fc.boolean())
    const line = fc.tuple(fc.constantFrom('', '', '  ', '   '), words, fc.constantFrom('', '', '\n', '\n\n'))
    fc.assert(
      fc.property(
        header,
        fc.array(line, { minLength: 1, maxLength: 6 }),
        lineEnd,
        ([style, chomp, says], lines, end) => {
          // Without an indicator the first line sets the indentation, so it cannot begin with spaces of its own.
          const body = lines
            .map(([more, each, blank], i) => `  ${i === 0 && !says ? '' : more}${each.join(' ')}\n${blank}`)
            .join('')
          const text = `before: x\nkey: ${style}${says ? 2 : ''}${chomp}\n${body}after: y\n`
          everyWordIsFound(
            text.replaceAll('\n', end),
            lines.flatMap(([, each]) => each),
          )
        },
      ),
    )
  })
})

test('escapes and doubled quotes inside a word cover their whole text', () => {
  expect(sourceOf('key: "a \\u0061pi.io b"', 'api.io')).toBe('\\u0061pi.io')
  expect(sourceOf('key: "x d\\x62 y"', 'db')).toBe('d\\x62')
  expect(sourceOf("key: 'it''s db.io'", "it's")).toBe("it''s")
  expect(sourceOf("key: 'it''s db.io'", 'db.io')).toBe('db.io')
})

test('a word before a folded line end stops before it', () => {
  expect(sourceOf('key: one\n  two\n', 'one')).toBe('one')
  expect(sourceOf('key: >\n  one\n  two\n', 'two')).toBe('two')
})

test('anchors and tags before a scalar are no part of it', () => {
  expect(sourceOf('key: &a !!str "db.io"\n', 'db.io')).toBe('db.io')
  expect(sourceOf('key: &a |\n  x\n  db.io\n', 'db.io')).toBe('db.io')
})

test('offsets outside the value are drawn inside the scalar', () => {
  const text = 'key: abc\n'
  const scalar = scalarOf(text)
  expect(sourceOffset(text, scalar, 99)).toBe(8)
  expect(sourceOffset(text, scalar, -1)).toBe(5)
  expect(sourceRange('key: ""\n', scalarOf('key: ""\n'), 0, 0)).toEqual({ start: 6, end: 6 })
})
