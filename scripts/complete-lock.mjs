// npm run lock: completes package-lock.json after an `npm install` at a registry that lacks packages of other platforms.
// npm leaves such packages out of the file, and then `npm ci` refuses it everywhere. They are named here with the
// version and the platform that their parents ask for; no machine of another platform ever fetches them.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32', 'aix']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']

/** `linux-arm64-musl`, at the end of a package's name, in npm's words; undefined where the name says no platform. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-')
  const os = words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  if (!os || !cpu) return undefined
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.some((word) => word.startsWith('gnu')) && 'glibc'
  return { cpu: [cpu], os: [os], ...(os === 'linux' && libc ? { libc: [libc] } : {}) }
}

/** Where npm would look for a package that another one asks for: beside it, or in a folder above. */
function isThere(parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
    if (lock.packages[`${folder === '' ? '' : folder.replace(/\/?$/, '/')}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

const added = []
for (const [parent, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const platform = platformOf(name)
    if (isThere(parent, name) || !platform || !/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] = { version, ...platform, ...(dev ? { dev } : {}), optional: true }
    added.push(`${name}@${version}`)
  }
}

if (added.length > 0) {
  const [top, ...others] = Object.entries(lock.packages)
  lock.packages = Object.fromEntries([top, ...others.sort(([a], [b]) => a.localeCompare(b, 'en'))])
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(added.length > 0 ? `Added ${added.join(', ')}.` : 'Nothing is missing.')
