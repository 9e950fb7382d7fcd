import type { EgressVerdict } from '../../egress/egress-verdict'
import type { JudgedCall, Mesh } from '../../mesh/mesh'
import type { PlacedRef } from '../../registry/placed'
import type { CallTrouble } from '../call-trouble'
import { destinationText, listText, namespacesOf, refText } from '../call-words'
import type { ReadText } from '../rule'
import { declareEntry } from './declare-entry'
import { Draft } from './draft'
import { entryProtocol } from './entry-protocol'
import type { Fix } from './fix'
import { doesHarm, takenHosts } from './harm'
import { isOpen, openCall } from './open-call'
import { renderDraft } from './render-draft'

/**
 * The ways to open a finding's calls, best first. Each was tried on a draft of the mesh: afterwards every call of the
 * finding is registered, and no other call of these files is worse off.
 */
export async function callFixes(trouble: CallTrouble, mesh: Mesh, read: ReadText): Promise<readonly Fix[]> {
  const fixes: Fix[] = []
  const offer = async (plan: (draft: Draft) => Promise<boolean>, preferred: boolean) => {
    const draft = new Draft(mesh, read)
    if (!(await plan(draft))) return
    const fix = await renderDraft(draft, draft.title(), preferred)
    if (fix && !fixes.some((known) => sameChanges(known, fix))) fixes.push(fix)
  }
  await offer((draft) => openTrouble(trouble, draft), isCertain(trouble))
  const { cause } = trouble.calls[0].verdict
  if (cause !== 'undeclared' && cause !== 'not-exported') return fixes
  await offer((draft) => declareAnew(trouble, draft), false)
  if (cause === 'undeclared' && isToldApartByName(trouble)) {
    await offer((draft) => declareAnew(trouble, draft, ['*']), false)
  }
  return fixes
}

/** Adds the best way to open a finding's calls to a draft that may hold others; false, and nothing added, without one. */
export async function planCall(trouble: CallTrouble, draft: Draft): Promise<boolean> {
  return isCertain(trouble) && openTrouble(trouble, draft)
}

/** Nothing about the fix is a guess: it may be applied unseen. */
function isCertain({ destination: { fact } }: CallTrouble): boolean {
  return fact.port !== null && fact.confidence !== 'low'
}

/** A TCP entry takes its whole port wherever it is seen: too much for a mesh of which these files show a part. */
function isToldApartByName({ destination: { fact } }: CallTrouble): boolean {
  return entryProtocol(fact.protocol, fact.port) !== 'TCP'
}

/** Opens the calls by the smallest change: what is declared already is made to reach the callers. */
function openTrouble(trouble: CallTrouble, draft: Draft): Promise<boolean> {
  const { exportTo } = exportSettings(draft.mesh)
  return attemptAll(trouble.calls, draft, (call) => openCall(draft, call, () => declareEntry(trouble, draft, exportTo)))
}

/** Opens the calls by an entry of their own, whatever is declared elsewhere. */
export function declareAnew(
  trouble: CallTrouble,
  draft: Draft,
  exportTo: readonly string[] = exportSettings(draft.mesh).exportTo,
): Promise<boolean> {
  return draft.attempt(async () => {
    if (!(await declareEntry(trouble, draft, exportTo))) return false
    const isDone = await attemptAll(trouble.calls, draft, (call) => openCall(draft, call, () => Promise.resolve(false)))
    const own = new Set(draft.created.map(({ entry, target }) => `${target.uri} ${entry.key}`))
    return isDone && trouble.calls.every((call) => own.has(entryId(draft.verdict(call).entry)))
  })
}

function attemptAll(
  calls: readonly JudgedCall[],
  draft: Draft,
  open: (call: JudgedCall) => Promise<boolean>,
): Promise<boolean> {
  return draft.attempt(async () => {
    for (const call of calls) if (!(await open(call))) return false
    if (!calls.every((call) => isOpen(draft, call)) || doesHarm(draft)) return false
    draft.settle(calls, takenHosts(draft))
    return true
  })
}

function entryId(ref: PlacedRef | undefined): string {
  return ref ? `${ref.uri} ${ref.key}` : ''
}

function exportSettings(mesh: Mesh): { readonly exportTo: readonly string[] } {
  return { exportTo: mesh.setup.generateExportTo }
}

function sameChanges(a: Fix, b: Fix): boolean {
  return JSON.stringify(a.changes) === JSON.stringify(b.changes)
}

/**
 * Adds the ServiceEntry that opens a finding's calls to a draft, unless an entry that is there already does; false, and
 * nothing added, where a new entry alone does not open them.
 */
export async function planEntry(trouble: CallTrouble, draft: Draft): Promise<boolean> {
  if (!isCertain(trouble)) return false
  if (trouble.calls.every((call) => isOpen(draft, call))) return true
  const { cause, nearMisses } = trouble.calls[0].verdict
  const needsNew = cause === 'undeclared' || cause === 'not-exported' || cause === 'none' || nearMisses.length === 0
  if (!needsNew) return false
  return draft.attempt(async () => (await declareAnew(trouble, draft)) && draft.changed.length === 0)
}

/** Why a new ServiceEntry does not open the calls, and what does; for people. */
export function whyNotFixable(trouble: CallTrouble): string {
  const [{ verdict }] = trouble.calls
  const { fact } = trouble.destination
  const [nearest] = verdict.nearMisses
  if (fact.confidence === 'low') return `${fact.host} only looks like a host here; declare it if it is one.`
  if (fact.port === null) return `Nothing here says on which port ${fact.host} is called; declare the one that it is.`
  if (nearest) return `${refText(nearest)} declares the host already; ${whatOpens(verdict, nearest)}.`
  if (verdict.outcome === 'error')
    return `A route takes the call; mend ${verdict.via ? refText(verdict.via) : 'it'} first.`
  if (entryProtocol(fact.protocol, fact.port) === 'TCP') {
    return `Envoy tells TCP hosts apart by address only, and other hosts are called on port ${fact.port} in ${listText(namespacesOf(trouble.calls))}; write entries that name their addresses.`
  }
  if (verdict.sidecar)
    return `${refText(verdict.sidecar)} would not import a new entry; add the host to its egress, too.`
  return `No ServiceEntry that these files could hold opens ${destinationText(trouble)}.`
}

function whatOpens({ cause, sidecar }: EgressVerdict, nearest: PlacedRef): string {
  switch (cause) {
    case 'outside-sidecar-scope':
      return `import it in ${sidecar ? refText(sidecar) : 'the Sidecar in force'}`
    case 'not-exported':
      return `export it to the callers`
    case 'port-not-registered':
      return `add the port to it`
    case 'protocol-mismatch':
      return `declare the port for the protocol that is spoken`
    default:
      return `give ${refText(nearest)} its addresses, so that Envoy can tell it apart`
  }
}
