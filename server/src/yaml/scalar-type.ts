import type { ScalarType } from './node'

/**
 * The type that kubectl's reader (goyaml, YAML 1.1 booleans) gives a plain scalar.
 * Source: the resolver of Go's yaml.v2, as `sigs.k8s.io/yaml` uses it.
 */
export function plainScalarType(text: string): ScalarType {
  if (text === '' || text === '~' || /^(null|Null|NULL)$/.test(text)) return 'null'
  if (/^(y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/.test(text))
    return 'boolean'
  const first = text.charCodeAt(0)
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46
  if (!numeric) return 'string'
  if (/^[-+]?(0b[01_]+|0x[0-9a-fA-F_]+|0o?[0-7_]+|[1-9][0-9_]*|0)$/.test(text)) return 'integer'
  if (/^[-+]?(\.[0-9]+|[0-9][0-9_]*(\.[0-9_]*)?)([eE][-+]?[0-9]+)?$/.test(text)) return 'float'
  if (/^[-+]?\.(inf|Inf|INF)$/.test(text) || /^\.(nan|NaN|NAN)$/.test(text)) return 'float'
  return 'string'
}
