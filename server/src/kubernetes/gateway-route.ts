import { childOf, itemsOf, textOf } from '../yaml/node'
import type { ResourceHead, ResourceNode } from './resource'

/** A route of the Gateway API, as far as it may change what becomes of calls inside the mesh. */
export interface GatewayRoute extends ResourceHead {
  readonly kind: 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute'
  /** Services and ServiceEntries to whose callers it applies; a gateway among its parents is left out. */
  readonly parents: readonly RouteParent[]
}

export interface RouteParent {
  readonly kind: 'Service' | 'ServiceEntry'
  /** undefined: the route's own. */
  readonly namespace: string | undefined
  readonly name: string
}

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'] as const

/** The facts of a route; undefined for every other kind. Source: the Gateway API's page on service mesh (GAMMA). */
export function readGatewayRoute({ head, node }: ResourceNode): GatewayRoute | undefined {
  const kind = KINDS.find((each) => each === head.kind)
  if (!kind || !head.apiVersion.startsWith('gateway.networking.k8s.io/')) return undefined
  const parents = itemsOf(childOf(childOf(node, 'spec'), 'parentRefs')).flatMap((parent): readonly RouteParent[] => {
    const parentKind = textOf(childOf(parent, 'kind'))
    const name = textOf(childOf(parent, 'name'))
    if (name === undefined || (parentKind !== 'Service' && parentKind !== 'ServiceEntry')) return []
    return [{ kind: parentKind, name, namespace: textOf(childOf(parent, 'namespace')) }]
  })
  return { ...head, kind, rejections: [], parents }
}
