import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, type Encoding } from './decode'
import { encode } from './encode'
import { MAX_FILE_BYTES } from './file-system'
import { mayHoldManifests } from './manifest-names'

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be']

test('what is encoded is decoded, in every encoding, without its byte order mark', () => {
  const text = fc.string({ unit: 'grapheme' }).filter((value) => !/^\uFEFF|\0/.test(value))
  fc.assert(
    fc.property(text, fc.constantFrom(...ENCODINGS), (value, encoding) => {
      const result = decode('file:///a.yaml', encode(value, encoding))
      expect(result).toEqual({
        decoded: { text: value, encoding, lossy: value.includes('\uFFFD') && encoding.startsWith('utf-16') },
      })
    }),
  )
})

test('invalid UTF-8 is tolerated and marked', () => {
  const result = decode('file:///a.yaml', Uint8Array.from([0x61, 0x3a, 0xff, 0x62]))
  expect(result).toEqual({ decoded: { text: 'a:\uFFFDb', encoding: 'utf-8', lossy: true } })
})

test('binary and huge files are problems that say what to do', () => {
  expect(decode('file:///a.yaml', Uint8Array.from([0x61, 0, 0x62]))).toMatchObject({ problem: { reason: 'binary' } })
  expect(decode('file:///a.yaml', new Uint8Array(MAX_FILE_BYTES + 1))).toMatchObject({
    problem: { reason: 'too-large', message: expect.stringContaining('10 MB') },
  })
})

test('the byte search finds apiVersion wherever it stands, and only that', () => {
  const bytes = (text: string) => encode(text, 'utf-8')
  expect(mayHoldManifests('file:///a.yaml', bytes('apiVersion: v1'))).toBe(true)
  expect(mayHoldManifests('file:///a.yaml', bytes('Version apiVersio VV "apiVersion"'))).toBe(true)
  expect(mayHoldManifests('file:///a.yaml', bytes('apiversion: v1\nVersion: 1'))).toBe(false)
  expect(mayHoldManifests('file:///a.yaml', bytes('Version: apiVersio'))).toBe(false)
  expect(mayHoldManifests('file:///a.yaml', encode('apiVersion: v1', 'utf-16be'))).toBe(true)
  expect(mayHoldManifests('file:///kustomization.yml', bytes('resources: []'))).toBe(true)
  expect(mayHoldManifests('file:///istiod-values.yaml', 'meshConfig: {}')).toBe(true)
  expect(mayHoldManifests('file:///package.json', '{}')).toBe(false)
})
