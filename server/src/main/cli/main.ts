import { parseArgs } from 'node:util'
import { closestName } from '../../schema/closest-name'
import { version } from '../version'
import type { Command, CommandCall } from './command'
import { commands } from './commands'
import { commandHelp, generalHelp } from './help'
import { UsageError } from './usage-error'

/**
 * Runs the command line.
 * @param args without the program's own name
 * @returns the exit code; undefined for a language server, which ends by itself
 */
export async function main(args: readonly string[]): Promise<number | undefined> {
  try {
    return await dispatch(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`istio-egress: ${error.message}\n`)
    return 2
  }
}

async function dispatch(args: readonly string[]): Promise<number | undefined> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find((command) => command.name === rest[0])
    process.stdout.write(asked ? commandHelp(asked) : generalHelp(commands))
    return name === undefined ? 2 : 0
  }
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    throw new UsageError(
      `there is no command "${name}"${didYouMean(
        name,
        commands.map((each) => each.name),
      )}. See istio-egress --help.`,
    )
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(commandHelp(command))
    return 0
  }
  return command.run(readCall(command, rest))
}

function readCall(command: Command, args: readonly string[]): CommandCall {
  const options = Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }]))
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined
    if (!option) {
      const known = Object.keys(command.options).map((name) => `--${name}`)
      throw new UsageError(
        `${command.name} has no option ${token.rawName}${didYouMean(token.rawName, known)}. See istio-egress ${command.name} --help.`,
      )
    }
    if (option.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new UsageError(
        `${token.rawName} needs a value: ${token.rawName} ${option.choices?.join('|') ?? option.value ?? 'VALUE'}.`,
      )
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value; leave "=${token.value}" out.`)
    }
    if (option.choices && token.value !== undefined && !option.choices.includes(token.value)) {
      throw new UsageError(
        `${token.rawName} "${token.value}" is not known${didYouMean(token.value, option.choices)}. It takes ${option.choices.join(', ')}.`,
      )
    }
  }
  return { options: values as CommandCall['options'], positionals }
}

function didYouMean(given: string, known: readonly string[]): string {
  const closest = closestName(given, known)
  return closest === undefined ? '' : `; did you mean ${closest}`
}
