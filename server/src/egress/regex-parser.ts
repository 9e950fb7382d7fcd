/** A regular expression as a tree. */
export type RegexNode =
  | { readonly kind: 'char'; readonly accepts: (code: number) => boolean }
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly options: readonly RegexNode[] }
  | { readonly kind: 'repeat'; readonly part: RegexNode; readonly least: number; readonly most: number | undefined }

/** RE2 takes no larger count. */
const REPEAT_LIMIT = 1000
/** Deeper groups are not read. */
const DEPTH_LIMIT = 100

type Accepts = (code: number) => boolean

/** Reads an RE2 pattern; undefined if it is none, or uses what this reader does not know (Unicode classes, `\b`). */
export function parseRegex(pattern: string): RegexNode | undefined {
  try {
    const reader = new PatternReader(pattern)
    const node = reader.choice(0)
    return reader.isAtEnd() ? node : undefined
  } catch (error) {
    if (error instanceof PatternError) return undefined
    throw error
  }
}

class PatternError extends Error {}

class PatternReader {
  private at = 0
  private ignoreCase = false

  constructor(private readonly pattern: string) {}

  isAtEnd(): boolean {
    return this.at >= this.pattern.length
  }

  choice(depth: number): RegexNode {
    if (depth > DEPTH_LIMIT) throw new PatternError()
    const options = [this.sequence(depth)]
    while (this.take('|')) options.push(this.sequence(depth))
    const [only] = options
    return options.length === 1 && only ? only : { kind: 'choice', options }
  }

  private sequence(depth: number): RegexNode {
    const parts: RegexNode[] = []
    while (!this.isAtEnd() && this.peek() !== '|' && this.peek() !== ')') parts.push(this.repeated(depth))
    return { kind: 'sequence', parts }
  }

  private repeated(depth: number): RegexNode {
    const part = this.single(depth)
    const count = this.count()
    if (!count) return part
    // A lazy repetition matches the same texts as a greedy one.
    this.take('?')
    return { kind: 'repeat', part, ...count }
  }

  private count(): { readonly least: number; readonly most: number | undefined } | undefined {
    if (this.take('*')) return { least: 0, most: undefined }
    if (this.take('+')) return { least: 1, most: undefined }
    if (this.take('?')) return { least: 0, most: 1 }
    const match = /^\{([0-9]{1,4})(,([0-9]{0,4}))?\}/.exec(this.pattern.slice(this.at, this.at + 12))
    if (!match) return undefined
    this.at += match[0].length
    const least = Number(match[1])
    const most = match[2] === undefined ? least : match[3] ? Number(match[3]) : undefined
    if (least > REPEAT_LIMIT || (most ?? 0) > REPEAT_LIMIT || (most ?? least) < least) throw new PatternError()
    return { least, most }
  }

  private single(depth: number): RegexNode {
    const char = this.next()
    switch (char) {
      case '^':
        return { kind: 'start' }
      case '$':
        return { kind: 'end' }
      case '.':
        return { kind: 'char', accepts: (code) => code !== 10 }
      case '(':
        return this.group(depth)
      case '[':
        return { kind: 'char', accepts: this.characterClass() }
      case '\\':
        return this.escaped()
      case '*':
      case '+':
      case '?':
        throw new PatternError()
      default:
        return { kind: 'char', accepts: this.literal(char) }
    }
  }

