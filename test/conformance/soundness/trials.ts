import { type Explanation, explainCalls } from '../../../server/src/egress/explain'
import type { CallToExplain } from '../../../server/src/egress/parse-calls'
import { hostCovers } from '../../../server/src/istio/host-name'
import type { Mesh } from '../../../server/src/mesh/mesh'
import { wireProtocol } from '../../../server/src/mesh/wire-protocol'
import { CALL_CODES } from '../../../server/src/rules/call-trouble'
import { allRules } from '../../../server/src/rules/index'
import type { Finding } from '../../../server/src/rules/rule'
import { type RatedFinding, runRules } from '../../../server/src/rules/run-rules'
import { callerManifest, detailsOf, plainCall } from './express'
import { meshMaker, ROOT, type Scenario, type Texts, withFix } from './folder'

/** The id under which a call is asked again as its manifest says it. */
export const ASKED = 'asked-again'

/** One fix of one call, carried out on a copy of the workspace. */
export interface Trial {
  readonly title: string
  /** The one that a person would take: the preferred one, else the first. */
  readonly isFirst: boolean
  /** The workspace after the fix: without the manifests of the callers, unless the fix changed them. */
  readonly texts: Texts
  /** The files that the fix made or changed. */
  readonly changed: readonly string[]
  readonly asked: CallToExplain
  /** Our answers afterwards, to the call itself (`asked-again`) and to every call of the scenario. */
  readonly answers: readonly Explanation[]
  /** Ids of the calls that the workspace's manifests make: a fix knows of them. */
  readonly known: ReadonlySet<string>
}

/** What became of one troubled call. */
export type Case = { readonly scenario: string; readonly id: string; readonly verdict: string } & (
  | { readonly kind: 'inexpressible'; readonly reason: string }
  | { readonly kind: 'silent'; readonly reason: string }
  | { readonly kind: 'unfixed'; readonly code: string; readonly message: string; readonly cause: string }
  | { readonly kind: 'fixed'; readonly code: string; readonly trials: readonly Trial[] }
)

const TROUBLED: ReadonlySet<string> = new Set(['blocked', 'captured', 'error'])
const CODES: ReadonlySet<string> = new Set(CALL_CODES)

/** Every troubled call of a scenario: made by a workload of the workspace, and each of its fixes tried on a copy. */
export async function casesOf(scenario: Scenario): Promise<readonly Case[]> {
  const makeMesh = meshMaker()
  const bare = makeMesh(scenario.texts)
  const plain = new Map(scenario.calls.map((call) => [call.id, plainCall(call)]))
  const asWritten = byId(explainCalls(bare.engine, scenario.calls))
  const asPlain = byId(explainCalls(bare.engine, [...plain.values()]))
  const isSame = (id: string) => {
    const [a, b] = [asWritten.get(id), asPlain.get(id)]
    return a !== undefined && b !== undefined && a.verdict === b.verdict && a.cluster === b.cluster
  }
  const callers = new Map<string, string>()
  const texts = new Map(scenario.texts)
  for (const [index, call] of [...plain.values()].entries()) {
    if (!isSame(call.id)) continue
    const uri = `${ROOT}/callers/${index}.yaml`
    callers.set(call.id, uri)
    texts.set(uri, callerManifest(call, `caller-${index}`))
  }
  const mesh = makeMesh(texts)
  const cases: Case[] = []
  for (const call of scenario.calls) {
    const verdict = scenario.expected.get(call.id)?.verdict ?? ''
    if (!TROUBLED.has(verdict)) continue
    const head = { scenario: scenario.name, id: call.id, verdict }
    const uri = callers.get(call.id)
    const asked = plain.get(call.id)
    if (uri === undefined || !asked) {
      cases.push({ ...head, kind: 'inexpressible', reason: `its ${detailsOf(call).join(' and ')} decides` })
      continue
    }
    const reason = misreading(mesh, uri, asked, verdict)
    if (reason !== undefined) {
      cases.push({ ...head, kind: 'inexpressible', reason })
      continue
    }
    const finding = findingIn(mesh, uri)
    if (!finding) {
      cases.push({ ...head, kind: 'silent', reason: silenceOf(mesh, uri) })
      continue
    }
    const { code, message, data } = finding
    const fixes = await fixesOf(finding, texts)
    if (fixes.length === 0) {
      cases.push({ ...head, kind: 'unfixed', code, message, cause: `${code} (${String(data?.cause)})` })
      continue
    }
    const first = fixes.find(({ preferred }) => preferred) ?? fixes[0]
    const callerUris = new Set(callers.values())
    const trials = fixes.map((fix) => {
      const after = withFix(texts, fix)
      const fixedMesh = makeMesh(after)
      const again = resolved({ ...asked, id: ASKED }, fixedMesh)
      const changed = fix.changes.map((change) => change.uri)
      return {
        title: fix.title,
        isFirst: fix === first,
        texts: new Map([...after].filter(([each]) => !callerUris.has(each) || changed.includes(each))),
        changed,
        asked: again,
        answers: explainCalls(fixedMesh.engine, [again, ...scenario.calls]),
        known: new Set(callers.keys()),
      }
    })
    cases.push({ ...head, kind: 'fixed', code, trials })
  }
  return cases
}

