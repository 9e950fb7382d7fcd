import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { root } from './root.mjs'

const types = { '.js': 'text/javascript', '.json': 'application/json', '.md': 'text/markdown', '.png': 'image/png' }

/**
 * Stands before VS Code's server and makes its page load our extension into the browser's own extension host, as
 * vscode.dev would: the page takes extensions from its own origin only, so they are served here, below /ext.
 * Gives the port, and `close()`.
 */
export async function startWebHostProxy(serverPort, suite) {
  let port = 0
  const proxy = createServer((incoming, response) => {
    const path = new URL(incoming.url, 'http://proxy').pathname
    if (path.startsWith('/ext/')) serveExtension(decodeURIComponent(path.slice('/ext'.length)), response)
    else forward(incoming, response, serverPort, path === '/' ? (page) => withExtension(page, port, suite) : undefined)
  })
  // Web sockets are the proxy's no longer once they are tunnels, and would keep it open.
  const sockets = new Set()
  proxy.on('connection', (socket) => sockets.add(socket))
  proxy.on('upgrade', (incoming, socket, head) => tunnel(incoming, socket, head, serverPort))
  await new Promise((settle) => proxy.listen(0, '127.0.0.1', settle))
  port = proxy.address().port
  const close = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise((settle) => proxy.close(settle))
  }
  return { port, close }
}

/** Files of this repository; the manifest says that this copy runs in the browser alone. */
function serveExtension(path, response) {
  const file = join(root, normalize(path))
  if (!existsSync(file)) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
  if (path === '/package.json') {
    const { main: _node, ...manifest } = JSON.parse(readFileSync(file, 'utf8'))
    return response.end(JSON.stringify({ ...manifest, extensionKind: ['web'] }))
  }
  return createReadStream(file).pipe(response)
}

/** Passes a request on as it came, host name and all; a page may be changed on its way back. */
function forward(incoming, response, port, change) {
  const headers = { ...incoming.headers, ...(change ? { 'accept-encoding': 'identity' } : {}) }
  const outgoing = request(
    { host: '127.0.0.1', port, method: incoming.method, path: incoming.url, headers },
    (answer) => {
      if (!change) {
        response.writeHead(answer.statusCode, answer.headers)
        answer.pipe(response)
        return
      }
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const { 'content-length': _length, ...rest } = answer.headers
        response.writeHead(answer.statusCode, rest)
        response.end(change(Buffer.concat(parts).toString('utf8')))
      })
    },
  )
  outgoing.on('error', () => response.destroy())
  incoming.pipe(outgoing)
}

/** Web sockets: the request line and headers again, then bytes both ways. */
function tunnel(incoming, socket, head, port) {
  const headers = incoming.rawHeaders.map((text, i) => (i % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('')
  const server = connect(port, '127.0.0.1', () => {
    server.write(`${incoming.method} ${incoming.url} HTTP/1.1\r\n${headers}\r\n`)
    server.write(head)
    server.pipe(socket).pipe(server)
  })
  const close = () => {
    server.destroy()
    socket.destroy()
  }
  for (const end of [server, socket]) end.on('error', close).on('close', close)
}

function withExtension(page, port, suite) {
  const place = (path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: `/ext${path}` })
  return page.replace(/(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/, (_all, start, escaped) => {
    const settings = JSON.parse(escaped.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
    const developmentOptions = {
      ...settings.developmentOptions,
      extensions: [place('')],
      extensionTestsPath: place(suite.slice(root.length)),
    }
    const text = JSON.stringify({ ...settings, developmentOptions })
    return `${start}${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
}
