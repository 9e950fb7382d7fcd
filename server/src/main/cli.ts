import { main } from './cli/main'

main(process.argv.slice(2)).then(
  (code) => {
    // Not process.exit(): what is still on its way to a pipe would be lost.
    if (code !== undefined) process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`istio-egress: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 2
  },
)
