import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Generated, generateEntries } from '../../features/generate'
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
  async run(call) {
    const loaded = await loadWorkspace(call)
    const { folder, service, pathOf } = loaded
    const namespace = stringOption(call, 'namespace')
    const generated = await generateEntries(folder.mesh, (uri) => service.workspace.text(uri), { namespace, pathOf })
    const out = stringOption(call, 'out')
    if (out !== undefined) writeEntries(out, generated)
    if (call.options.format === 'json') printJson(generated)
    else if (out === undefined) printText(asText(generated))
    for (const each of call.options.format === 'json' ? [] : generated.notFixable) {
      note(`${each.file}:${each.line}: no entry opens ${each.host}. ${each.reason}`)
    }
    return 0
  },
}

/** One YAML stream, each entry under a comment that says where it belongs. */
function asText({ entries }: Generated): string {
  if (entries.length === 0) return '# No ServiceEntry is missing.'
  return entries.map(({ file, yaml }) => `# ${file}\n${yaml.trimEnd()}\n`).join('---\n')
}

/** One file an entry, named after it; a file that is there already stays as it is. */
function writeEntries(out: string, { entries }: Generated): void {
  for (const { namespace, name, yaml } of entries) {
    const path = join(out, `serviceentry-${namespace}-${name}.yaml`)
    if (existsSync(path)) note(`${path} exists already and was left as it is.`)
    else {
      writeWhole(path, new TextEncoder().encode(yaml))
      note(`wrote ${path}`)
    }
  }
}
