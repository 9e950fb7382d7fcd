import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { median, row } from './measure.mjs'

/** One changed character → diagnostics of the edited file, among 100 and 1,000 files, against a bare round trip. */
export async function keystroke({ command, workspace, rounds }) {
  const small = await measure(command, workspace(100), rounds * 10)
  const large = await measure(command, workspace(1000), rounds * 10)
  return [
    row('keystroke to diagnostics, 1,000 files', large.keystroke, 'a round trip over stdio', large.roundTrip),
    row('keystroke to diagnostics, 1,000 files', large.keystroke, 'the same among 100 files', small.keystroke),
  ]
}

async function measure(command, { folder, manifest }, rounds) {
  const { unreachable } = JSON.parse(readFileSync(manifest, 'utf8'))
  const blocked = unreachable.find(({ outcome, source }) => outcome === 'blocked' && source === 'Deployment')
  const uri = pathToFileURL(join(folder, blocked.file)).href
  const text = readFileSync(join(folder, blocked.file), 'utf8')
  const server = spawn(process.execPath, [command, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  let arrived = () => undefined
  connection.onNotification('textDocument/publishDiagnostics', (params) => params.uri === uri && arrived(params))
  connection.listen()
  const next = (accept) =>
    new Promise((resolve) => {
      arrived = (params) => accept(params) && resolve(params)
    })
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(folder).href,
    capabilities: {},
  })
  await connection.sendNotification('initialized', {})
  const opened = next(({ diagnostics }) => diagnostics.length > 0)
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  })
  const before = (await opened).diagnostics.length
  const times = { keystroke: [], roundTrip: [] }
  let version = 1
  const change = async (newText) => {
    version++
    const answer = next((params) => params.version === version)
    const started = performance.now()
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: newText }],
    })
    const { diagnostics } = await answer
    return { took: performance.now() - started, count: diagnostics.length }
  }
  for (let round = 0; round < rounds; round++) {
    const { took, count } = await change(round % 2 === 0 ? text.replaceAll(blocked.host, `x${blocked.host}`) : text)
    if (count !== before)
      throw new Error(`A renamed host changed the number of diagnostics from ${before} to ${count}.`)
    times.keystroke.push(took)
    const started = performance.now()
    await connection.sendRequest('istioEgress/nothing').catch(() => undefined)
    times.roundTrip.push(performance.now() - started)
  }
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  return { keystroke: median(times.keystroke), roundTrip: median(times.roundTrip) }
}
