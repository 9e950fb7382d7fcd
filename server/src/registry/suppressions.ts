import { type LineStarts, positionAt } from '../text/line-starts'
import type { Range } from '../text/range'
import type { YamlDocument, YamlNode } from '../yaml/node'
import type { Suppression } from './file-index'

const MARK = 'istio-egress-ignore'
const COMMENT = /#[ \t]*istio-egress-ignore(?:[ \t]+([^\r\n]*))?/y

/**
 * The comments `# istio-egress-ignore CODE, CODE -- reason` of a file. One on a line of its own covers the next line
 * that says something, one behind a value covers its own line; where that line opens a block scalar, the whole scalar
 * is covered. Inside a block scalar nothing is a comment.
 */
export function readSuppressions(
  text: string,
  lineStarts: LineStarts,
  documents: readonly YamlDocument[],
): readonly Suppression[] {
  if (!text.includes(MARK)) return []
  const scalars = scalarTexts(documents, text)
  const found: Suppression[] = []
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    COMMENT.lastIndex = at
    const match = COMMENT.exec(text)
    if (!match || scalars.some((scalar) => scalar.textStart <= at && at < scalar.end)) continue
    const codes =
      (match[1] ?? '')
        .split(/[ \t]--(?:[ \t]|$)/, 1)[0]
        ?.split(/[\s,]+/)
        .filter(Boolean) ?? []
    if (codes.length === 0) continue
    const covers = coveredRange(text, lineStarts, at, scalars)
    found.push({ range: { start: at, end: at + match[0].trimEnd().length }, covers, codes })
  }
  return found
}

function coveredRange(text: string, lineStarts: LineStarts, comment: number, scalars: readonly ScalarText[]): Range {
  let line = positionAt(lineStarts, comment).line
  const ownLine = text.slice(lineStarts[line], comment).trim() === ''
  if (ownLine) {
    do line++
    while (line < lineStarts.length && /^\s*(#|$)/.test(lineText(text, lineStarts, line)))
  }
  const start = lineStarts[line] ?? text.length
  const end = lineStarts[line + 1] ?? text.length
  const opened = scalars.find((scalar) => start <= scalar.start && scalar.start < end && scalar.end > end)
  return { start, end: opened ? opened.end : end }
}

function lineText(text: string, lineStarts: LineStarts, line: number): string {
  return text.slice(lineStarts[line], lineStarts[line + 1] ?? text.length)
}

/** Where a scalar stands; of a block scalar `textStart` lies behind its `|` line, on which a comment may stand. */
interface ScalarText extends Range {
  readonly textStart: number
}

function scalarTexts(documents: readonly YamlDocument[], text: string): readonly ScalarText[] {
  const found: ScalarText[] = []
  const waiting: (YamlNode | undefined)[] = documents.map((document) => document.root)
  const seen = new Set<YamlNode>()
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!node || seen.has(node)) continue
    seen.add(node)
    if (node.kind === 'scalar') {
      const { start, end } = node.range
      const isBlock = node.style === 'literal' || node.style === 'folded'
      const lineEnd = isBlock ? text.indexOf('\n', start) : -1
      found.push({ start, end, textStart: lineEnd === -1 ? start : lineEnd + 1 })
    } else if (node.kind === 'sequence') for (const item of node.items) waiting.push(item)
    else for (const pair of node.pairs) waiting.push(pair.key, pair.value)
  }
  return found
}
