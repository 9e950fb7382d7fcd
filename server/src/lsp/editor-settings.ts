import type { Connection } from 'vscode-languageserver'
import type { ClientAbilities } from './client-abilities'

/** The section of `workspace/configuration` and the key of `workspace/didChangeConfiguration`. */
const SECTION = 'istioEgress'

/** The settings that the editor has for each folder: asked for where it answers, else what it sent. */
export class EditorSettings {
  private readonly byFolder = new Map<string, unknown>()
  private sent: unknown

  constructor(
    private readonly connection: Connection,
    private readonly abilities: ClientAbilities,
  ) {
    this.sent = abilities.options.settings
  }

  /** The raw settings of a folder; undefined if the editor has none. */
  of(folder: string): unknown {
    return this.byFolder.get(folder) ?? this.sent
  }

  /** Takes what came with `workspace/didChangeConfiguration`. */
  take(settings: unknown): void {
    if (typeof settings === 'object' && settings !== null && SECTION in settings) this.sent = settings[SECTION]
  }

  /** Asks the editor for the settings of these folders; one that does not answer keeps what it sent. */
  async ask(folders: readonly string[]): Promise<void> {
    if (!this.abilities.configuration || folders.length === 0) return
    const items = folders.map((scopeUri) => ({ scopeUri, section: SECTION }))
    try {
      const answers: unknown = await this.connection.workspace.getConfiguration(items)
      for (const [index, folder] of folders.entries()) {
        const answer = Array.isArray(answers) ? answers[index] : undefined
        if (answer !== undefined && answer !== null) this.byFolder.set(folder, answer)
      }
    } catch (error) {
      this.connection.console.warn(`The editor did not say its settings (${String(error)}); defaults are used.`)
    }
  }
}
