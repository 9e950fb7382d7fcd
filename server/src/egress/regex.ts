import { parseRegex, type RegexNode } from './regex-parser'

/** A larger pattern is not run; Envoy refuses such ones, too. */
const PROGRAM_LIMIT = 20_000

type Instruction =
  | { readonly op: 'char'; readonly accepts: (code: number) => boolean }
  | { readonly op: 'split'; first: number; second: number }
  | { readonly op: 'jump'; to: number }
  | { readonly op: 'start' | 'end' | 'match' }

/**
 * True if the whole text matches an RE2 pattern, as Envoy matches regexes. All ways are followed at once, so the time grows
 * with the product of the two lengths and no faster, whatever the pattern. A pattern that cannot be read matches nothing.
 */
export function matchesRegex(pattern: string, text: string): boolean {
  const node = parseRegex(pattern)
  if (!node) return false
  const program: Instruction[] = []
  if (!compile(node, program)) return false
  program.push({ op: 'match' })
  return run(program, text)
}

function compile(node: RegexNode, program: Instruction[]): boolean {
  if (program.length > PROGRAM_LIMIT) return false
  switch (node.kind) {
    case 'char':
      program.push({ op: 'char', accepts: node.accepts })
      return true
    case 'start':
    case 'end':
      program.push({ op: node.kind })
      return true
    case 'sequence':
      return node.parts.every((part) => compile(part, program))
    case 'choice':
      return compileChoice(node.options, program)
    case 'repeat':
      return compileRepeat(node.part, node.least, node.most, program)
  }
}

function compileChoice(options: readonly RegexNode[], program: Instruction[]): boolean {
  const jumps: { op: 'jump'; to: number }[] = []
  for (const [index, option] of options.entries()) {
    const isLast = index === options.length - 1
    const split = { op: 'split' as const, first: program.length + 1, second: 0 }
    if (!isLast) program.push(split)
    if (!compile(option, program)) return false
    if (isLast) continue
    const jump = { op: 'jump' as const, to: 0 }
    jumps.push(jump)
    program.push(jump)
    split.second = program.length
  }
  for (const jump of jumps) jump.to = program.length
  return true
}

function compileRepeat(part: RegexNode, least: number, most: number | undefined, program: Instruction[]): boolean {
  for (let i = 0; i < least; i++) if (!compile(part, program)) return false
  if (most === undefined) {
    const split = { op: 'split' as const, first: program.length + 1, second: 0 }
    const start = program.length
    program.push(split)
    if (!compile(part, program)) return false
    program.push({ op: 'jump', to: start })
    split.second = program.length
    return true
  }
  const splits: { op: 'split'; first: number; second: number }[] = []
  for (let i = least; i < most; i++) {
    const split = { op: 'split' as const, first: program.length + 1, second: 0 }
    splits.push(split)
    program.push(split)
    if (!compile(part, program)) return false
  }
  for (const split of splits) split.second = program.length
  return true
}

function run(program: readonly Instruction[], text: string): boolean {
  let current = follow(program, [0], 0, text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const next: number[] = []
    for (const index of current) {
      const instruction = program[index]
      if (instruction?.op === 'char' && instruction.accepts(code)) next.push(index + 1)
    }
    if (next.length === 0) return false
    current = follow(program, next, at + 1, text.length)
  }
  return [...current].some((index) => program[index]?.op === 'match')
}

/** Every instruction that can be reached without taking a character. */
function follow(
  program: readonly Instruction[],
  starts: readonly number[],
  at: number,
  length: number,
): ReadonlySet<number> {
  const reached = new Set<number>()
  const waiting = [...starts]
  while (waiting.length > 0) {
    const index = waiting.pop() ?? 0
    if (reached.has(index)) continue
    reached.add(index)
    const instruction = program[index]
    if (instruction?.op === 'jump') waiting.push(instruction.to)
    else if (instruction?.op === 'split') waiting.push(instruction.first, instruction.second)
    else if (instruction?.op === 'start' && at === 0) waiting.push(index + 1)
    else if (instruction?.op === 'end' && at === length) waiting.push(index + 1)
  }
  return reached
}
