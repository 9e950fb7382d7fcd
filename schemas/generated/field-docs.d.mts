// Made by "npm run generate" from schemas/docs; do not edit.
import type { FieldDocs } from '../../server/src/features/field-docs'

export declare function createFieldDocs(): FieldDocs
