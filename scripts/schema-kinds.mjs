/** The Istio API whose CRDs the schemas are made from: a version of the Go module `istio.io/api`. */
export const ISTIO_API_VERSION = 'v1.31.0-alpha.1.0.20260819121012-5803fb6accf7'

/** The kinds whose structure is checked. Another one follows by adding its name here and running `npm run schemas`. */
export const SCHEMA_KINDS = ['ServiceEntry', 'Sidecar']

/** `ServiceEntry` → `service-entry`, the stem of its generated files. */
export function fileStem(kind) {
  return kind.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase()
}
