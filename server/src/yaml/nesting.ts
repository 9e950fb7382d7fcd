/** Deeper than any configuration; parsers that recurse come near the end of their stack somewhere behind it. */
const DEPTH_LIMIT = 400

/**
 * True if a text nests so deep that a recursive parser might exhaust its stack. Cheap and careless: it counts brackets
 * wherever they stand, and repeated indicators of block collections on one line.
 */
export function nestsTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    // Brackets in the texts of one document say nothing about the next.
    if (code === 0x0a && text.startsWith('---', at + 1)) depth = 0
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > DEPTH_LIMIT) return true
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--
  }
  return ['- ', '? ', ': '].some((indicator) => text.includes(indicator.repeat(DEPTH_LIMIT)))
}
