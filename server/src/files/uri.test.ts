import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinUri, nameOf, normalizeUri, parentUri, relativePath, resolvePath } from './uri'

test('relative paths resolve against a folder; URLs and absolute ones do not', () => {
  const folder = 'file:///mesh/overlays/prod'
  expect(resolvePath(folder, '../../base')).toBe('file:///mesh/base')
  expect(resolvePath(folder, './patch one.yaml')).toBe('file:///mesh/overlays/prod/patch%20one.yaml')
  expect(resolvePath(folder, '.')).toBe(folder)
  expect(resolvePath(folder, '../../../../..')).toBeUndefined()
  expect(resolvePath(folder, '/etc/passwd')).toBeUndefined()
  expect(resolvePath(folder, 'https://github.com/org/repo//base?ref=v1')).toBeUndefined()
  expect(resolvePath('vscode-vfs://github/org/repo', '../x.yaml')).toBe('vscode-vfs://github/org/x.yaml')
})

test('a sibling whose name begins alike does not lie in a folder', () => {
  expect(relativePath('file:///a', 'file:///ab/c')).toBeUndefined()
  expect(relativePath('file:///a', 'file:///a')).toBe('')
  expect(relativePath('file:///', 'file:///a/b')).toBe('a/b')
})

test('drive letters and escapes have one spelling', () => {
  expect(normalizeUri('file:///C:/mesh/')).toBe('file:///c%3A/mesh')
  expect(normalizeUri('file:///a%20b')).toBe(normalizeUri('file:///a b'))
})

test('any name comes back from the URI made of it, spelled as VS Code spells it', () => {
  const name = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[/\\]|^\.{1,2}$/.test(text))
  fc.assert(
    fc.property(name, (text) => {
      const uri = joinUri('file:///mesh', text)
      expect(nameOf(uri)).toBe(text)
      expect(relativePath('file:///mesh', uri)).toBe(text)
      expect(parentUri(uri)).toBe('file:///mesh')
      expect(normalizeUri(uri)).toBe(uri)
    }),
  )
})
