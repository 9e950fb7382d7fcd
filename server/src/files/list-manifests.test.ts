import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DirEntry, FileSystem } from './file-system'
import { listManifests } from './list-manifests'
import type { SelectionOptions } from './selection'
import { joinUri, nameOf, parentUri, relativePath } from './uri'

const ROOT = 'mem:///mesh'
const ALL: SelectionOptions = { include: [], exclude: [], honourGitignore: true }

/** A file system of texts by path below the root; a value beginning with `->` is a link to another URI. */
function memory(texts: Readonly<Record<string, string>>, options: { readonly late?: boolean } = {}): FileSystem {
  const nodes = new Map<string, string | undefined>([[ROOT, undefined]])
  for (const [path, text] of Object.entries(texts)) {
    const uri = joinUri(ROOT, path)
    nodes.set(uri, text)
    for (let up = parentUri(uri); !nodes.has(up); up = parentUri(up)) nodes.set(up, undefined)
  }
  const resolve = (uri: string): string => {
    for (let i = 0, real = uri; i < 50; i++) {
      const link = [...nodes].find(([at, text]) => text?.startsWith('->') && (real === at || real.startsWith(`${at}/`)))
      if (!link) return real
      real = (link[1] ?? '').slice(2) + real.slice(link[0].length)
    }
    throw Object.assign(new Error('circle'), { code: 'ELOOP' })
  }
  const kindOf = (uri: string): DirEntry['kind'] => {
    const text = nodes.get(uri)
    if (!nodes.has(uri)) throw Object.assign(new Error('none'), { code: 'ENOENT' })
    return text === undefined ? 'directory' : text.startsWith('->') ? 'link' : 'file'
  }
  const readDirectory = (uri: string): readonly DirEntry[] => {
    const real = resolve(uri)
    if (real.includes('secret')) throw Object.assign(new Error('denied'), { code: 'EACCES' })
    kindOf(real)
    return [...nodes.keys()]
      .filter((at) => parentUri(at) === real && at !== ROOT)
      .map((at) => ({ name: nameOf(at), kind: kindOf(at) }))
  }
  const readFile = (uri: string) =>
    new Uint8Array([...(nodes.get(resolve(uri)) ?? '')].map((char) => char.charCodeAt(0)))
  if (!options.late) return { readDirectory, readFile, stat: (uri) => kindOf(resolve(uri)), realPath: resolve }
  return { readDirectory: async (uri) => readDirectory(uri), readFile: async (uri) => readFile(uri) }
}

async function list(texts: Readonly<Record<string, string>>, options: Partial<SelectionOptions> = {}, late = false) {
  const found = await listManifests(memory(texts, { late }), ROOT, { ...ALL, ...options })
  return { ...found, paths: found.files.map((uri) => relativePath(ROOT, uri)) }
}

test('manifests are listed; folders of tools and other files are not', async () => {
  const texts = {
    'a.yaml': '', 'b/c.yml': '', 'b/d.json': '', 'b/Kustomization': '', '.github/e.yaml': '', 'README.md': '',
    'node_modules/x/y.yaml': '', '.git/f.yaml': '', 'b/.terraform/g.yaml': '',
  } // biome-ignore format: a list of names
  const expected = ['.github/e.yaml', 'a.yaml', 'b/Kustomization', 'b/c.yml', 'b/d.json']
  expect((await list(texts)).paths).toEqual(expected)
  expect((await list(texts, {}, true)).paths).toEqual(expected)
})

test('nested .gitignore files: the deepest that says anything decides, and an ignored folder stays closed', async () => {
  const texts = {
    '.gitignore': 'out/\n*.gen.yaml\n/top.yaml\n', 'top.yaml': '', 'a/top.yaml': '', 'a/out/b.yaml': '',
    'a/.gitignore': '!keep.gen.yaml\nout.yaml', 'a/keep.gen.yaml': '', 'a/x.gen.yaml': '', 'a/b/out.yaml': '', 'out/.gitignore': '!*', 'out/c.yaml': '',
  } // biome-ignore format: a list of names
  expect((await list(texts)).paths).toEqual(['a/keep.gen.yaml', 'a/top.yaml'])
  expect((await list(texts, { honourGitignore: false })).paths).toHaveLength(7)
})

