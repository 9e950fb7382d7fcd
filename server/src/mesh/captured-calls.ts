import type { FileIndex } from '../registry/file-index'
import type { PlacedRef } from '../registry/placed'
import { placedId } from '../registry/placed-id'
import type { CapturedCall, Mesh } from './mesh'

type ByTaker = ReadonlyMap<string, readonly CapturedCall[]>

/**
 * Calls that end at somebody else's server, by the entry that takes them. They are gathered port by port, so that only the
 * files that call a port are judged for it, and only changes of those make the answer new.
 */
export class CapturedCalls {
  private readonly byPort = new Map<number, ByTaker>()
  private filesByPort: ReadonlyMap<number, readonly string[]> | undefined

  constructor(private readonly mesh: Pick<Mesh, 'files' | 'destinationsIn'>) {}

  /** The calls to `port` that an entry takes although they were meant for other hosts. */
  of(entry: Pick<PlacedRef, 'uri' | 'key' | 'namespace'>, port: number): readonly CapturedCall[] {
    const known = this.byPort.get(port) ?? this.gather(port)
    this.byPort.set(port, known)
    return known.get(placedId(entry)) ?? []
  }

  forget(): void {
    this.byPort.clear()
    this.filesByPort = undefined
  }

  /** Forgets what rests on the destinations of these readings of a file; true if an answer that was given does. */
  forgetCallsOf(readings: readonly FileIndex[]): boolean {
    this.filesByPort = undefined
    let wasAsked = false
    for (const port of new Set(readings.flatMap(portsOf))) if (this.byPort.delete(port)) wasAsked = true
    return wasAsked
  }

  private gather(port: number): ByTaker {
    this.filesByPort ??= filesByPort(this.mesh.files.values())
    const found = new Map<string, CapturedCall[]>()
    for (const uri of [...(this.filesByPort.get(port) ?? [])].sort()) {
      for (const { fact, external, calls } of this.mesh.destinationsIn(uri)) {
        if (fact.port !== port) continue
        for (const call of calls) {
          if (call.outcome !== 'captured' || !call.verdict.entry) continue
          const id = placedId(call.verdict.entry)
          const list = found.get(id)
          if (list) list.push({ call, external })
          else found.set(id, [{ call, external }])
        }
      }
    }
    return found
  }
}

function filesByPort(files: Iterable<FileIndex>): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>()
  for (const file of files) {
    for (const port of new Set(portsOf(file))) {
      const list = found.get(port)
      if (list) list.push(file.uri)
      else found.set(port, [file.uri])
    }
  }
  return found
}

function portsOf({ facts }: FileIndex): readonly number[] {
  return facts.destinations.flatMap(({ port }) => (port === null ? [] : [port]))
}
