// Made by "npm run generate"; do not edit.
import type { Validator } from '../../server/src/schema/validator'

export declare const validators: {
  readonly ServiceEntry: () => Validator
  readonly Sidecar: () => Validator
}
