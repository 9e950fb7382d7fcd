import { blockedHost } from './blocked-host'
import { borrowedEntry } from './borrowed-entry'
import { brokenRoute } from './broken-route'
import { capturedHost } from './captured-host'
import { invalidValue } from './invalid-value'
import { notExported } from './not-exported'
import { outsideSidecarScope } from './outside-sidecar-scope'
import { portNotRegistered } from './port-not-registered'
import { protocolMismatch } from './protocol-mismatch'
import type { Rule } from './rule'
import { schema } from './schema'
import { unexportedDefault } from './unexported-default'
import { wouldBeBlocked } from './would-be-blocked'
import { yamlSyntax } from './yaml-syntax'

/** Every rule there is, in the order in which tables show them. */
export const allRules: readonly Rule[] = [
  blockedHost,
  notExported,
  outsideSidecarScope,
  portNotRegistered,
  protocolMismatch,
  capturedHost,
  brokenRoute,
  wouldBeBlocked,
  borrowedEntry,
  unexportedDefault,
  yamlSyntax,
  schema,
  invalidValue,
]
