import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { MAX_FILE_BYTES } from '../files/file-system'
import { listManifests } from '../files/list-manifests'
import { relativePath } from '../files/uri'
import { nodeFiles, pathOf, uriOf } from './node-files'

const folder = mkdtempSync(join(tmpdir(), 'istio-egress-files-'))
const root = uriOf(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the disk is walked: odd names, link circles, closed folders, pipes', async () => {
  mkdirSync(join(folder, 'ä b'))
  writeFileSync(join(folder, 'ä b', 'ünï#1.yaml'), 'a: 1')
  symlinkSync('..', join(folder, 'ä b', 'up'))
  symlinkSync('circle', join(folder, 'circle'))
  mkdirSync(join(folder, 'closed'))
  chmodSync(join(folder, 'closed'), 0)
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder, 'pipe.yaml')])
  const { files, problems } = await listManifests(nodeFiles, root, { include: [], exclude: [], honourGitignore: true })
  expect(files.map((uri) => relativePath(root, uri))).toEqual(['ä b/ünï#1.yaml'])
  expect(files.map(pathOf)).toEqual([join(folder, 'ä b', 'ünï#1.yaml')])
  // A superuser may read everything.
  const closed = process.getuid?.() === 0 ? [] : ['no-permission']
  expect(problems.map((problem) => problem.reason).sort()).toEqual(['link-loop', ...closed])
  if (process.platform !== 'win32') expect(() => nodeFiles.readFile(`${root}/pipe.yaml`)).toThrow('no regular file')
})

test('files are read whole, large ones are refused before they are read', () => {
  const path = join(folder, 'large.yaml')
  writeFileSync(path, 'key: wärt\n')
  expect(Buffer.from(nodeFiles.readFile(uriOf(path))).toString()).toBe('key: wärt\n')
  truncateSync(path, MAX_FILE_BYTES + 1)
  expect(() => nodeFiles.readFile(uriOf(path))).toThrow(expect.objectContaining({ code: 'EFBIG' }))
  expect(() => nodeFiles.readFile(uriOf(folder))).toThrow(expect.objectContaining({ code: 'EISDIR' }))
})
