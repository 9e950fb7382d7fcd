import type { YamlDocument } from './node'
import { readWithYamlPackage } from './yaml-package'

/** Text in, documents out. Never throws: what cannot be read is an error beside the rest. */
export type YamlReader = (text: string) => readonly YamlDocument[]

/**
 * Reads a YAML or JSON text (without a byte order mark) into its documents.
 * The one place that says which parser does it.
 */
export const readYaml: YamlReader = readWithYamlPackage
