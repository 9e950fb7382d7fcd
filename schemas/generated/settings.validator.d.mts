// Made by "npm run generate"; do not edit.
import type { Validator } from '../../server/src/schema/validator'

export declare function createValidator(): Validator
