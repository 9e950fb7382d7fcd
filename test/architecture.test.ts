import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const source = resolve(__dirname, '../server/src')

/** The rooms in the order of the way through the house: each may import from itself and from those before it. */
const ROOMS = [
  'text',
  'files',
  'yaml',
  'kubernetes',
  'schema',
  'istio',
  'destinations',
  'registry',
  'egress',
  'mesh',
  'rules',
  'settings',
  'workspace-folder.ts',
  'workspace.ts',
  'features',
  'language-service.ts',
  'lsp',
  'main',
]

interface Import {
  readonly from: string
  readonly to: string
  readonly isTypeOnly: boolean
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /(?<!\.test)\.ts$/.test(name))
const code = files.filter((name) => !name.startsWith('testing'))
const imports = code.flatMap(importsOf)

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(source, file), 'utf8')
  const found = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\('([^']+)'\)/gm)
  return [...found].map(([, type, named, lazy]) => {
    const target = named ?? lazy ?? ''
    const to = target.startsWith('.') ? relative(source, resolve(source, dirname(file), target)) : target
    return { from: file, to, isTypeOnly: type !== undefined }
  })
}

function roomOf(path: string): string {
  return (
    ROOMS.find((room) => path === room || path === room.replace(/\.ts$/, '') || path.startsWith(`${room}/`)) ?? path
  )
}

describe('the rooms', () => {
  test('every file lies in a known room', () => {
    expect(code.map(roomOf).filter((room) => !ROOMS.includes(room))).toEqual([])
  })

  test('a room imports only from rooms before it', () => {
    const wrong = imports
      .filter(({ to }) => ROOMS.includes(roomOf(to)))
      .filter(({ from, to }) => ROOMS.indexOf(roomOf(to)) > ROOMS.indexOf(roomOf(from)))
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })

  test('no files import each other in a circle', () => {
    const targets = new Map<string, string[]>()
    for (const { from, to, isTypeOnly } of imports) {
      const file = [to, `${to}.ts`, `${to}/index.ts`].find((each) => files.includes(each))
      if (file && !isTypeOnly) targets.set(from, [...(targets.get(from) ?? []), file])
    }
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
      if (done.has(file) || path.includes(file)) return
      for (const target of targets.get(file) ?? []) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of code) visit(file, [])
    expect(circles).toEqual([])
  })

  test('the language server library stays in lsp and main, Node in main', () => {
    const wrong = imports.filter(({ from, to }) => {
      const room = roomOf(from)
      if (/^vscode-languageserver(\/|$)/.test(to)) return room !== 'lsp' && room !== 'main'
      if (to.startsWith('vscode-languageserver-')) return ROOMS.indexOf(room) < ROOMS.indexOf('features')
      return to.startsWith('node:') && room !== 'main'
    })
    expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([])
  })
})
