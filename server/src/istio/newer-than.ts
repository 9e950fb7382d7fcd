import type { Resource } from './resource-kinds'

/** Something in an object that an older Istio does not know. */
export interface NewerValue {
  /** Where it stands, such as `spec.resolution`. */
  readonly path: string
  /** As a person would name it. */
  readonly what: string
  /** The first version that has it. */
  readonly since: string
  /** `refused`: the whole object counts for nothing; `ignored`: only this value does. */
  readonly effect: 'refused' | 'ignored'
  /** What the older version does with it; a sentence without its stop. */
  readonly instead: string
}

/** `29` of `1.29`; what is no such version counts as the newest. */
export function minorOf(version: string): number {
  const found = /^1\.(\d+)/.exec(version)?.[1]
  return found === undefined ? Number.POSITIVE_INFINITY : Number(found)
}

/** Versions from `1.31` on know everything that these files can say. */
export function knowsAll(version: string): boolean {
  return minorOf(version) >= 31
}

/**
 * What an object says that an Istio of this version does not know. Sources: the release notes of Istio and the history of
 * its API. Where these do not say what an older version makes of it, the assumption stands beside the row.
 */
export function newerValues(resource: Resource, version: string): readonly NewerValue[] {
  const minor = minorOf(version)
  if (knowsAll(version)) return []
  return [...ofApiVersion(resource, minor), ...ofKind(resource, minor)]
}

/** Each kind of networking.istio.io became `v1` in 1.22: a cluster with older CRDs has no such kind. */
function ofApiVersion({ apiVersion, kind }: Resource, minor: number): readonly NewerValue[] {
  if (minor >= 22 || apiVersion !== 'networking.istio.io/v1') return []
  const instead = `the API server knows no ${kind} of this version and refuses it; v1beta1 says the same`
  return [{ path: 'apiVersion', what: `apiVersion ${apiVersion}`, since: '1.22', effect: 'refused', instead }]
}

function ofKind(resource: Resource, minor: number): readonly NewerValue[] {
  if ('role' in resource) return resource.role === 'mesh-config' ? ofMeshConfig(resource) : []
  if (resource.kind === 'ServiceEntry' && resource.resolution === 'DYNAMIC_DNS' && minor < 30)
    return [dynamicDns(minor)]
  if (resource.kind !== 'Sidecar') return []
  return (resource.egress ?? []).flatMap(({ hosts }, listener) =>
    hosts.flatMap((host, index) =>
      isExclusion(host) ? [exclusion(`spec.egress[${listener}].hosts[${index}]`, host)] : [],
    ),
  )
}

/** `~/*` imports nothing and is as old as Sidecars are; a namespace behind the `~` came later. */
function isExclusion(host: string): boolean {
  return host.startsWith('~') && !host.startsWith('~/')
}

/**
 * 1.28 brought the word for waypoints, 1.30 for sidecars. Before 1.28 the CRD's list of words has it not, so the API server
 * refuses the object. That a sidecar of 1.28 or 1.29 gets nothing to call from such an entry is assumed: only waypoints
 * had the filter that looks the names up.
 */
function dynamicDns(minor: number): NewerValue {
  const instead =
    minor < 28
      ? 'the API server does not know the word and refuses the object'
      : 'only waypoints of the ambient mode look such names up, and sidecars get nothing from the entry'
  return {
    path: 'spec.resolution',
    what: 'resolution DYNAMIC_DNS for sidecars',
    since: '1.30',
    effect: 'refused',
    instead,
  }
}

/** An older webhook takes `~infra` for the name of a namespace, which it cannot be. */
function exclusion(path: string, host: string): NewerValue {
  const instead = 'istiod takes it for a namespace of a wrong name and refuses the whole Sidecar'
  return { path, what: `the exclusion ${host}`, since: '1.31', effect: 'refused', instead }
}

/**
 * istiod reads mesh configuration leniently as far as unknown fields go (it tries again without them), but a word that an
 * enum does not have makes the whole of it unreadable, as any other wrong value does.
 */
function ofMeshConfig(config: Extract<Resource, { readonly role: 'mesh-config' }>): readonly NewerValue[] {
  const found: NewerValue[] = []
  if (config.outboundTrafficPolicy?.mode === 'ALLOW_ANY_DYNAMIC_DNS') {
    found.push({
      path: 'outboundTrafficPolicy.mode',
      what: 'the mode ALLOW_ANY_DYNAMIC_DNS',
      since: '1.31',
      effect: 'refused',
      instead: 'istiod cannot read the mesh configuration and falls back to its defaults',
    })
  }
  if (config.serviceEntryVisibility) {
    found.push({
      path: 'serviceEntryVisibility',
      what: 'serviceEntryVisibility',
      since: '1.31',
      effect: 'ignored',
      instead: 'istiod does not know the field, and only exportTo decides who sees an entry',
    })
  }
  return found
}
