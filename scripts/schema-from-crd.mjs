import { ISTIO_API_VERSION } from './schema-kinds.mjs'

/** Keywords of a CRD's schema that JSON Schema knows and that say something about structure. Texts and CEL rules stay behind. */
const KEPT = [
  'type',
  'enum',
  'required',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
  'pattern',
  'uniqueItems',
]

/**
 * The JSON Schema of one kind, from its CustomResourceDefinition. Objects are closed, so that an unknown field is seen;
 * those that the CRD leaves open stay open. Throws if the versions of the kind differ: then one schema a kind is not enough.
 */
export function schemaFromCrd(crd) {
  const { group, names, versions } = crd.spec
  const specs = versions.map((version) => JSON.stringify(convert(version.schema.openAPIV3Schema.properties.spec)))
  if (new Set(specs).size !== 1) throw new Error(`The versions of ${names.kind} differ in structure.`)
  const required = versions[0].schema.openAPIV3Schema.required ?? []
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: `Made by "npm run schemas" from the CRDs of istio.io/api ${ISTIO_API_VERSION}; do not edit.`,
    title: names.kind,
    type: 'object',
    properties: {
      apiVersion: { type: 'string', enum: versions.map((version) => `${group}/${version.name}`).sort(stableFirst) },
      kind: { type: 'string', enum: [names.kind] },
      metadata: METADATA,
      spec: JSON.parse(specs[0]),
      // The API server writes it and ignores what a manifest says there.
      status: {},
    },
    required: ['apiVersion', 'kind', ...required],
    additionalProperties: false,
  }
}

/** Of Kubernetes' own metadata only what must be text: the API server checks the rest. */
const METADATA = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    namespace: { type: 'string' },
    labels: { type: ['object', 'null'], additionalProperties: { type: ['string', 'null'] } },
    annotations: { type: ['object', 'null'], additionalProperties: { type: ['string', 'null'] } },
  },
}

function convert(source) {
  const result = {}
  for (const keyword of KEPT) if (source[keyword] !== undefined) result[keyword] = source[keyword]
  if (source.nullable) result.type = [source.type, 'null']
  if (source['x-kubernetes-int-or-string']) result.type = ['integer', 'string']
  // Kubernetes checks that a whole number fits its format; JSON Schema says the same by bounds.
  if (source.format === 'int32') Object.assign(result, { minimum: -2147483648, maximum: 2147483647 })
  if (source.items) result.items = convert(source.items)
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    if (source[keyword] && !source['x-kubernetes-int-or-string']) result[keyword] = source[keyword].map(convert)
  }
  if (source.not) result.not = convert(source.not)
  if (source.properties) {
    result.properties = Object.fromEntries(
      Object.entries(source.properties).map(([name, value]) => [name, convert(value)]),
    )
  }
  const isOpen = source['x-kubernetes-preserve-unknown-fields'] === true
  if (typeof source.additionalProperties === 'object')
    result.additionalProperties = convert(source.additionalProperties)
  else if (source.type === 'object' && source.properties && !isOpen) result.additionalProperties = false
  return result
}

/** `v1` before `v1beta1` before `v1alpha3`. */
function stableFirst(a, b) {
  const rank = (version) => (version.includes('alpha') ? 2 : version.includes('beta') ? 1 : 0)
  return rank(a) - rank(b) || a.localeCompare(b)
}
