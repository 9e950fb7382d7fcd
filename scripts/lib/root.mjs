import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this repository: where package.json stands. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
