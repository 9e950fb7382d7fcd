import { joinUri } from '../files/uri'
import type { MeshSetup } from '../mesh/mesh'
import { MeshState } from '../mesh/mesh-state'
import { indexFile } from '../registry/index-file'
import { DEFAULT_MESH_OPTIONS, type MeshOptions } from '../registry/mesh-resources'
import type { FileChange, Fix } from '../rules/fixes/fix'
import type { ReadText, Severity } from '../rules/rule'
import { applyEdits } from '../text/edit'

/** The folder in which the files of a fixture lie. */
const ROOT = 'file:///mesh'

/** What a line of `^^^` says about the text above it. */
export interface Annotation {
  readonly uri: string
  /** Offsets of the marked text in the file without its annotations. */
  readonly start: number
  readonly end: number
  readonly severity: Severity
  readonly code: string
  /** Pieces that the message holds in this order; undefined: any message. */
  readonly message: string | undefined
}

export interface Fixture {
  /** By URI, without the annotations. */
  readonly files: ReadonlyMap<string, string>
  readonly annotations: readonly Annotation[]
}

export interface FixtureOptions extends Partial<MeshOptions> {
  readonly generateExportTo?: readonly string[]
  readonly kustomize?: boolean
  /** The setting `namespace`. */
  readonly namespaces?: MeshSetup['placement']['namespaceSetting']
}

const API_VERSIONS: Readonly<Record<string, string>> = {
  ServiceEntry: 'networking.istio.io/v1',
  Sidecar: 'networking.istio.io/v1',
  VirtualService: 'networking.istio.io/v1',
  DestinationRule: 'networking.istio.io/v1',
  Gateway: 'networking.istio.io/v1',
  IstioOperator: 'install.istio.io/v1alpha1',
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  ConfigMap: 'v1',
  Secret: 'v1',
  Service: 'v1',
  Namespace: 'v1',
  Pod: 'v1',
}

const HEADER = /^#- (\/\S+)\s*$/
const ANNOTATION = /^[ \t]*#?[ \t]*(\^+)[ \t]+(error|warning|information|hint)[ \t]+([\w-]+)(?::[ \t]*(.*))?$/

/**
 * Files from one text: each begins with a line `#- /path.yaml`. A document whose `kind` we know may leave `apiVersion`
 * out. A line `# ^^^ severity code: message` below a line speaks of the text above its carets and is taken out.
 */
export function readFixture(text: string): Fixture {
  const files = new Map<string, string>()
  const annotations: Annotation[] = []
  let uri = joinUri(ROOT, 'test.yaml')
  let lines: string[] = []
  const finish = () => {
    if (lines.some((line) => line.trim() !== '')) files.set(uri, `${lines.join('\n')}\n`)
    lines = []
  }
  for (const line of text.replace(/^\n/, '').trimEnd().split('\n')) {
    const header = HEADER.exec(line)?.[1]
    if (header !== undefined) {
      finish()
      uri = joinUri(ROOT, header.slice(1))
      continue
    }
    const marked = ANNOTATION.exec(line)
    if (marked) {
      annotations.push(annotationOf(uri, lines, line, marked))
      continue
    }
    const kind = /^kind: (\w+)$/.exec(line)?.[1]
    const version = kind === undefined ? undefined : API_VERSIONS[kind]
    if (version !== undefined && !saysVersion(lines)) lines.push(`apiVersion: ${version}`)
    lines.push(line)
  }
  finish()
  return { files, annotations }
}

function saysVersion(lines: readonly string[]): boolean {
  const start = lines.lastIndexOf('---')
  return lines.slice(start + 1).some((line) => line.startsWith('apiVersion:'))
}

function annotationOf(uri: string, lines: readonly string[], line: string, marked: RegExpExecArray): Annotation {
  const [, carets = '', severity = 'error', code = '', message] = marked
  const above = lines.slice(0, -1).reduce((sum, each) => sum + each.length + 1, 0)
  const start = above + line.indexOf('^')
  const known: Readonly<Record<string, Severity>> = {
    error: 'error',
    warning: 'warning',
    information: 'information',
    hint: 'hint',
  }
  return { uri, start, end: start + carets.length, severity: known[severity] ?? 'error', code, message }
}

/** A mesh of a fixture's files, with everything that tests do to one. */
export class TestMesh {
  readonly mesh: MeshState
  private readonly texts: Map<string, string>

  constructor(files: ReadonlyMap<string, string>, options: FixtureOptions = {}) {
    this.texts = new Map(files)
    const { generateExportTo = ['.'], kustomize = true, namespaces = [], ...mesh } = options
    this.mesh = new MeshState('test', ROOT, {
      options: { ...DEFAULT_MESH_OPTIONS, ...mesh },
      placement: { kustomize, root: ROOT, namespaceSetting: namespaces },
      generateExportTo,
    })
    for (const [uri, text] of files) this.mesh.setFile(indexFile(uri, text))
  }

  readonly read: ReadText = (uri) => Promise.resolve(this.texts.get(uri))

  /** The text of a file by its path from the root, such as `/app.yaml`. */
  text(path: string): string | undefined {
    return this.texts.get(joinUri(ROOT, path.slice(1)))
  }

  /** The paths of all files, sorted. */
  paths(): readonly string[] {
    return [...this.texts.keys()].map((uri) => uri.slice(ROOT.length)).sort()
  }

  setText(uri: string, text: string): void {
    this.texts.set(uri, text)
    this.mesh.setFile(indexFile(uri, text))
  }

  /** Carries a fix out, as an editor does. */
  apply({ changes }: Pick<Fix, 'changes'>): void {
    for (const change of changes) this.applyChange(change)
  }

  private applyChange(change: FileChange): void {
    const old = this.texts.get(change.uri)
    if (change.kind === 'create') {
      if (old !== undefined) throw new Error(`${change.uri} is there already`)
      this.setText(change.uri, change.text)
      return
    }
    if (old === undefined) throw new Error(`${change.uri} is edited, but there is no such file`)
    this.setText(change.uri, applyEdits(old, change.edits))
  }
}

/** A mesh configuration that blocks what nobody declares. */
export const REGISTRY_ONLY = `
#- /mesh.yaml
kind: IstioOperator
metadata: { name: mesh, namespace: istio-system }
spec: { meshConfig: { outboundTrafficPolicy: { mode: REGISTRY_ONLY } } }
`.trimStart()
