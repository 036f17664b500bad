import { oneLine, visible } from './escape';
import { readField } from './fieldReader';
import type { Markup, Piece } from './markup';

/** Write a Markdown field as text for a terminal, or for an editor that shows no Markdown: no marks, nothing invisible. */
export function plainText(source: string): string {
  return readField(source, plain)
    .map((block) => block.text)
    .join('\n\n');
}

/** Text that reads well as it stands: underlined headings, indented code, addresses behind their texts. */
export const plain: Markup = {
  kind: 'plaintext',
  text: (text) => oneLine(visible(text)),
  emphasis: (inline) => inline,
  strong: (inline) => inline,
  link: (inline, url) => inline + addressBehind(inline, url),
  heading: (level, inline) => `${inline}\n${(level === 1 ? '=' : '-').repeat(Math.min(inline.length, 60))}`,
  rule: '',
  labelEnd: ':',
  lines: writeLines,
  codeBlock: (value) => value.split('\n').map((line) => (line === '' ? '' : `    ${line}`)),
  table: (rows) => rows.map((cells) => cells.join('  |  ').trimEnd()),
  quotePrefix: '> ',
};

function writeLines(pieces: readonly Piece[]): string[] {
  let written = '';
  let linkStart = 0;
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'text':
      case 'code':
        written += piece.value;
        break;
      case 'break':
        written += '\n';
        break;
      case 'linkOpen':
        linkStart = written.length;
        break;
      case 'linkClose':
        written += addressBehind(written.slice(linkStart), piece.url);
        break;
    }
  }
  const lines = written.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '');
}

function addressBehind(text: string, url: string | undefined): string {
  const address = visible(url ?? '');
  return address === '' || address === text || address === `mailto:${text}` ? '' : ` (${address})`;
}
