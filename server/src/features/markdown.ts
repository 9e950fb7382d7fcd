/** Control and bidirectional characters: they could hide or turn around what a person reads. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed here
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Text of the workspace as a Markdown code span: whatever it holds is shown as it is and nothing in it is a link. */
export function code(text: string): string {
  const clean = text.replace(HIDDEN, '').replaceAll(/\s+/g, ' ').trim()
  if (clean === '') return ''
  let fence = '`'
  while (clean.includes(fence)) fence += '`'
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}

/** Text of the workspace inside a Markdown sentence: every sign that Markdown or HTML might act on is escaped. */
export function plain(text: string): string {
  return text.replace(HIDDEN, '').replaceAll(/[\\`*_{}[\]()#+!|<>~&-]/g, (sign) => `\\${sign}`)
}

/** Markdown as plain text, for editors that show none: the few marks that we use ourselves are taken off. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replaceAll(/\\([\\`*_{}[\]()#+!|<>~&-])/g, '$1')
    .replaceAll('**', '')
    .replaceAll('`', '')
    .replaceAll(/^---$/gm, '')
}
