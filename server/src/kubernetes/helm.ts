import type { Range } from '../text/range'

/**
 * Stands for one character of a template's action that gives text we cannot know. A private-use character: no host,
 * number or Kubernetes name holds one, so whatever it touches is recognisably unknown.
 */
export const MASK = '\uE000'

/** True if a part of the text comes from a template's action: it says something, but the file does not say what. */
export function isMasked(text: string): boolean {
  return text.includes(MASK)
}

/** A masked text for people: what an action gives is shown as `{{…}}`. */
export function showMasked(text: string): string {
  return text.replace(/\uE000+/g, '{{…}}')
}

/**
 * True if Helm has to render the file before it is YAML: it holds actions, and lies in a chart's `templates` folder or
 * has one where YAML allows no brace (at a line's start, or opening a value).
 * Actions inside strings elsewhere, as in alert rules or workflow steps, make no template.
 */
export function isHelmTemplate(uri: string, text: string): boolean {
  let at = text.indexOf('{{')
  if (at === -1) return false
  if (uri.includes('/templates/')) return true
  for (; at !== -1; at = text.indexOf('{{', at + 2)) {
    let before = at - 1
    while (text[before] === ' ' || text[before] === '\t') before--
    const char = text[before]
    const opensValue = (char === ':' || char === '-') && before < at - 1
    if (before < 0 || char === '\n' || char === '\r' || opensValue) return true
  }
  return false
}

export interface MaskedText {
  /** As long as the template, with the same line ends: every offset stays. */
  readonly text: string
  /** Where the template's actions stand. */
  readonly masked: readonly Range[]
}

/**
 * A Helm template with its actions made harmless, so that its literal parts can be read as YAML. Lines that hold only
 * actions (`{{- if … }}`, `{{ toYaml … | nindent 8 }}`) and comments become blank, any other action becomes `MASK`.
 */
export function maskTemplate(text: string): MaskedText {
  const masked = actionsOf(text)
  const alone = actionsAlone(text, masked)
  let result = ''
  let last = 0
  for (const [index, action] of masked.entries()) {
    const source = text.slice(action.start, action.end)
    const isBlank = alone.has(index) || isComment(text, action)
    result += text.slice(last, action.start) + (isBlank ? blank(source) : maskFirstLine(source))
    last = action.end
  }
  return { text: result + text.slice(last), masked }
}

/** An action that goes on over several lines is one value: what follows its first line is blank. */
function maskFirstLine(action: string): string {
  const first = firstBreak(action)
  return MASK.repeat(first) + blank(action.slice(first))
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

/** Every `{{ … }}`; text in quotes does not end one. One without an end goes to the end of its line. */
function actionsOf(text: string): readonly Range[] {
  const found: Range[] = []
  for (let start = text.indexOf('{{'); start !== -1; ) {
    const end = endOfAction(text, start)
    found.push({ start, end })
    start = text.indexOf('{{', end)
  }
  return found
}

function endOfAction(text: string, start: number): number {
  const comment = /\{\{-?[ \t]?\/\*/y
  comment.lastIndex = start
  if (comment.test(text)) {
    const close = text.indexOf('*/', comment.lastIndex)
    const end = close === -1 ? -1 : text.indexOf('}}', close)
    return end === -1 ? endOfLine(text, start) : end + 2
  }
  for (let i = start + 2; i < text.length; i++) {
    const char = text[i]
    if (char === '}' && text[i + 1] === '}') return i + 2
    if (char === '{' && text[i + 1] === '{') break
    if (char === '"' || char === '`') {
      const close = endOfQuote(text, i, char)
      if (close === -1) break
      i = close
    }
  }
  return endOfLine(text, start)
}

/** The offset of the closing quote; -1 if there is none (on the same line, for `"`). */
function endOfQuote(text: string, start: number, quote: string): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === quote) return i
    if (quote === '`') continue
    if (text[i] === '\n') return -1
    if (text[i] === '\\') i++
  }
  return -1
}

function endOfLine(text: string, offset: number): number {
  const plain = text.indexOf('}}', offset)
  let end = offset
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++
  return plain !== -1 && plain < end ? plain + 2 : end
}

function isComment(text: string, action: Range): boolean {
  return /^\{\{-?[ \t]?\/\*/.test(text.slice(action.start, action.start + 6))
}

/** The indexes of actions on whose lines nothing stands but actions and white space. */
function actionsAlone(text: string, actions: readonly Range[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let first = 0; first < actions.length; ) {
    let end = first + 1
    while (end < actions.length && isInlineSpace(gapBefore(text, actions, end))) end++
    const before = gapBefore(text, actions, first)
    const after = gapBefore(text, actions, end)
    const startsLine = isInlineSpace(before.slice(lastBreak(before) + 1)) && (first === 0 || lastBreak(before) !== -1)
    const endsLine = isInlineSpace(after.slice(0, firstBreak(after)))
    if (startsLine && endsLine) for (let i = first; i < end; i++) found.add(i)
    first = end
  }
  return found
}

/** The text between an action and the one before it; behind the last one, the rest. */
function gapBefore(text: string, actions: readonly Range[], index: number): string {
  return text.slice(actions[index - 1]?.end ?? 0, actions[index]?.start ?? text.length)
}

function isInlineSpace(text: string): boolean {
  return /^[ \t]*$/.test(text)
}

/** Where the first line of a text ends. */
function firstBreak(text: string): number {
  const at = text.search(/[\r\n]/)
  return at === -1 ? text.length : at
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'))
}
