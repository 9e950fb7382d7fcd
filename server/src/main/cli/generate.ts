import { join } from 'node:path'
import { generateEntries } from '../../features/generate'
import { type Command, FORMAT_OPTION, stringOption, WORKSPACE_OPTIONS } from './command'
import { loadWorkspace } from './load'
import { note, printJson, printText } from './output'
import { writeWhole } from './write-files'

/** `istio-egress generate`: the missing ServiceEntries. */
export const generate: Command = {
  name: 'generate',
  synopsis: '[PATH…] [--namespace NS] [--out DIR] [options]',
  summary: 'the missing ServiceEntries, on stdout or as files',
  options: {
    namespace: { type: 'string', value: 'NS', help: 'only for callers in this namespace' },
    out: { type: 'string', value: 'DIR', help: 'write one file an entry into DIR; existing files are left alone' },
    format: FORMAT_OPTION,
    ...WORKSPACE_OPTIONS,
  },
}
