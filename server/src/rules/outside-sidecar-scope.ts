import { callFindings } from './call-findings'
import type { CallTrouble } from './call-trouble'
import { destinationText, namespacesText, refText } from './call-words'
import type { Rule } from './rule'

/** The host is declared and visible, but the Sidecar in force imports other hosts only. */
export const outsideSidecarScope: Rule = {
  code: 'outside-sidecar-scope',
  summary: 'A host is declared and exported, but the Sidecar in force for the caller does not import it.',
  severity: 'error',
  fixable: true,
  check: (file, mesh) =>
    callFindings('outside-sidecar-scope', file, mesh, (trouble) => ({
      headline: `${destinationText(trouble)} is blocked in ${namespacesText(trouble.calls)}: its Sidecar does not import it`,
      advice: advice(trouble),
    })),
}

function advice({ calls }: CallTrouble): string {
  const { sidecar, nearMisses } = calls[0].verdict
  const [nearest] = nearMisses
  const where = sidecar ? `the egress hosts of ${refText(sidecar)}` : 'the egress hosts of the Sidecar in force'
  return nearest ? `Add the host of ${refText(nearest)} to ${where}` : `Add the host to ${where}`
}
