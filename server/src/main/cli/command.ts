/** An option of a command; all are long, `--name value` or `--name=value`. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** What stands for the value in the help text: `FILE`, `text|json`. */
  readonly value?: string
  /** The only values there are. */
  readonly choices?: readonly string[]
  readonly help: string
}

export interface CommandCall {
  readonly options: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** One command of the command line: what it takes, and what it does. */
export interface Command {
  readonly name: string
  /** What follows the name in the help text. */
  readonly synopsis: string
  readonly summary: string
  readonly options: Readonly<Record<string, CommandOption>>
  /** @returns the exit code; undefined for one that ends by itself */
  run(call: CommandCall): Promise<number | undefined>
}

/** A string option; undefined if it was not given. */
export function stringOption(call: CommandCall, name: string): string | undefined {
  const value = call.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Options that every command which reads manifests takes. */
export const WORKSPACE_OPTIONS = {
  config: { type: 'string', value: 'FILE', help: 'settings from FILE instead of .istio-egress.yaml' },
  'outbound-traffic-policy': {
    type: 'string',
    choices: ['auto', 'REGISTRY_ONLY', 'ALLOW_ANY'],
    help: "replaces the mesh's own policy",
  },
  assume: {
    type: 'string',
    choices: ['REGISTRY_ONLY', 'ALLOW_ANY'],
    help: 'policy where none is found, or where everything is let through',
  },
  visibility: {
    type: 'string',
    choices: ['istio', 'namespace'],
    help: '`namespace`: an entry without exportTo counts in its own namespace only',
  },
  'no-kustomize': { type: 'boolean', help: 'read each file as it stands, whatever overlays say' },
  'no-helm': { type: 'boolean', help: 'read each file as it stands, whatever values say' },
} as const satisfies Readonly<Record<string, CommandOption>>

export const FORMAT_OPTION = {
  type: 'string',
  choices: ['text', 'json'],
  help: 'text for people (default) or one JSON value',
} as const satisfies CommandOption
