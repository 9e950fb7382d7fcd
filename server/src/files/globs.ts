import picomatch from 'picomatch'

/**
 * Compiles globs against paths relative to a root. `*` stays within one folder, `**` spans folders, `{a,b}` chooses;
 * a glob that names a folder takes everything in it. Files whose names begin with a dot are matched too.
 * A glob that cannot be compiled matches nothing.
 */
export function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const matchers = globs.map(compile)
  return (path) => matchers.some((matches) => matches(path))
}

function compile(glob: string): (path: string) => boolean {
  const pattern = glob.replace(/^(?:\.\/|\/)/, '').replace(/\/$/, '')
  if (pattern === '' || pattern === '.') return () => glob !== ''
  try {
    const options = { dot: true, nonegate: true, noextglob: true }
    const itself = picomatch(pattern, options)
    const within = picomatch(`${pattern}/**`, options)
    return (path) => itself(path) || within(path)
  } catch {
    return () => false
  }
}
