import { composeSource, type Piece, type SourceText, sliceSource } from '../source-text'

/** What a shell would run, as far as it can be read without running it. */
export interface ShellScript {
  /** Each simple command as its words, quotes taken off; variables stay as they are written. */
  readonly commands: readonly (readonly SourceText[])[]
  /** Bodies of here-documents. */
  readonly documents: readonly SourceText[]
}

/** Command substitutions nest no deeper in practice; what lies below is not read. */
const DEPTH_LIMIT = 8

/** Parts a POSIX shell's script into commands and words. Never fails: an open quote ends with the text. */
export function readShell(source: SourceText, depth = 0): ShellScript {
  return new ShellReader(source, depth).read()
}

class ShellReader {
  private readonly commands: SourceText[][] = []
  private readonly documents: SourceText[] = []
  private words: SourceText[] = []
  private pieces: Piece[] = []
  private hasWord = false
  private dropsNext = false
  private readonly delimiters: { readonly word: string; readonly tabs: boolean }[] = []
  private at = 0
  private readonly text: string

  constructor(
    private readonly source: SourceText,
    private readonly depth: number,
  ) {
    this.text = source.text
  }

  read(): ShellScript {
    while (this.at < this.text.length) this.step()
    this.endCommand()
    return { commands: this.commands, documents: this.documents }
  }

  private step(): void {
    const char = this.text[this.at] ?? ''
    if (char === '\\') this.backslash()
    else if (char === "'") this.singleQuotes()
    else if (char === '"') this.doubleQuotes()
    else if (char === '$' || char === '`') this.dollar()
    else if (char === '#' && !this.hasWord) this.skipTo(this.lineEnd())
    else if (char === '\n') this.lineBreak()
    else if (char === ' ' || char === '\t' || char === '\r') this.endWord(1)
    else if (char === '>' || char === '<') this.redirection()
    else if (';|&()'.includes(char)) {
      this.endCommand()
      this.at++
    } else this.take(1)
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at)
    return end < 0 ? this.text.length : end
  }

  private skipTo(offset: number): void {
    this.at = offset
  }

  /** Puts the next `length` characters into the word as they are. */
  private take(length: number): void {
    const end = Math.min(this.at + length, this.text.length)
    this.pieces.push({ text: this.text.slice(this.at, end), start: this.at, end })
    this.hasWord = true
    this.at = end
  }

  private backslash(): void {
    const next = this.text[this.at + 1]
    if (next === '\n') this.skipTo(this.at + 2)
    else if (next === '\r' && this.text[this.at + 2] === '\n') this.skipTo(this.at + 3)
    else {
      this.at++
      this.take(1)
    }
  }

  private singleQuotes(): void {
    const close = this.text.indexOf("'", this.at + 1)
    const end = close < 0 ? this.text.length : close
    this.at++
    this.hasWord = true
    if (end > this.at) this.take(end - this.at)
    this.at = end + 1
  }

  private doubleQuotes(): void {
    this.at++
    this.hasWord = true
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      const char = this.text[this.at]
      if (char === '\\') {
        const next = this.text[this.at + 1] ?? ''
        if (next === '\n') this.at += 2
        else {
          if ('"\\$`'.includes(next)) this.at++
          this.take(1)
        }
      } else if (char === '$' || char === '`') this.dollar()
      else this.take(1)
    }
    this.at++
  }

  /** `${NAME:-default}` and `$NAME` stay in the word; a command substitution is read as a script of its own. */
  private dollar(): void {
    const next = this.text[this.at + 1]
    if (this.text[this.at] === '`') this.substitution(this.at + 1, this.text.indexOf('`', this.at + 1))
    else if (next === '(') this.substitution(this.at + 2, closingBracket(this.text, this.at + 1, '(', ')'))
    else if (next === '{') this.take((closingBracket(this.text, this.at + 1, '{', '}') ?? this.at + 1) + 1 - this.at)
    else this.take(1)
  }

  private substitution(start: number, close: number | undefined): void {
    const end = close === undefined || close < 0 ? this.text.length : close
    if (this.depth < DEPTH_LIMIT && end > start) {
      const inner = readShell(sliceSource(this.source, start, end), this.depth + 1)
      this.commands.push(...inner.commands.map((words) => [...words]))
      this.documents.push(...inner.documents)
    }
    this.pieces.push({ text: '$()', start: this.at, end: Math.min(end + 1, this.text.length) })
    this.hasWord = true
    this.at = end + 1
  }

  private redirection(): void {
    const digitsOnly = this.pieces.every((piece) => /^\d$/.test(piece.text))
    if (digitsOnly) this.forgetWord()
    else this.endWord(0)
    const operator = /^(<<<|<<-?|>>|>&|<&|&>|>\||>|<)/.exec(this.text.slice(this.at, this.at + 3))?.[0] ?? '<'
    this.at += operator.length
    // What follows is a file's name; a here-string is input.
    if (operator === '<<' || operator === '<<-') this.hereDocument(operator === '<<-')
    else this.dropsNext = operator !== '<<<'
  }

  private hereDocument(tabs: boolean): void {
    const match = /^[ \t]*(['"]?)([\w.-]+)\1/.exec(this.text.slice(this.at, this.at + 80))
    if (!match?.[2]) return
    this.at += match[0].length
    this.delimiters.push({ word: match[2], tabs })
  }

  private lineBreak(): void {
    this.endCommand()
    this.at++
    for (const { word, tabs } of this.delimiters.splice(0)) this.documentBody(word, tabs)
  }

  private documentBody(word: string, tabs: boolean): void {
    const start = this.at
    while (this.at < this.text.length) {
      const end = this.lineEnd()
      const line = this.text.slice(this.at, end).replace(/\r$/, '')
      if ((tabs ? line.replace(/^\t+/, '') : line) === word) {
        this.documents.push(sliceSource(this.source, start, this.at))
        this.at = end
        return
      }
      this.at = end + 1
    }
    this.documents.push(sliceSource(this.source, start, this.text.length))
    this.at = this.text.length
  }

  private forgetWord(): void {
    this.pieces = []
    this.hasWord = false
  }

  private endWord(skip: number): void {
    this.at += skip
    if (!this.hasWord) return
    const word = composeSource(this.source, joined(this.pieces))
    if (!this.dropsNext || word.text.startsWith('/dev/')) this.words.push(word)
    this.dropsNext = false
    this.forgetWord()
  }

  private endCommand(): void {
    this.endWord(0)
    this.dropsNext = false
    if (this.words.length > 0) this.commands.push(this.words)
    this.words = []
  }
}

/** Neighbouring copies become one, so that words stay cheap to map. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = []
  let run: { start: number; end: number; parts: string[] } | undefined
  const flush = () => {
    if (run) result.push({ text: run.parts.join(''), start: run.start, end: run.end })
    run = undefined
  }
  for (const piece of pieces) {
    const isCopy = piece.text.length === piece.end - piece.start
    if (isCopy && run && run.end === piece.start) {
      run.end = piece.end
      run.parts.push(piece.text)
      continue
    }
    flush()
    if (isCopy) run = { start: piece.start, end: piece.end, parts: [piece.text] }
    else result.push(piece)
  }
  flush()
  return result
}

/** The bracket that closes the one at `at`, nested ones skipped; undefined if none does. */
function closingBracket(text: string, at: number, open: string, close: string): number | undefined {
  let depth = 0
  for (let i = at; i < text.length; i++) {
    if (text[i] === open) depth++
    else if (text[i] === close && --depth === 0) return i
  }
  return undefined
}
