import { type CommandCall, type CommandOption, stringOption } from './command'
import { UsageError } from './usage-error'

/** The option `--labels k=v,…` of commands that ask for one caller. */
export const LABELS_OPTION = {
  type: 'string',
  value: 'k=v,…',
  help: "the calling pod's labels",
} as const satisfies CommandOption

/** The labels of `--labels`; none if it was not given. */
export function labelsOf(call: CommandCall): Readonly<Record<string, string>> {
  const labels: Record<string, string> = Object.create(null)
  const given = stringOption(call, 'labels')
  for (const pair of given === undefined ? [] : given.split(',')) {
    const equals = pair.indexOf('=')
    if (equals < 1) throw new UsageError(`--labels "${pair}" is no label. Write them as app=shop,version=v1.`)
    labels[pair.slice(0, equals).trim()] = pair.slice(equals + 1).trim()
  }
  return labels
}
