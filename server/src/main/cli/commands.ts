import { check } from './check'
import type { Command } from './command'
import { explain } from './explain'
import { generate } from './generate'
import { hosts } from './hosts'
import { lsp } from './lsp'
import { registry } from './registry'
import { rules } from './rules'

/** Every command, in the order of the help text. */
export const commands: readonly Command[] = [check, hosts, explain, registry, generate, rules, lsp]
