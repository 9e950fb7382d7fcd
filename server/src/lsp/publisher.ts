import type { Connection } from 'vscode-languageserver'
import type { LanguageService } from '../language-service'

/** Time, as the platform has it. */
export interface Clock {
  /** Milliseconds from some fixed moment. */
  now(): number
  /** Runs work once everything that waits now (messages of the client, too) has had its turn. */
  soon(work: () => void): void
  /** Runs work after a time, in milliseconds. */
  after(milliseconds: number, work: () => void): void
}

/** What is special about the client that diagnostics are sent to. */
export interface PublishedTo {
  /** Diagnostics that are not sent. */
  isHidden(code: unknown): boolean
  /** How the client writes a URI. */
  spelling(uri: string): string
}

/** Longer than this, in milliseconds, the publisher works at no stretch: requests come first. */
const SLICE = 8

/** Sends diagnostics: those of an edited file at once, those of all others in slices, and only what has changed. */
export class Publisher {
  private readonly sent = new Map<string, string>()
  private waiting: Iterator<string> | undefined
  private isScheduled = false

  constructor(
    private readonly connection: Connection,
    private readonly service: LanguageService,
    private readonly clock: Clock,
    private readonly client: PublishedTo,
  ) {}

  /** Sends what has changed for one file. */
  publish(uri: string, version?: number): void {
    const diagnostics = this.service.diagnostics(uri).filter(({ code }) => !this.client.isHidden(code))
    const text = diagnostics.length === 0 ? '' : JSON.stringify(diagnostics)
    if ((this.sent.get(uri) ?? '') === text && version === undefined) return
    this.sent.set(uri, text)
    const params = { uri: this.client.spelling(uri), diagnostics }
    void this.connection.sendDiagnostics(version === undefined ? params : { ...params, version })
  }

  /** Looks at every file again, in slices; starts anew if it was still at it. */
  publishAll(): void {
    this.waiting = this.everyFile()
    if (this.isScheduled) return
    this.isScheduled = true
    this.clock.soon(() => this.slice())
  }

  private *everyFile(): Generator<string> {
    const seen = new Set<string>()
    for (const folder of [...this.service.workspace.folders]) {
      for (const uri of this.service.reportableFiles(folder)) {
        seen.add(uri)
        yield uri
      }
    }
    // What was reported of a file that is gone has to be taken back.
    for (const uri of [...this.sent.keys()]) if (!seen.has(uri)) yield uri
  }

  private slice(): void {
    this.isScheduled = false
    const end = this.clock.now() + SLICE
    while (this.waiting && this.clock.now() < end) {
      const next = this.waiting.next()
      if (next.done === true) this.waiting = undefined
      else this.publish(next.value)
    }
    if (!this.waiting) return
    this.isScheduled = true
    this.clock.soon(() => this.slice())
  }
}
