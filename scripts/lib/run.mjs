import { spawn, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

/** npm is a batch file on Windows, which only a shell can start; our own arguments hold nothing that a shell would read. */
const shellFor = (command) => process.platform === 'win32' && /^(npm|npx|code)$/.test(command)

/**
 * Runs a program in the repository's folder until it ends, its output being ours.
 * Gives its exit code; 127 where it cannot be started, 128 where a signal ended it.
 */
export function run(command, args, options = {}) {
  const ended = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: shellFor(command), ...options })
  if (ended.error) return 127
  return ended.status ?? 128
}

/** As `run`, but collects what the program says, and does not block: `{ code, output }`. */
export function capture(command, args, options = {}) {
  return new Promise((settle) => {
    let output = ''
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: shellFor(command),
      ...options,
    })
    const hear = (bytes) => {
      output += bytes
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => settle({ code: 127, output: error.message }))
    child.on('close', (code) => settle({ code: code ?? 128, output }))
  })
}

/** The path of a program, searched as a shell would; undefined where there is none. */
export function findProgram(...names) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : ['']
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  for (const name of names) {
    for (const file of folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending)))) {
      try {
        accessSync(file, constants.X_OK)
        return file
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined
}

/** The script of a development dependency, to be run by this very Node. */
export const bin = (...path) => join(root, 'node_modules', ...path)
