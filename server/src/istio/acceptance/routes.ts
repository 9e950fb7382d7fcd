import type { Rejection } from '../../kubernetes/resource'
import { childOf, integerOf, itemsOf, pairsOf, stringOf, type YamlMap, type YamlNode } from '../../yaml/node'
import { isCidr, isDnsLabel, isIpAddress } from './names'

/**
 * Reasons for which istiod's webhook refuses an `http` route because of fields that say nothing about where calls go: what
 * excludes one another, and what a match may hold. The whole VirtualService is then gone, and its routes with it.
 * Source: Istio's validation of VirtualService (rules VS11 to VS25 of the project's checklist).
 */
export function* checkHttpRouteFields(route: YamlNode, path: string): Iterable<Rejection> {
  const has = (key: string) => isGiven(childOf(route, key))
  if (has('delegate')) {
    yield* checkMatches(route, path)
    return
  }
  for (const answer of ['redirect', 'directResponse'] as const) {
    if (!has(answer)) continue
    for (const other of ['rewrite', 'fault'] as const)
      if (has(other)) yield { path: `${path}.${other}`, message: `${answer} answers the call: remove ${other}.` }
  }
  if (has('mirror') && itemsOf(childOf(route, 'mirrors')).length > 0)
    yield { path: `${path}.mirror`, message: 'mirror and mirrors exclude each other; keep mirrors.' }
  if (has('redirect')) yield* checkRedirect(childOf(route, 'redirect'), `${path}.redirect`)
  if (has('directResponse')) yield* checkStatus(childOf(route, 'directResponse'), `${path}.directResponse`)
  if (has('fault') && !isGiven(childOf(childOf(route, 'fault'), 'delay')) && !isGiven(abortOf(route)))
    yield { path: `${path}.fault`, message: 'A fault needs delay or abort.' }
  if (
    has('rewrite') &&
    !['uri', 'authority', 'uriRegexRewrite'].some((key) => isGiven(childOf(childOf(route, 'rewrite'), key)))
  )
    yield { path: `${path}.rewrite`, message: 'A rewrite needs uri, uriRegexRewrite or authority.' }
  yield* checkMatches(route, path)
}

function abortOf(route: YamlNode): YamlNode | undefined {
  return childOf(childOf(route, 'fault'), 'abort')
}

function* checkRedirect(redirect: YamlNode | undefined, path: string): Iterable<Rejection> {
  if (
    !['uri', 'prefixRewrite', 'authority', 'scheme', 'port', 'derivePort'].some((key) =>
      isGiven(childOf(redirect, key)),
    )
  )
    yield { path, message: 'A redirect needs uri, authority, scheme or port: where shall the client go?' }
  const code = integerOf(childOf(redirect, 'redirectCode'))
  if (code !== undefined && code !== 0 && (code < 300 || code > 399))
    yield { path: `${path}.redirectCode`, message: `${code} is no redirection; write a status from 300 to 399.` }
  const scheme = stringOf(childOf(redirect, 'scheme'))
  if (scheme !== undefined && !/^(https?)?$/.test(scheme))
    yield { path: `${path}.scheme`, message: `A redirect leads to http or https, not to "${scheme}".` }
}

function* checkStatus(response: YamlNode | undefined, path: string): Iterable<Rejection> {
  const status = integerOf(childOf(response, 'status')) ?? 0
  if (status < 200 || status > 599)
    yield { path: `${path}.status`, message: `The status is ${status}; write one from 200 to 599.` }
}

function* checkMatches(route: YamlNode, path: string): Iterable<Rejection> {
  for (const [index, match] of itemsOf(childOf(route, 'match')).entries()) {
    if (match?.kind === 'map') yield* checkMatch(match, `${path}.match[${index}]`)
  }
}

const NEVER_EMPTY = ['scheme', 'method', 'authority'] as const

function* checkMatch(match: YamlMap, path: string): Iterable<Rejection> {
  for (const key of NEVER_EMPTY) yield* checkText(childOf(match, key), `${path}.${key}`)
  yield* checkRegex(childOf(match, 'uri'), `${path}.uri`)
  for (const key of ['headers', 'queryParams'] as const) {
    for (const { key: name, value } of pairsOf(childOf(match, key))) {
      const at = `${path}.${key}.${name.value}`
      if (!isGiven(value)) yield { path: at, message: `${at} must be a map such as {exact: value}.` }
      else yield* checkText(value, at)
    }
  }
  yield* checkSource(match, path)
}

/** What istiod's webhook refuses in the matches of a tls or tcp route: ports, sources, networks that are none. */
export function* checkL4Route(route: YamlNode, path: string): Iterable<Rejection> {
  for (const [index, match] of itemsOf(childOf(route, 'match')).entries()) {
    const at = `${path}.match[${index}]`
    yield* checkSource(match, at)
    for (const [position, subnet] of itemsOf(childOf(match, 'destinationSubnets')).entries()) {
      const text = stringOf(subnet) ?? ''
      if (!isCidr(text) && !isIpAddress(text))
        yield { path: `${at}.destinationSubnets[${position}]`, message: `"${text}" is no network such as 10.0.0.0/8.` }
    }
  }
}

/** What http, tls and tcp matches have in common: port and source. */
function* checkSource(match: YamlNode, path: string): Iterable<Rejection> {
  const port = integerOf(childOf(match, 'port')) ?? 0
  if (port < 0 || port > 65535)
    yield { path: `${path}.port`, message: `Port ${port} does not exist; ports go from 1 to 65535.` }
  const namespace = stringOf(childOf(match, 'sourceNamespace')) ?? ''
  if (namespace !== '' && !isDnsLabel(namespace))
    yield { path: `${path}.sourceNamespace`, message: `"${namespace}" is no name of a namespace.` }
  for (const { key, value } of pairsOf(childOf(match, 'sourceLabels'))) {
    const text = stringOf(value) ?? ''
    if (!/^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(text) || text.length > 63)
      yield { path: `${path}.sourceLabels.${key.value}`, message: `"${text}" is no value of a label.` }
  }
}

/** An empty prefix is only taken for a path. */
function* checkText(node: YamlNode | undefined, path: string): Iterable<Rejection> {
  if (stringOf(childOf(node, 'prefix')) === '')
    yield { path: `${path}.prefix`, message: 'prefix may not be empty; remove the match to match everything.' }
  yield* checkRegex(node, path)
}

/** Envoy takes regular expressions of so many bytes. */
const REGEX_LIMIT = 1024

function* checkRegex(node: YamlNode | undefined, path: string): Iterable<Rejection> {
  const regex = stringOf(childOf(node, 'regex'))
  if (regex === '') yield { path: `${path}.regex`, message: 'regex may not be empty; write .* to match everything.' }
  if (regex !== undefined && regex.length > REGEX_LIMIT)
    yield { path: `${path}.regex`, message: `A regular expression has at most ${REGEX_LIMIT} characters.` }
}

/** Anything but nothing and null. */
function isGiven(node: YamlNode | undefined): boolean {
  return node !== undefined && !(node.kind === 'scalar' && node.type === 'null')
}
