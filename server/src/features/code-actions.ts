import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types'
import type { Fix } from '../rules/fixes/fix'
import { fixAll } from '../rules/fixes/fix-all'
import { suppressByComment } from '../rules/fixes/suppress-by-comment'
import type { ReadText } from '../rules/rule'
import type { RatedFinding } from '../rules/run-rules'
import { intersects, type Range } from '../text/range'
import { type EditAbilities, toWorkspaceEdit } from './workspace-edit'

/** The kind under which all sound fixes of a file are offered as one, for editors that fix on save. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.istioEgress`

/** What a request for code actions is about. */
export interface CodeActionRequest {
  readonly uri: string
  /** Offsets; the findings that touch it are meant. */
  readonly range: Range
  readonly findings: readonly RatedFinding[]
  /** The diagnostic that shows a finding. */
  readonly diagnosticOf: (finding: RatedFinding) => Diagnostic
  /** Kinds that the editor asks for; undefined: all. */
  readonly only: readonly string[] | undefined
  readonly read: ReadText
  readonly abilities: EditAbilities
}

/** The fixes of the findings in a range, best first; then a comment that silences each. */
export async function codeActions(request: CodeActionRequest): Promise<readonly CodeAction[]> {
  const actions: CodeAction[] = []
  if (wants(request.only, CodeActionKind.QuickFix)) actions.push(...(await quickFixes(request)))
  if (wants(request.only, FIX_ALL_KIND, true)) actions.push(...(await fixAllActions(request)))
  return actions
}

/** True if `kind` or one above it is asked for; a source action only when it is asked for by name. */
function wants(only: readonly string[] | undefined, kind: string, byNameOnly = false): boolean {
  if (!only) return !byNameOnly
  return only.some((asked) => asked === kind || kind.startsWith(`${asked}.`) || asked === '')
}

async function quickFixes(request: CodeActionRequest): Promise<readonly CodeAction[]> {
  const { findings, range, read, uri } = request
  const touched = findings.filter((finding) => intersects(finding.range, range))
  const actions: CodeAction[] = []
  for (const finding of touched) {
    for (const fix of (await finding.fixes?.(read)) ?? []) {
      const action = await toAction(request, fix, CodeActionKind.QuickFix, [finding])
      if (action) actions.push(action)
    }
  }
  if (touched.length > 0 && findings.filter((finding) => finding.fixes).length > 1) {
    const fix = await fixAll(findings, read)
    const action = fix && (await toAction(request, { ...fix, preferred: false }, CodeActionKind.QuickFix, touched))
    if (action) actions.push(action)
  }
  const text = await read(uri)
  for (const finding of text === undefined ? [] : touched) {
    const fix = suppressByComment(uri, text ?? '', finding)
    const action = fix && (await toAction(request, fix, CodeActionKind.QuickFix, [finding]))
    if (action) actions.push(action)
  }
  return actions
}

async function fixAllActions(request: CodeActionRequest): Promise<readonly CodeAction[]> {
  const fix = await fixAll(request.findings, request.read)
  const action = fix && (await toAction(request, fix, FIX_ALL_KIND, []))
  return action ? [action] : []
}

async function toAction(
  request: CodeActionRequest,
  fix: Fix,
  kind: string,
  findings: readonly RatedFinding[],
): Promise<CodeAction | undefined> {
  const edit = await toWorkspaceEdit(fix, request.uri, request.read, request.abilities)
  if (!edit) return undefined
  const diagnostics = findings.map(request.diagnosticOf)
  return {
    title: fix.title,
    kind,
    edit,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(fix.preferred ? { isPreferred: true } : {}),
  }
}
