import { expect, onTestFinished, test } from 'vitest'
import { richClient } from './capabilities'
import { type Session, spawnServer } from './session'
import { startOwnExample } from './start-own-example'

const start = () => startOwnExample({ capabilities: richClient })

const exitOf = (session: Session) => new Promise((settle) => session.process.on('exit', settle))

test('initialize names the server and what it can do', async () => {
  const { session } = await start()
  expect(session.initialized.serverInfo?.name).toBe('istio-egress')
  expect(session.initialized.capabilities).toMatchObject({ hoverProvider: expect.anything() })
  expect(session.initialized.capabilities.positionEncoding ?? 'utf-16').toBe('utf-16')
})

test('shutdown and exit end it with 0', async () => {
  const { session } = await start()
  expect(await session.end()).toBe(0)
})

test('exit without shutdown ends it with 1', async () => {
  const { session } = await start()
  const ended = exitOf(session)
  await session.connection.sendNotification('exit')
  expect(await ended).toBe(1)
})

test('it does not outlive its editor', async () => {
  const { session } = await start()
  const ended = exitOf(session)
  session.process.stdin?.end()
  expect(await ended).not.toBe(null)
})

test('a message that cannot be framed ends it, rather than leave it deaf', async () => {
  const { process: child, exit } = spawnServer()
  onTestFinished(() => void child.kill())
  child.stdin.write('Content-Length: NaN\r\n\r\n{}')
  expect(await exit).toBe(1)
})

test('unknown requests and files are answered, and the next request too', async () => {
  const { workspace, session } = await start()
  await expect(session.connection.sendRequest('istioEgress/unheardOf', {})).rejects.toThrow()
  await session.change(workspace.uriOf('nowhere.yaml'), 'a: 1', 7)
  expect(await session.hover(workspace.uriOf('nowhere.yaml'), { line: 3, character: 99 })).toBe(null)
  expect(await session.hover('untitled:Untitled-1', { line: 0, character: 0 })).toBe(null)
  expect(await session.end()).toBe(0)
})
