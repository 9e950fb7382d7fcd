// node floor.mjs read|parse FOLDER: the least that anybody does with a workspace: walk it, read it, parse it.
import { readdirSync, readFileSync } from 'node:fs'
import { parseAllDocuments } from 'yaml'

const [how, folder] = process.argv.slice(2)
let documents = 0

function walk(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = `${directory}/${entry.name}`
    if (entry.isDirectory()) walk(path)
    else if (/\.ya?ml$/.test(entry.name)) take(readFileSync(path))
  }
}

function take(bytes) {
  if (how === 'parse')
    documents += parseAllDocuments(bytes.toString('utf8'), { uniqueKeys: false, prettyErrors: false }).length
  else if (bytes.includes('apiVersion')) documents++
}

walk(folder)
console.log(documents)
