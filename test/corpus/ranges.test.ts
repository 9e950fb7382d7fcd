import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findDestinations } from '../../server/src/destinations/find-destinations'
import { normalHost } from '../../server/src/destinations/host-syntax'
import { resourcesOf } from '../../server/src/kubernetes/resources-of'
import { readYaml } from '../../server/src/yaml/reader'

const folder = path.join(import.meta.dirname, 'hosts')
const files = fs
  .readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ya?ml$/.test(file))
  .map((file) => ({ file, text: fs.readFileSync(path.join(folder, file), 'utf8') }))

function destinationsOf(text: string) {
  return resourcesOf(readYaml(text)).flatMap((resource) => findDestinations(resource, text))
}

test.each([
  ['as written', (text: string) => text],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
])('every range is the host text alone, %s', (_, change) => {
  for (const { file, text } of files) {
    const changed = change(text)
    for (const { fact, range } of destinationsOf(changed)) {
      if (fact.derived) expect(range.end, file).toBeGreaterThan(range.start)
      else expect(normalHost(changed.slice(range.start, range.end)), file).toBe(fact.host)
    }
  }
})

test('a file in any half-typed state is read without an error', () => {
  for (const { text } of files) {
    for (let part = 1; part < 8; part++)
      expect(() => destinationsOf(text.slice(0, (text.length * part) / 8))).not.toThrow()
  }
})

test('facts stay the same while text only moves, and ids are unique', () => {
  for (const { file, text } of files) {
    const facts = destinationsOf(text).map(({ fact }) => fact)
    expect(
      destinationsOf(`# moved\n\n${text}`).map(({ fact }) => fact),
      file,
    ).toEqual(facts)
    expect(new Set(facts.map((fact) => fact.id)).size, file).toBe(facts.length)
  }
})

test('nothing of a Secret but the host is in a fact', () => {
  const secret = files.filter(({ text }) => /kind: Secret/.test(text)).flatMap(({ text }) => destinationsOf(text))
  const facts = JSON.stringify(secret.map(({ fact }) => fact))
  expect(secret.length).toBeGreaterThan(0)
  expect(facts).not.toMatch(/sk_live|gw:pw|:pw@|sslmode|postgresql:/)
})
