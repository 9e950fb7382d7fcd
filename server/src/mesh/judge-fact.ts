import type { DestinationFact } from '../destinations/destination'
import type { EgressEngine } from '../egress/egress-engine'
import type { Caller, EgressVerdict } from '../egress/egress-verdict'
import { wireProtocol } from './wire-protocol'

/** What a call may speak where nothing says it. */
const POSSIBLE_PROTOCOLS = ['http', 'tls', 'tcp'] as const

/**
 * What becomes of a caller's call to a destination. Where the files do not say what is spoken, the call gets the benefit
 * of the doubt: any protocol that works counts. A guessed protocol is no ground for finding it mismatched.
 */
export function judgeFact(engine: Pick<EgressEngine, 'verdict'>, caller: Caller, fact: DestinationFact): EgressVerdict {
  const { host, port } = fact
  const usual = engine.verdict(caller, { host, port, protocol: wireProtocol(fact.protocol), addressAsDeclared: true })
  const isOpen = fact.protocol === null || (fact.protocolGuessed === true && usual.cause === 'protocol-mismatch')
  if (!isOpen || usual.outcome === 'registered') return usual
  for (const protocol of POSSIBLE_PROTOCOLS) {
    const verdict = engine.verdict(caller, { host, port, protocol, addressAsDeclared: true })
    if (verdict.outcome === 'registered') return verdict
  }
  return usual
}
