// The injection grammar in the engine and on the YAML grammar that VS Code itself ships.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../../scripts/lib/root.mjs'
import { vscode } from '../../scripts/lib/vscode-cache.mjs'

const text = `a: 1
  # istio-egress-ignore blocked-host, not-exported -- the mesh of tests
b: 2 # istio-egress-ignore unused-entry
c: "# istio-egress-ignore blocked-host" # plain
d: |
  # istio-egress-ignore blocked-host
`

/** Scopes of each line's tokens, joined: `[{ text, scopes }]` a line. */
async function tokenize() {
  const require = createRequire(join(vscode.folder, 'package.json'))
  const oniguruma = require('vscode-oniguruma')
  const textmate = require('vscode-textmate')
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')))
  const folder = join(vscode.folder, 'extensions/yaml/syntaxes')
  const files = [
    join(root, 'syntaxes/istio-egress-ignore.json'),
    ...readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name)),
  ]
  const grammars = files.map((file) => textmate.parseRawGrammar(readFileSync(file, 'utf8'), file))
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (string) => new oniguruma.OnigString(string),
    }),
    loadGrammar: async (scope) => grammars.find(({ scopeName }) => scopeName === scope) ?? null,
    getInjections: (scope) => (scope === 'source.yaml' ? ['istio-egress.ignore.injection'] : undefined),
  })
  const grammar = await registry.loadGrammar('source.yaml')
  let state = textmate.INITIAL
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state)
    state = ruleStack
    return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }))
  })
}

/** One result, as the test script counts them. */
export async function grammarResults() {
  const name = 'a suppression comment is highlighted, in comments alone'
  const lines = await tokenize()
  const has = (line, part, scope) =>
    lines[line].some((token) => token.text === part && token.scopes.some((one) => one.startsWith(scope)))
  const ours = (line) => lines[line].some(({ scopes }) => scopes.some((scope) => scope.includes('istio-egress')))
  const holds =
    has(1, 'istio-egress-ignore', 'keyword.control') &&
    has(1, 'blocked-host', 'entity.name.tag.rule') &&
    has(1, 'not-exported', 'entity.name.tag.rule') &&
    has(1, ' the mesh of tests', 'comment.line') &&
    has(2, 'unused-entry', 'entity.name.tag.rule') &&
    !ours(0) &&
    !ours(3) &&
    !ours(5)
  return [holds ? { name } : { name, error: JSON.stringify(lines, null, 1) }]
}
