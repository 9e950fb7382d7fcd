import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSettings } from './read-settings'
import { SETTING_KEYS } from './setting-table'

const URI = 'file:///mesh/.istio-egress.yaml'
const key = fc.oneof(fc.constantFrom(...SETTING_KEYS, 'generate', 'docs', 'registry'), fc.string())

test('whatever a config file says, reading it gives settings and problems with places inside the text', () => {
  const line = fc.tuple(key, fc.oneof(fc.json(), fc.string())).map(([name, value]) => `${name}: ${value}`)
  const text = fc.oneof(
    fc.string(),
    fc.array(line).map((lines) => lines.join('\n')),
  )
  fc.assert(
    fc.property(text, (source) => {
      const { settings, problems } = readSettings({ configFile: { uri: URI, text: source } })
      expect(typeof settings.kustomize).toBe('boolean')
      for (const { range, message } of problems) {
        expect(message).toMatch(/[.?]$/)
        expect(range).toBeDefined()
        expect(range && 0 <= range.start && range.start <= range.end && range.end <= source.length).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

test('whatever an editor sends, a value that is taken is of the type of its default', () => {
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), (editor) => {
      const { settings, problems } = readSettings({ editor })
      const defaults = readSettings({}).settings
      for (const [name, value] of Object.entries(settings)) {
        expect(Object.prototype.toString.call(value)).toBe(
          Object.prototype.toString.call(defaults[name as keyof typeof defaults]),
        )
      }
      expect(problems.every(({ message, range }) => /[.?]$/.test(message) && range === undefined)).toBe(true)
    }),
    { numRuns: 300 },
  )
})
