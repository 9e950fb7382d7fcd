import type { Command } from './command'

/** What the program does and its commands, a line each. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const rows = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return [
    'istio-egress: which hosts an Istio mesh blocks under REGISTRY_ONLY, why, and how to open them',
    '',
    'Usage: istio-egress COMMAND [PATH…] [options]      PATH: a folder or files; default: this folder',
    '',
    ...rows,
    '',
    'istio-egress COMMAND --help tells its options. Exit codes: 0 answered, 1 findings (check), 2 wrong usage.',
    '',
  ].join('\n')
}

/** How one command is called, and its options. */
export function commandHelp(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, choices, help }]) => {
    const argument = choices?.join('|') ?? value
    return [argument === undefined ? `--${name}` : `--${name} ${argument}`, help] as const
  })
  const width = Math.max(0, ...options.map(([option]) => option.length))
  const rows = options.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`)
  return [`Usage: istio-egress ${command.name} ${command.synopsis}`, '', command.summary, '', ...rows, ''].join('\n')
}