  private group(depth: number): RegexNode {
    const before = this.ignoreCase
    if (this.take('?')) {
      const head = /^(:|P?<[A-Za-z0-9_]+>|[imsU]+(-[imsU]+)?:?\)?)/.exec(this.pattern.slice(this.at, this.at + 64))
      if (!head) throw new PatternError()
      this.at += head[0].length
      if (head[0].startsWith('i')) this.ignoreCase = true
      if (head[0].endsWith(')')) return { kind: 'sequence', parts: [] }
    }
    const inner = this.choice(depth + 1)
    if (!this.take(')')) throw new PatternError()
    this.ignoreCase = before
    return inner
  }

  private escaped(): RegexNode {
    const char = this.next()
    if (char === 'A') return { kind: 'start' }
    if (char === 'z') return { kind: 'end' }
    if (char === 'Q') return this.quoted()
    return { kind: 'char', accepts: this.escape(char) }
  }

  private quoted(): RegexNode {
    const end = this.pattern.indexOf('\\E', this.at)
    const text = this.pattern.slice(this.at, end === -1 ? undefined : end)
    this.at = end === -1 ? this.pattern.length : end + 2
    return { kind: 'sequence', parts: [...text].map((char) => ({ kind: 'char', accepts: this.literal(char) })) }
  }

  private escape(char: string): Accepts {
    const known = CLASSES[char]
    if (known) return known
    const code = CONTROLS[char]
    if (code !== undefined) return (other) => other === code
    if (char === 'x') return this.hexadecimal()
    if (/[A-Za-z0-9]/.test(char)) throw new PatternError()
    return this.literal(char)
  }

  private hexadecimal(): Accepts {
    const match = /^([0-9a-fA-F]{2}|\{[0-9a-fA-F]{1,6}\})/.exec(this.pattern.slice(this.at, this.at + 8))
    if (!match) throw new PatternError()
    this.at += match[0].length
    const code = Number.parseInt(match[0].replace(/[{}]/g, ''), 16)
    return (other) => other === code
  }

  private characterClass(): Accepts {
    const negated = this.take('^')
    const parts: Accepts[] = []
    let first = true
    while (first || this.peek() !== ']') {
      if (this.isAtEnd()) throw new PatternError()
      first = false
      parts.push(this.classPart())
    }
    this.at++
    return (code) => parts.some((accepts) => accepts(code)) !== negated
  }

  private classPart(): Accepts {
    const posix = /^\[:(\^?)([a-z]+):\]/.exec(this.pattern.slice(this.at, this.at + 16))
    if (posix) {
      const known = POSIX[posix[2] ?? '']
      if (!known) throw new PatternError()
      this.at += posix[0].length
      return posix[1] ? (code) => !known(code) : known
    }
    const char = this.next()
    if (char === '\\') {
      const escaped = this.next()
      const known = CLASSES[escaped]
      if (known) return known
      return this.range(escaped in CONTROLS ? String.fromCharCode(CONTROLS[escaped] ?? 0) : escaped)
    }
    return this.range(char)
  }

  private range(from: string): Accepts {
    const to = this.pattern[this.at + 1]
    if (this.peek() !== '-' || to === undefined || to === ']') return this.literal(from)
    this.at++
    const last = this.next()
    const end = last === '\\' ? this.next() : last
    const low = from.charCodeAt(0)
    const high = end.charCodeAt(0)
    if (high < low) throw new PatternError()
    const accepts: Accepts = (code) => code >= low && code <= high
    return this.ignoreCase ? (code) => accepts(lowerOf(code)) || accepts(upperOf(code)) : accepts
  }

  private literal(char: string): Accepts {
    const code = char.charCodeAt(0)
    return this.ignoreCase ? (other) => lowerOf(other) === lowerOf(code) : (other) => other === code
  }

  private peek(): string | undefined {
    return this.pattern[this.at]
  }

  private next(): string {
    const char = this.pattern[this.at]
    if (char === undefined) throw new PatternError()
    this.at++
    return char
  }

  private take(char: string): boolean {
    if (this.pattern[this.at] !== char) return false
    this.at++
    return true
  }
}

function lowerOf(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code
}

function upperOf(code: number): number {
  return code >= 97 && code <= 122 ? code - 32 : code
}

const isDigit: Accepts = (code) => code >= 48 && code <= 57
const isUpper: Accepts = (code) => code >= 65 && code <= 90
const isLower: Accepts = (code) => code >= 97 && code <= 122
const isLetter: Accepts = (code) => isUpper(code) || isLower(code)
const isWord: Accepts = (code) => isLetter(code) || isDigit(code) || code === 95
const isSpace: Accepts = (code) => code === 32 || (code >= 9 && code <= 13 && code !== 11)

const CLASSES: Readonly<Record<string, Accepts | undefined>> = {
  d: isDigit,
  D: (code) => !isDigit(code),
  w: isWord,
  W: (code) => !isWord(code),
  s: isSpace,
  S: (code) => !isSpace(code),
}

const CONTROLS: Readonly<Record<string, number | undefined>> = { n: 10, r: 13, t: 9, f: 12, v: 11, a: 7 }

const POSIX: Readonly<Record<string, Accepts | undefined>> = {
  alpha: isLetter,
  digit: isDigit,
  alnum: (code) => isLetter(code) || isDigit(code),
  upper: isUpper,
  lower: isLower,
  space: (code) => isSpace(code) || code === 11,
  blank: (code) => code === 32 || code === 9,
  punct: (code) => code > 32 && code < 127 && !isLetter(code) && !isDigit(code),
  xdigit: (code) => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102),
  word: isWord,
  print: (code) => code >= 32 && code < 127,
  graph: (code) => code > 32 && code < 127,
  cntrl: (code) => code < 32 || code === 127,
  ascii: (code) => code < 128,
}