test('include and exclude are globs from the root; one that names a folder takes all of it', async () => {
  const texts = { 'a.yaml': '', 'prod/b.yaml': '', 'prod/c/d.yaml': '', 'dev/e.yaml': '', 'dev/.f.yaml': '' }
  expect((await list(texts, { include: ['prod'] })).paths).toEqual(['prod/b.yaml', 'prod/c/d.yaml'])
  expect((await list(texts, { include: ['**/*.yaml'], exclude: ['./prod/c/', 'dev/*'] })).paths).toEqual([
    'a.yaml',
    'prod/b.yaml',
  ])
  expect((await list(texts, { exclude: ['**'] })).paths).toEqual([])
})

test('links: a circle ends, a file is found once under its own path, a broken one is a problem', async () => {
  const { paths, problems, selection } = await list({
    'a/b.yaml': '', 'a/loop': `->${ROOT}`, 'a/self': `->${ROOT}/a/self`, 'link.yaml': `->${ROOT}/a/b.yaml`,
    'aa': `->${ROOT}/a`, 'gone.yaml': `->${ROOT}/nowhere`, 'far': '->mem:///elsewhere',
  }) // biome-ignore format: a list of names
  expect(paths).toEqual(['a/b.yaml'])
  expect(problems.map((problem) => [nameOf(problem.uri), problem.reason]).sort()).toEqual([
    ['far', 'missing'],
    ['gone.yaml', 'missing'],
    ['self', 'link-loop'],
  ])
  expect(selection.isIncluded(`${ROOT}/link.yaml`)).toBe(false)
  expect(selection.isIncluded(`${ROOT}/aa/b.yaml`)).toBe(false)
})

test('a folder that may not be read, or is missing, or lies too deep costs the others nothing', async () => {
  const deep = `${Array.from({ length: 45 }, () => 'd').join('/')}/x.yaml`
  const { paths, problems } = await list({ 'a.yaml': '', 'secret/b.yaml': '', [deep]: '' })
  expect(paths).toEqual(['a.yaml'])
  expect(problems.map((problem) => problem.reason).sort()).toEqual(['no-permission', 'too-deep'])
  const missing = await listManifests(memory({}), 'mem:///mesh/none', ALL)
  expect(missing.problems).toMatchObject([{ uri: 'mem:///mesh/none', reason: 'missing' }])
})

const NAME = fc.constantFrom('a', 'b', 'out', '.git', 'x.yaml', 'y.json', '.z.yml', 'c d.yaml', 'note.md', 'dist')
const IGNORED = fc.constantFrom(
  'a/',
  '/b',
  '*.json',
  '!y.json',
  'out',
  '!out/',
  'a/**',
  '**/x.yaml',
  '!x.yaml',
  '# c',
  'b/*',
  '!/a/b',
  '[',
  '\\',
)
const GLOB = fc.constantFrom('a', '**/*.yaml', 'b/**', '{a,b}/*', '*', 'out/x.yaml', '.', '[', '!a', '**/dist')

test('for any file, isIncluded says what the walk decided', async () => {
  const path = fc.array(NAME, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))
  const gitignore = fc.record({
    in: fc.constantFrom('', 'a/', 'b/', 'a/b/'),
    rules: fc.array(IGNORED, { maxLength: 4 }),
  })
  const options = fc.record({
    include: fc.array(GLOB, { maxLength: 2 }),
    exclude: fc.array(GLOB, { maxLength: 2 }),
    honourGitignore: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(path, { maxLength: 20 }),
      fc.array(gitignore, { maxLength: 3 }),
      options,
      async (paths, gitignores, chosen) => {
        // A path that is also a folder of another one cannot be a file.
        const files = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)))
        const texts = Object.fromEntries(files.map((one) => [one, '']))
        for (const { in: folder, rules } of gitignores)
          if (!(folder.slice(0, -1) in texts)) texts[`${folder}.gitignore`] = rules.join('\n')
        const found = await list(texts, chosen)
        const included = files.filter((one) => found.selection.isIncluded(joinUri(ROOT, one)))
        expect([...included].sort()).toEqual([...found.paths].sort())
      },
    ),
    { numRuns: 300 },
  )
})
