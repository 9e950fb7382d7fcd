// Made by "npm run generate"; do not edit.
import { createValidator as ServiceEntry } from './service-entry.validator.mjs'
import { createValidator as Sidecar } from './sidecar.validator.mjs'

export const validators = { ServiceEntry, Sidecar }