/** A workload resolves its host by DNS, which gives what the declaration says where it says addresses. */
function resolved(asked: CallToExplain, { engine, resources }: Mesh): CallToExplain {
  const { entry } = engine.verdict(asked.from, { ...asked.call, addressAsDeclared: true })
  const declared = resources.serviceEntries.find(
    ({ uri, resource }) => uri === entry?.uri && resource.key === entry.key,
  )?.resource
  const address = declared?.addresses.find((each) => !each.includes('/'))
  const isOwn = declared?.hosts.some((host) => hostCovers(host, asked.call.host)) === true
  return address === undefined || !isOwn ? asked : { ...asked, call: { ...asked.call, address } }
}

function byId(answers: readonly Explanation[]): ReadonlyMap<string, Explanation> {
  return new Map(answers.map((each) => [each.id, each]))
}

/** Why the manifest is not read as the call that it was written for; undefined where it is. */
function misreading(mesh: Mesh, uri: string, { call }: CallToExplain, verdict: string): string | undefined {
  const [destination, another] = mesh.destinationsIn(uri)
  if (!destination) return 'its host is read as no destination'
  if (another) return 'its URL is read as several destinations'
  const { host, port, protocol } = destination.fact
  if (host !== call.host.toLowerCase()) return 'its host is read without its final dot'
  if (port !== call.port) return 'its port is read otherwise'
  const wire = (name: string | null) =>
    /^(http2?|grpc)$/.test(name ?? '') ? 'http' : /^(https|tls|grpcs)$/.test(name ?? '') ? 'tls' : 'tcp'
  if (wire(wireProtocol(protocol)) !== wire(call.protocol ?? (port === 80 ? 'http' : port === 443 ? 'https' : 'tcp')))
    return 'its protocol is read otherwise'
  const [judged] = destination.calls
  if (judged?.outcome !== verdict) return `as a workload it is ${judged?.outcome ?? 'nobody'}'s, not ${verdict}`
  return undefined
}

function findingIn(mesh: Mesh, uri: string): RatedFinding | undefined {
  const file = mesh.files.get(uri)
  const fail = (message: string) => {
    throw new Error(message)
  }
  return file && runRules(allRules, file, mesh, new Map(), fail).find(({ code }) => CODES.has(code))
}

function silenceOf(mesh: Mesh, uri: string): string {
  const [destination] = mesh.destinationsIn(uri)
  return destination?.external === false ? 'a name of the cluster that no file declares is not reported' : 'no finding'
}

async function fixesOf(finding: Finding, texts: Texts) {
  return (await finding.fixes?.((uri) => Promise.resolve(texts.get(uri)))) ?? []
}
