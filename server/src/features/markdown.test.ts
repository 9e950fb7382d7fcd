import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { code, plain, withoutMarkup } from './markdown'

const markdown = new MarkdownIt({ html: true, linkify: false })
const HOSTILE = [
  '[x](command:evil)',
  '<img src=x onerror=y>',
  '![a](http://b)',
  '`` ` ``',
  '**b** _c_',
  '# h',
  '\u202Eabc',
  '&lt;',
  '<http://a.b>',
  '|---|',
]
const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string(),
  fc.tuple(fc.constantFrom(...HOSTILE), fc.string()).map((parts) => parts.join('')),
)

/** The kinds of everything that a renderer makes of inline Markdown. */
function kinds(source: string): readonly string[] {
  return markdown.parseInline(source, {}).flatMap((token) => token.children?.map(({ type }) => type) ?? [])
}

test('text of the workspace in a code span is nothing but code', () => {
  fc.assert(
    fc.property(
      text,
      (given) =>
        void expect(kinds(code(given)).filter((kind) => kind !== 'code_inline' && kind !== 'text')).toEqual([]),
    ),
  )
})

test('text of the workspace in a sentence makes no link, image, emphasis or HTML', () => {
  const allowed = new Set(['text', 'text_special', 'softbreak', 'hardbreak'])
  fc.assert(
    fc.property(text, (given) => void expect(kinds(plain(given)).filter((kind) => !allowed.has(kind))).toEqual([])),
  )
})

test('for an editor without Markdown the words are the same', () => {
  expect(withoutMarkup(`**${code('db.example.com')}** is ${plain('blocked_here')}`)).toBe(
    'db.example.com is blocked_here',
  )
})

test('what turns text around or hides it is gone', () => {
  expect(code('a\u202Eb\u200Bc')).toBe('`abc`')
})
