import type { Severity } from '../../rules/rule'
import type { ReportedPolicy } from './policies'

/** One diagnostic in the contract's shape: lines and columns from 1. */
export interface ReportedDiagnostic {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly severity: Severity
  readonly code: string
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
  readonly related: readonly { readonly file: string; readonly line: number; readonly message: string }[]
}

/** The whole answer of `check`. */
export interface CheckReport {
  readonly diagnostics: readonly ReportedDiagnostic[]
  readonly summary: Readonly<Record<Severity, number>>
  readonly policy: readonly ReportedPolicy[]
}
