import { blockedHost } from './blocked-host'
import { borrowedEntry } from './borrowed-entry'
import { brokenRoute } from './broken-route'
import { capturedHost } from './captured-host'
import { invalidValue } from './invalid-value'
import { missingSubset } from './missing-subset'
import { newerThanMesh } from './newer-than-mesh'
import { notExported } from './not-exported'
import { outsideSidecarScope } from './outside-sidecar-scope'
import { partialWildcard } from './partial-wildcard'
import { portCapture } from './port-capture'
import { portNotRegistered } from './port-not-registered'
import { portsSplit } from './ports-split'
import { protocolMismatch } from './protocol-mismatch'
import type { Rule } from './rule'
import { schema } from './schema'
import { shadowedService } from './shadowed-service'
import { sidecarConflict } from './sidecar-conflict'
import { sidecarUnscoped } from './sidecar-unscoped'
import { unexportedDefault } from './unexported-default'
import { unreachableEntry } from './unreachable-entry'
import { uppercaseHost } from './uppercase-host'
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
  portCapture,
  shadowedService,
  portsSplit,
  partialWildcard,
  uppercaseHost,
  unreachableEntry,
  sidecarUnscoped,
  missingSubset,
  sidecarConflict,
  newerThanMesh,
  yamlSyntax,
  schema,
  invalidValue,
]
