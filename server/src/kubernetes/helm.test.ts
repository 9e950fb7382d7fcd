import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nodeAtPath, textOf } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import { isHelmTemplate, isMasked, MASK, maskTemplate, showMasked } from './helm'

const TEMPLATE = `{{- if .Values.enabled }}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "app.fullname" . }}
  namespace: "{{ .Release.Namespace | default "x" }}"
  labels:
    {{- include "app.labels" . | nindent 4 }}
data:
  {{/* a comment with }} inside }} */}}
  {{- range $k, $v := .Values.extra }}
  {{ $k }}: {{ $v | quote }}
  {{- end }}
  url: https://api.example.com/{{ .Values.path }}
  tail: a.example.com {{/* why */}}
  long: {{ .Values.a |
           default "b" }}
  after: literal
{{- end -}}
`

test('literal parts of a template are read, what actions give is recognisably unknown', () => {
  const root = readYaml(maskTemplate(TEMPLATE).text)[0]?.root
  const at = (...path: string[]) => textOf(nodeAtPath(root, path)) ?? ''
  expect(at('kind')).toBe('ConfigMap')
  expect(isMasked(at('metadata', 'name'))).toBe(true)
  expect(showMasked(at('metadata', 'namespace'))).toBe('{{…}}')
  expect(at('metadata', 'labels')).toBe('')
  expect(showMasked(at('data', 'url'))).toBe('https://api.example.com/{{…}}')
  expect(at('data', 'tail')).toBe('a.example.com')
  expect(isMasked(at('data', 'long'))).toBe(true)
  expect(at('data', 'after')).toBe('literal')
})

test('lines of actions alone become blank, several on one line too', () => {
  expect(maskTemplate('{{ if a }} {{ end }}\r\na: 1').text).toBe(`${' '.repeat(20)}\r\na: 1`)
  expect(maskTemplate('a: {{ x }} {{ y }}').text).toBe(`a: ${MASK.repeat(7)} ${MASK.repeat(7)}`)
})

test('an action without an end takes its line only', () => {
  expect(maskTemplate('a: {{ .Values.x\nb: y').text).toBe(`a: ${MASK.repeat(12)}\nb: y`)
  expect(maskTemplate('a: {{ "open }}\nb: y').text).toBe(`a: ${MASK.repeat(11)}\nb: y`)
  expect(maskTemplate('a: {{/* open\nb: y').text).toBe(`a: ${' '.repeat(9)}\nb: y`)
})

test('length and line ends stay, whatever the text', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{{- ',
    ' -}}',
    '"',
    '`',
    '/*',
    '*/',
    '\n',
    '\r\n',
    ' ',
    '  ',
    'a: ',
    'b',
    '- ',
    '\\',
    '#',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const { text: masked, masked: ranges } = maskTemplate(text)
      expect(masked.length).toBe(text.length)
      expect(masked.replace(/[^\r\n]/g, '.')).toBe(text.replace(/[^\r\n]/g, '.'))
      expect(masked).not.toContain('{{')
      let last = 0
      for (const { start, end } of ranges) {
        expect(masked.slice(last, start)).toBe(text.slice(last, start))
        last = end
      }
      expect(masked.slice(last)).toBe(text.slice(last))
    }),
  )
})

test('a megabyte of actions on one line takes no longer than its length', () => {
  const started = performance.now()
  maskTemplate('{{x}} '.repeat(170_000))
  maskTemplate('{{"'.repeat(100_000))
  maskTemplate('{{`'.repeat(100_000))
  maskTemplate('{{/*'.repeat(100_000))
  expect(performance.now() - started).toBeLessThan(4000)
})

test('braces inside strings make no template, except in a chart', () => {
  expect(isHelmTemplate('file:///rules.yaml', 'summary: "{{ $labels.pod }} is down"\nurl: http://x/{{y}}')).toBe(false)
  expect(isHelmTemplate('file:///chart/templates/rules.yaml', 'summary: "{{ .Values.x }}"')).toBe(true)
  expect(isHelmTemplate('file:///chart/templates/plain.yaml', 'a: 1')).toBe(false)
  expect(isHelmTemplate('file:///x.yaml', 'a: {{ .Values.x }}')).toBe(true)
  expect(isHelmTemplate('file:///x.yaml', 'a:\n  - {{ .Values.x }}')).toBe(true)
  expect(isHelmTemplate('file:///x.yaml', '  {{- if .x }}\n')).toBe(true)
})
