import { lineStartsOf, positionAt } from '../../text/line-starts'
import { nodeAt } from '../../yaml/node-at'
import { readYaml } from '../../yaml/reader'
import type { Fix } from './fix'

/**
 * A comment above the finding's line that silences it; for text in a scalar of several lines, above its first one.
 * undefined in JSON, which knows no comments.
 */
export function suppressByComment(
  uri: string,
  text: string,
  finding: { readonly code: string; readonly range: { readonly start: number } },
): Fix | undefined {
  if (uri.endsWith('.json')) return undefined
  const lineStarts = lineStartsOf(text)
  const node = nodeAt(readYaml(text), finding.range.start)?.node
  const line = positionAt(lineStarts, node?.kind === 'scalar' ? node.range.start : finding.range.start).line
  const start = lineStarts[line] ?? 0
  const lineText = text.slice(start, lineStarts[line + 1] ?? text.length)
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? ''
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  return {
    title: `Ignore this ${finding.code} with a comment`,
    preferred: false,
    changes: [
      {
        kind: 'edit',
        uri,
        edits: [{ range: { start, end: start }, newText: `${indent}# istio-egress-ignore ${finding.code}${lineEnd}` }],
      },
    ],
  }
}
