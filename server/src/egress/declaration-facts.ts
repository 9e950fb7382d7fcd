import type { PlacedRef } from '../registry/placed'
import type { Caller } from './egress-verdict'

/** What rules on Istio's own objects ask: not what becomes of a call, but what becomes of a declaration. */
export interface DeclarationFacts {
  /**
   * The namespaces that may see an entry, as far as the files name them: its own first if it is among them. One that is
   * public has {@link ELSEWHERE} at the end. Empty: nobody sees it. undefined: istiod does not hold it at all.
   */
  audienceOf(entry: EntryId): readonly string[] | undefined
  /** The one declaration that stands for a host in the eyes of a caller; undefined if it sees none. */
  standingFor(caller: Caller, host: string): StandingService | undefined
  /** Hosts of ServiceEntries that differ from a name by one letter, and maybe some that only look so. */
  similarHosts(name: string): Iterable<string>
  /** True if a ServiceEntry of the files says exactly this host. */
  isEntryHost(host: string): boolean
  /** False where nothing in the files competes with any host of the entry, so that nothing more need be asked. */
  isContested(entry: EntryId): boolean
  /** The Kubernetes Service that has exactly this host, if a namespace may see it. */
  kubernetesService(host: string, seenFrom: string): StandingService | undefined
  /** True if some Sidecar, or a workload without any, has the entry (or routes to it). */
  isInSomeScope(entry: EntryId): boolean
  /** Ports on which the entry takes every connection that nothing more exact matches. */
  takenPorts(entry: EntryId): readonly number[]
  /** Declared hosts whose connections an entry takes where they are declared: all, or the first few of many. */
  takenHosts(entry: EntryId, port: number): readonly TakenHost[]
  /** Other hosts that Envoy no longer serves because it refuses the listener of the port; undefined if it takes it. */
  spoiltHosts(entry: EntryId, host: string, port: number): readonly string[] | undefined
  /** The subsets that the caller's sidecar knows for a host; undefined if it does not know the host. */
  subsetsFor(caller: Caller, host: string): readonly string[] | undefined
  /** DestinationRules that define a subset for a host, whoever may see them. */
  rulesWithSubset(host: string, subset: string): readonly RuleWithSubset[]
  /** The Sidecars that are meant for the same workloads as one, of which only one counts. */
  sidecarRivals(sidecar: EntryId): SidecarRivals | undefined
}

/** An object where it is placed. */
export type EntryId = Pick<PlacedRef, 'uri' | 'key' | 'namespace'>

/** Stands for any namespace that no file says anything about. No namespace can have this name. */
export const ELSEWHERE = '(elsewhere)'

export interface StandingService {
  readonly host: string
  readonly entry: PlacedRef
  readonly ports: readonly { readonly number: number; readonly protocol: string }[]
}

/** A host that cannot be reached where it is declared, because another entry takes its connections. */
export interface TakenHost {
  readonly host: string
  readonly namespace: string
  readonly entry: PlacedRef
  /** Age decides and the files do not say it. */
  readonly ambiguous: boolean
}

export interface RuleWithSubset {
  readonly rule: PlacedRef
  /** It counts only for the workloads that it selects. */
  readonly isSelective: boolean
}

export interface SidecarRivals {
  /** At least one. */
  readonly rivals: readonly PlacedRef[]
  /** A workload that they all select; undefined where they say the same of workloads, or nothing. */
  readonly workload: PlacedRef | undefined
}
