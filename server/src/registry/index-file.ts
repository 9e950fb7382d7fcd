import { findDestinations } from '../destinations/find-destinations'
import { readIstioResource } from '../istio/read-resource'
import type { Resource } from '../istio/resource-kinds'
import { readConfigMap } from '../kubernetes/config-map'
import { isHelmTemplate, isMasked, maskTemplate } from '../kubernetes/helm'
import { isKustomizationFile, readKustomization } from '../kubernetes/kustomization'
import type { ResourceNode, ResourcePlaces } from '../kubernetes/resource'
import { resourcesOf } from '../kubernetes/resources-of'
import { readWorkload } from '../kubernetes/workload'
import { checkStructure } from '../schema/check-structure'
import { lineStartsOf } from '../text/line-starts'
import { intersects, type Range } from '../text/range'
import { childOf, type YamlDocument } from '../yaml/node'
import { readYaml } from '../yaml/reader'
import type { FileIndex, FileProblem } from './file-index'
import { readSuppressions } from './suppressions'

/**
 * Everything that one file says, from its text alone; never throws.
 * @param uri the file's URI: its name decides whether it is a kustomization or a chart's template
 * @param text the file's text without a byte order mark
 * @param options `helm: false` reads a chart's template as it stands, like any other file
 */
export function indexFile(uri: string, text: string, options: { readonly helm: boolean } = { helm: true }): FileIndex {
  const isTemplate = options.helm && isHelmTemplate(uri, text)
  const readable = isTemplate ? maskTemplate(text).text : text
  const documents = readYaml(readable)
  const lineStarts = lineStartsOf(text)
  const reading = new FileReading(readable)
  for (const resource of resourcesOf(documents)) reading.add(resource)
  const kustomization = isKustomizationFile(uri) ? readKustomization(documents[0]?.root, noPlace) : undefined
  const isManifest =
    reading.resources.length > 0 || kustomization !== undefined || /^[ ]*"?apiVersion"?[ ]*:/m.test(text)
  const problems: FileProblem[] = isTemplate || !isManifest ? [] : [...syntaxProblems(documents), ...reading.problems]
  return {
    uri,
    facts: { resources: reading.resources, destinations: reading.destinations, kustomization },
    places: {
      lineStarts,
      resources: reading.resourcePlaces,
      destinations: reading.destinationPlaces,
      suppressions: readSuppressions(readable, lineStarts, documents),
      problems,
    },
  }
}

const noPlace = () => undefined

/** Gathers the facts and places of one file's resources. */
class FileReading {
  readonly resources: Resource[] = []
  readonly destinations: FileIndex['facts']['destinations'][number][] = []
  readonly resourcePlaces = new Map<string, ResourcePlaces>()
  readonly destinationPlaces = new Map<string, Range>()
  readonly problems: FileProblem[] = []

  constructor(private readonly text: string) {}

  add(node: ResourceNode): void {
    const paths = new Map<string, Range>()
    const note = (path: string, range: Range) => void paths.set(path, range)
    const metadata = childOf(node.node, 'metadata')
    const name = childOf(metadata, 'name')
    note('metadata.name', name?.range ?? childOf(node.node, 'kind')?.range ?? node.node.range)
    const version = childOf(node.node, 'apiVersion')
    if (version) note('apiVersion', version.range)
    const read = readIstioResource(node, this.text, note) ?? readWorkload(node, note) ?? readConfigMap(node, note)
    const structure = checkStructure(node.head.kind, node.node)
    for (const { range, message } of structure) {
      this.problems.push({ code: 'schema', severity: 'error', range, message, resource: node.head.key })
    }
    const refused = structure.filter((error) => !error.unknownField).map(({ message }) => ({ path: '', message }))
    if (read && !this.isHalfSaid(node))
      this.resources.push(refused.length > 0 ? { ...read, rejections: [...read.rejections, ...refused] } : read)
    if (read) this.noteRejections(read, node, paths, structure)
    this.resourcePlaces.set(node.head.key, { range: node.node.range, paths })
    for (const { fact, range } of findDestinations(node, this.text)) {
      this.destinations.push(fact)
      this.destinationPlaces.set(fact.id, range)
    }
  }

  /** What istiod refuses, where the structure alone has not said so already. */
  private noteRejections(
    { key, rejections }: Resource,
    { node }: ResourceNode,
    paths: ReadonlyMap<string, Range>,
    structure: readonly { readonly range: Range }[],
  ): void {
    for (const { path, message } of rejections) {
      const range = placeOfPath(path, paths) ?? node.range
      if (structure.some((error) => intersects(error.range, range))) continue
      const text = `${message.replace(/\.?$/, '.')} istiod refuses the object, so nothing in it counts.`
      this.problems.push({ code: 'invalid-value', severity: 'error', range, message: text, resource: key })
    }
  }

  /** A template's object that steers others, of which the file says only a part, must not decide about anybody's calls. */
  private isHalfSaid({ head, node }: ResourceNode): boolean {
    return STEERING.has(head.kind) && isMasked(this.text.slice(node.range.start, node.range.end))
  }
}

/** The place of a path, else of the nearest thing around it that has one. */
function placeOfPath(path: string, paths: ReadonlyMap<string, Range>): Range | undefined {
  for (let part = path; part !== ''; part = part.replace(/(?:\.?[^.[\]]+|\[\d+\])$/, '')) {
    const range = paths.get(part)
    if (range) return range
  }
  return paths.get('metadata.name')
}

/** Kinds that change what becomes of other objects' calls. */
const STEERING: ReadonlySet<string> = new Set(['Sidecar', 'VirtualService', 'DestinationRule'])

function syntaxProblems(documents: readonly YamlDocument[]): readonly FileProblem[] {
  return documents.flatMap((document) =>
    document.errors.map((error) => ({
      code: 'yaml-syntax' as const,
      severity: 'error' as const,
      range: error.range,
      message: `kubectl cannot read this YAML: ${error.message.replace(/\.?$/, '.')} Until it is mended, what stands here may not count.`,
      resource: undefined,
    })),
  )
}
