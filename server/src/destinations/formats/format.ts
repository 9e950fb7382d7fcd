/** How an embedded file is written; `none` is a format in which nothing is called from here. */
export type Format =
  | 'properties'
  | 'dotenv'
  | 'ini'
  | 'toml'
  | 'xml'
  | 'logstash'
  | 'json'
  | 'yaml'
  | 'nginx'
  | 'shell'
  | 'hocon'
  | 'blocks'
  | 'program'
  | 'text'
  | 'none'

const BY_ENDING: ReadonlyMap<string, Format> = new Map(
  (
    [
      ['properties', 'properties props'],
      ['dotenv', 'env envrc'],
      ['yaml', 'yaml yml'],
      ['json', 'json jsonc json5 webmanifest'],
      ['toml', 'toml'],
      ['ini', 'ini cnf service repo flux'],
      ['xml', 'xml config csproj xsl xslt'],
      ['shell', 'sh bash zsh ksh'],
      ['hocon', 'hocon hcl tf'],
      ['text', 'txt list'],
      [
        'none',
        `html htm css scss svg md markdown rst adoc pem crt cer key pub csr tmpl tpl gotmpl j2 mustache erb
      png jpg gif ico map wasm csv tsv sql lock license dashboard xsd dtd wsdl proto graphql po lang`,
      ],
      ['program', 'js mjs cjs ts py rb php lua groovy pl ps1 java go'],
    ] as const
  ).flatMap(([format, endings]) => endings.split(/\s+/).map((ending) => [ending, format] as const)),
)

/**
 * The format of an embedded file by its name, and where that leaves it open by its text.
 * @param name a file's name, or a key that is none
 */
export function formatOf(name: string, text: string): Format {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const base = name.slice(name.lastIndexOf('/') + 1).toLowerCase()
  if (base === '.env' || base.startsWith('.env.') || base.endsWith('-env')) return 'dotenv'
  if (base === 'caddyfile') return 'nginx'
  const known = BY_ENDING.get(ending)
  if (known === 'text' || known === 'program') return /^#!.*\b(?:ba|da|z|k)?sh\b/.test(text) ? 'shell' : known
  return known ?? formatOfText(text)
}

function formatOfText(text: string): Format {
  const start = text.trimStart().slice(0, 200)
  if (/^#!.*\b(?:ba|da|z|k)?sh\b/.test(start)) return 'shell'
  if (/^#!/.test(start)) return 'program'
  if (/^-----BEGIN/.test(start) || /^<(?:!doctype html|html)\b/i.test(start)) return 'none'
  if (
    /^\s*<(?:source|match|filter|label|system|VirtualHost|IfModule|Location|Directory|Proxy)\b[^\n=]*>\s*$/m.test(text)
  )
    return 'blocks'
  if (/^<(?:\?xml|!--|!doctype|[a-z][\w:.-]*[\s>/])/i.test(start)) return 'xml'
  if (/^\{(?!\{)/.test(start) && !/^\{\s*\$|^\{\s*\n\s*[a-z_]+ /i.test(start)) return 'json'
  if (!text.trim().includes('\n')) return 'text'
  if (/^\s*(?:input|filter|output)\s*\{/m.test(text) && text.includes('=>')) return 'logstash'
  if (
    /^\s*(?:upstream\s+\S+|server|http|stream|events|location\s[^\n]*)\s*\{/m.test(text) ||
    /^\s*(?:proxy_pass|listen|reverse_proxy)\s/m.test(text)
  )
    return 'nginx'
  return formatOfLines(text)
}

function formatOfLines(text: string): Format {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !/^\s*(?:[#;!]|\/\/)/.test(line))
  const share = (pattern: RegExp) =>
    lines.length === 0 ? 0 : lines.filter((line) => pattern.test(line)).length / lines.length
  const hasSections = lines.some((line) => /^\s*\[{1,2}[^\]]+\]{1,2}\s*$/.test(line))
  if (
    hasSections &&
    (/^\s*\[\[/m.test(text) || share(/^\s*(?:\[|[\w".-]+\s*=\s*(?:["'[{\d]|true|false))|^\s*[\]}"'}]/) > 0.8)
  )
    return 'toml'
  if (hasSections) return lines.some((line) => /=\s*\{\s*$/.test(line)) ? 'hocon' : 'ini'
  if (share(/^\s*(?:export\s+)?[A-Z_][A-Z0-9_]*=/) > 0.7) return 'dotenv'
  if (lines.some((line) => /^\s*[\w."-]+\s*=?\s*\{\s*$/.test(line)) && share(/[={}]/) > 0.7) return 'hocon'
  if (share(/^\s*[\w.[\]-]+\s*=/) > 0.6) return 'properties'
  if (share(/^\s*(?:- )?["']?[\w./@$ -]+["']?\s*:(?:\s|$)|^\s*- /) > 0.6) return 'yaml'
  if (share(/^\s*[a-z][\w.-]*\s+\S/i) > 0.6) return 'ini'
  return 'text'
}

/** True if a ConfigMap's value is a file rather than a plain value: by its key's ending, or because it has lines. */
export function isFileValue(name: string, text: string): boolean {
  const trimmed = text.trim()
  if (trimmed.includes('\n')) return true
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const isKnown = BY_ENDING.has(ending) || ending === 'conf' || ending === 'cfg'
  // One word is no file, whatever its key looks like: `backend.service: https://…`.
  return isKnown && (/^[{[<]/.test(trimmed) || /[\s=]/.test(trimmed))
}
