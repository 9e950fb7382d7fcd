import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/

/** Folders of the packages that went into the bundles, sorted. */
function bundledPackages(metafiles) {
  const folders = new Set()
  for (const input of metafiles.flatMap((metafile) => Object.keys(metafile.inputs))) {
    const folder = packageFolder.exec(input)?.[0]
    if (folder) folders.add(folder)
  }
  return [...folders].sort()
}

/** The licences of other people's code in our bundles, as their authors ask for. */
export function thirdPartyNotices(metafiles) {
  const seen = new Set()
  const parts = ['Istio Egress holds code of these packages, each under its own licence.\n']
  for (const folder of bundledPackages(metafiles)) {
    const path = join(root, folder)
    if (!existsSync(join(path, 'package.json'))) continue
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
    if (seen.has(`${name}@${version}`)) continue
    seen.add(`${name}@${version}`)
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry))
    const text = file ? readFileSync(join(path, file), 'utf8').trim() : `Licence: ${license}`
    parts.push(`${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`)
  }
  return parts.join('\n')
}
