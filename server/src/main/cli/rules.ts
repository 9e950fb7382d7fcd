import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allRules } from '../../rules/index'
import { closestName } from '../../schema/closest-name'
import { type Command, FORMAT_OPTION } from './command'
import { printJson, printText, table } from './output'
import { UsageError } from './usage-error'

/** `istio-egress rules [CODE]`: every rule with its severity, or the page of one. */
export const rules: Command = {
  name: 'rules',
  synopsis: '[CODE] [--format text|json]',
  summary: "every rule with its severity, or one rule's page",
  options: { format: FORMAT_OPTION },
  async run({ positionals, options }) {
    const [code] = positionals
    if (code !== undefined) printText(pageOf(code))
    else if (options.format === 'json') printJson(allRules.map(describe))
    else
      printText(
        table([['CODE', 'SEVERITY', 'WHAT'], ...allRules.map((rule) => [rule.code, rule.severity, rule.summary])]),
      )
    return 0
  },
}

function describe(rule: (typeof allRules)[number]) {
  const { code, severity, summary, istio = [], kiali = [], fixable } = rule
  return { code, severity, summary, istio, kiali, fixable }
}

/** The pages lie beside the bundle. */
function pageOf(code: string): string {
  const codes = allRules.map((rule) => rule.code)
  const closest = closestName(code, codes)
  if (!codes.includes(code)) {
    throw new UsageError(
      `there is no rule "${code}"${closest ? `; did you mean ${closest}` : ''}. istio-egress rules lists them.`,
    )
  }
  const file = join(__dirname, 'docs', 'rules', `${code}.md`)
  if (!existsSync(file)) throw new UsageError(`the page of ${code} is missing from this build. Run npm run build.`)
  return readFileSync(file, 'utf8')
}
