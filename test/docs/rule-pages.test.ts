import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { FileSystem } from '../../server/src/files/file-system'
import { LanguageService } from '../../server/src/language-service'
import { allRules } from '../../server/src/rules/index'
import { Workspace } from '../../server/src/workspace'

const FOLDER = new URL('../../docs/rules/', import.meta.url)
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'))
const ROOT = 'mem://test/mesh'
const MESH = `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: "outboundTrafficPolicy: { mode: REGISTRY_ONLY }"
`

/** What the examples of some pages are set to. */
const SETTINGS: Readonly<Record<string, unknown>> = {
  'would-be-blocked': { assume: 'REGISTRY_ONLY' },
  'newer-than-mesh': { istioVersion: '1.29' },
}

interface Answer {
  readonly codes: readonly string[]
  /** Why istiod refuses objects of the texts. */
  readonly rejections: readonly unknown[]
}

/** What is said about a folder of these texts. */
async function answerTo(texts: Readonly<Record<string, string>>, settings: unknown): Promise<Answer> {
  const fs: FileSystem = {
    readDirectory: () => Object.keys(texts).map((name) => ({ name, kind: 'file' as const })),
    readFile: (uri) => {
      const text = texts[uri.slice(ROOT.length + 1)]
      if (text === undefined) throw Object.assign(new Error('none'), { code: 'ENOENT' })
      return new TextEncoder().encode(text)
    },
  }
  const workspace = new Workspace(fs, () => ({ cli: settings }))
  const service = new LanguageService(workspace, {
    rulePage: () => undefined,
    report: (message) => expect(message).toBe(''),
  })
  await workspace.addFolder({ root: ROOT, name: 'mesh' })
  const files = [...(workspace.folderOf(ROOT)?.mesh.files.values() ?? [])]
  expect(files).toHaveLength(Object.keys(texts).length)
  return {
    codes: files.flatMap((file) => service.findings(file.uri)?.findings.map((finding) => finding.code) ?? []),
    rejections: files.flatMap((file) => file.facts.resources.flatMap((resource) => resource.rejections)),
  }
}

test('every rule has its page, and every page its rule', () => {
  expect(PAGES.map((name) => name.replace(/\.md$/, '')).sort()).toEqual(allRules.map((rule) => rule.code).sort())
})

describe.each(PAGES)('%s', (name) => {
  const code = name.replace(/\.md$/, '')
  const text = readFileSync(new URL(name, FOLDER), 'utf8')
  const rule = allRules.find((each) => each.code === code)

  test('says the code, the severity, and links to pages that exist', () => {
    expect(text.startsWith(`# ${code}\n`)).toBe(true)
    expect(text).toContain(`Default severity: **${rule?.severity}**`)
    for (const [, page = ''] of text.matchAll(/\]\(([\w-]+\.md)\)/g)) expect(PAGES).toContain(page)
  })

  test('its example has the finding, the mended one does not', async () => {
    const example = text.slice(text.indexOf('## Example'), text.indexOf('## Fixes offered'))
    const [bad = '', mended = ''] = [...example.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1])
    const preview = code === 'would-be-blocked'
    const answer = (yaml: string) =>
      answerTo(preview ? { 'app.yaml': yaml } : { 'app.yaml': yaml, 'mesh.yaml': MESH }, SETTINGS[code] ?? {})
    const before = await answer(bad)
    expect(before.codes).toContain(code)

    expect(await answer(mended)).toEqual({ codes: [], rejections: [] })
  })
})
