import { onTestFinished } from 'vitest'
import { type Session, type SessionOptions, startSession } from './session'
import { ownExampleWorkspace, type TestWorkspace } from './workspace'

export interface OwnExample {
  readonly workspace: TestWorkspace
  readonly session: Session
  /** URIs of the file that calls and of the file that declares. */
  readonly app: string
  readonly entry: string
}

/** A server on a copy of the own example, for one test: whatever becomes of it, nothing is left behind. */
export async function startOwnExample(options: Omit<SessionOptions, 'folders'>): Promise<OwnExample> {
  const workspace = ownExampleWorkspace()
  onTestFinished(workspace.remove)
  const session = await startSession({ ...options, folders: [workspace.uri] })
  onTestFinished(() => void session.process.kill())
  return { workspace, session, app: workspace.uriOf('app.yaml'), entry: workspace.uriOf('entry.yaml') }
}
