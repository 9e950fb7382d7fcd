import { expect } from 'vitest'
import type { Fix } from '../rules/fixes/fix'
import { allRules } from '../rules/index'
import type { Rule } from '../rules/rule'
import { type RatedFinding, runRules } from '../rules/run-rules'
import { type Annotation, type FixtureOptions, readFixture, TestMesh } from './fixture'

/**
 * Compares all findings of a fixture with its annotations: those of the rule itself and of every rule that warns or
 * errs, so that a test also proves the absence of others. Information and hints of other rules are left aside.
 */
export function checkRule(rule: Rule, text: string, options: FixtureOptions = {}): TestMesh {
  const fixture = readFixture(text)
  const test = new TestMesh(fixture.files, options)
  const found = findingsOf(test, rulesBeside(rule)).map(({ uri, finding }) => render(test, uri, finding))
  const wanted = fixture.annotations.map((each) => renderAnnotation(test, each, found))
  expect(found.sort()).toEqual(wanted.sort())
  return test
}

/** A finding and the file in which it stands. */
export interface FoundIn {
  readonly uri: string
  readonly finding: RatedFinding
}

/** Every finding of every file; a rule that throws fails the test. */
export function findingsOf({ mesh }: TestMesh, rules: readonly Rule[] = allRules): readonly FoundIn[] {
  const fail = (message: string) => {
    throw new Error(message)
  }
  return [...mesh.files.values()].flatMap((file) =>
    runRules(rules, file, mesh, new Map(), fail).map((finding) => ({ uri: file.uri, finding })),
  )
}

/** The findings of one rule in a fixture that is given as text. */
export function findingsIn(text: string, code: string, options: FixtureOptions = {}) {
  const test = new TestMesh(readFixture(text).files, options)
  return { test, findings: findingsOf(test).filter(({ finding }) => finding.code === code) }
}

/**
 * Carries out the n-th fix of the only finding with a code and holds the promises of every fix: the finding is gone,
 * none that was not there before has come, and the same finding offers nothing more.
 * @returns the mesh after the fix, and the fix
 */
export async function checkFix(
  code: string,
  text: string,
  n = 0,
  options: FixtureOptions = {},
): Promise<{ readonly test: TestMesh; readonly fix: Fix }> {
  const { test, findings } = findingsIn(text, code, options)
  expect(findings.map(({ finding }) => finding.code)).toEqual([code])
  const before = new Set(findingsOf(test).map(({ uri, finding }) => identity(test, uri, finding)))
  const offered = (await findings[0]?.finding.fixes?.(test.read)) ?? []
  const fix = offered[n]
  if (!fix)
    throw new Error(`Fix ${n} is not offered; there are: ${offered.map(({ title }) => title).join('; ') || 'none'}`)
  expect(offered.filter(({ preferred }) => preferred).length).toBeLessThanOrEqual(1)
  test.apply(fix)
  const after = findingsOf(test)
  expect(after.filter(({ finding }) => finding.code === code).map(({ finding }) => finding.message)).toEqual([])
  const fresh = after.filter(
    ({ uri, finding }) => finding.severity !== 'hint' && !before.has(identity(test, uri, finding)),
  )
  expect(fresh.map(({ finding }) => finding.message)).toEqual([])
  return { test, fix }
}

/** The titles of the fixes that the only finding with a code offers; the preferred one is marked with `*`. */
export async function fixTitles(code: string, text: string, options: FixtureOptions = {}): Promise<readonly string[]> {
  const { test, findings } = findingsIn(text, code, options)
  expect(findings.map(({ finding }) => finding.code)).toEqual([code])
  const fixes = (await findings[0]?.finding.fixes?.(test.read)) ?? []
  return fixes.map(({ title, preferred }) => (preferred ? `* ${title}` : title))
}

function rulesBeside(rule: Rule): readonly Rule[] {
  return allRules.filter((each) => each === rule || each.severity === 'error' || each.severity === 'warning')
}

function identity(test: TestMesh, uri: string, { range, code }: RatedFinding): string {
  return `${uri} ${code} ${textOf(test, uri, range)}`
}

function textOf(test: TestMesh, uri: string, range: { readonly start: number; readonly end: number }): string {
  return test.text(uri.slice('file:///mesh'.length))?.slice(range.start, range.end) ?? ''
}

function render(test: TestMesh, uri: string, { range, severity, code, message }: RatedFinding): string {
  return `${uri} ${range.start} "${textOf(test, uri, range)}" ${severity} ${code}: ${message}`
}

/** An annotation as its finding would be rendered: a message with `…` stands for any that has its pieces in order. */
function renderAnnotation(test: TestMesh, annotation: Annotation, found: readonly string[]): string {
  const { uri, start, severity, code, message } = annotation
  const head = `${uri} ${start} "${textOf(test, uri, annotation)}" ${severity} ${code}: `
  const pieces = (message ?? '…').split('…')
  const match = found.find((each) => each.startsWith(head) && holdsInOrder(each.slice(head.length), pieces))
  return match ?? `${head}${message ?? '…'}`
}

function holdsInOrder(text: string, pieces: readonly string[]): boolean {
  let from = 0
  for (const [i, piece] of pieces.entries()) {
    const at = text.indexOf(piece, from)
    if (at === -1 || (i === 0 && at !== 0)) return false
    from = at + piece.length
  }
  return pieces.length > 1 && pieces.at(-1) === '' ? true : from === text.length
}
