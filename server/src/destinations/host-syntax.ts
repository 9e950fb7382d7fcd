import ipaddr from 'ipaddr.js'
import { isIpAddress } from '../text/ip-address'

/** Endings of file names that look like top-level domains. */
const FILE_ENDINGS = new Set(
  `js mjs cjs ts jsx tsx py pyc rb php java class jar war ear go rs c h cc cpp so dll exe bin sh bash zsh ps1 bat pl lua
  yaml yml json jsonl json5 xml xsd xsl html htm css scss svg png jpg jpeg gif ico webp pdf txt md rst log conf cfg cnf ini
  toml env properties props lock csv tsv sql db sqlite sqlite3 dump bak tmp tar gz tgz zip bz2 xz zst pem crt cer key pub
  p12 pfx jks keystore csr der pid sock socket service tpl tmpl template j2 hcl tf rego cue proto avsc parquet onnx wasm
  mmdb dat data map rules`
    .split(/\s+/)
    .filter((ending) => ending !== ''),
)

/** Hosts whose URLs are names of things (XML name spaces, schemas, scopes), not addresses that programs call. */
const NAME_GIVING = [
  'www.w3.org',
  'w3.org',
  'schema.org',
  'json-schema.org',
  'json.schemastore.org',
  'schemas.xmlsoap.org',
  'xmlns.jcp.org',
  'schemas.microsoft.com',
  'schemas.android.com',
  'schemas.openxmlformats.org',
  'xmlns.oracle.com',
  'purl.org',
  'ns.adobe.com',
  'xml.apache.org',
  'java.sun.com',
  'jakarta.ee',
  'maven.apache.org/POM',
  'maven.apache.org/xsd',
  'maven.apache.org/SETTINGS',
  'www.springframework.org/schema',
  'docs.oasis-open.org',
  'www.googleapis.com/auth/',
  'hl7.org/fhir',
  'xml.org/sax',
  'apache.org/xml',
  'www.sitemaps.org/schemas',
] as const

/** Values of keys such as HOST that are words, not names of hosts. */
const WORDS = new Set(
  `true false yes no on off null none nil auto default any all enabled disabled localhost local self random
  latest debug info warn warning error trace production staging development prod dev test main master primary secondary
  undefined unknown n/a hostname host changeme todo tbd`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** A host in the form in which facts hold it: lower case, no brackets, no final dot. */
export function normalHost(host: string): string {
  const bare = host.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  return bare.replace(/\.$/, '').toLowerCase()
}

/** True for an address that never leaves the pod or names no one: loopback, unspecified, multicast. */
export function isOwnAddress(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost') || host.startsWith('localhost.')) return true
  if (!isIpAddress(host)) return false
  const range = ipaddr.process(host).range()
  return range === 'loopback' || range === 'unspecified' || range === 'multicast' || range === 'broadcast'
}

/**
 * True for a DNS name of letters, digits, `-` and `.` whose last label has a letter.
 * Source: RFC 1123, 2.1; Kubernetes and Istio allow no underscores.
 */
export function isHostName(host: string): boolean {
  if (host.length === 0 || host.length > 253) return false
  const labels = host.split('.')
  if (!/[a-z]/i.test(labels.at(-1) ?? '')) return false
  return labels.every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))
}

/** True if a name may be a host where nothing but its key says so: no file, no class, no version. */
export function looksLikeHost(host: string): boolean {
  if (isIpAddress(host)) return true
  if (!isHostName(host)) return false
  const labels = host.split('.')
  const last = labels.at(-1) ?? ''
  if (labels.length === 1) return !WORDS.has(host.toLowerCase()) && /^[a-z][a-z0-9-]*$/i.test(host)
  if (FILE_ENDINGS.has(last.toLowerCase()) || !/^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i.test(last)) return false
  // `org.postgresql.Driver`: names of classes end with a capital letter's word.
  return !/^[A-Z][a-z]/.test(last)
}

/** True if the URL behind a scheme gives a thing its name, as XML name spaces do. */
export function isNameGiving(url: string): boolean {
  const bare = url.replace(/^[a-z]+:\/\//i, '').toLowerCase()
  return NAME_GIVING.some((each) => {
    const name = each.toLowerCase()
    if (!bare.startsWith(name)) return false
    const next = bare[name.length]
    return name.includes('/') || next === undefined || next === '/' || next === '#' || next === '?'
  })
}

/** Endings that hosts have and names of topics, metrics or packages do not. */
const COMMON_ENDINGS = new Set(
  `com net org io dev app cloud eu ai co de uk fr nl us at ch it es se no fi dk pl cz jp cn in au ca br internal local lan corp
  intra biz info online tech svc gov edu`.split(/\s+/),
)

/** True for a name of at least three labels that ends like a host. */
export function isCommonName(host: string): boolean {
  const labels = host.split('.')
  return isIpAddress(host) || (labels.length >= 3 && COMMON_ENDINGS.has(labels.at(-1) ?? ''))
}
