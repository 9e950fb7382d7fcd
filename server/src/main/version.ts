import manifest from '../../../package.json'

/** The version of the package that this program was built from. */
export const { version } = manifest
