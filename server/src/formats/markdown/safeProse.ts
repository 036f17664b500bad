import { labelOf } from './labels';
import { closesFence, fenceOf } from './mask';

/**
 * Change a text as little as it takes to stand below a heading of a term: headings in it become lower ones, what would read as a
 * line of the concept or a template is escaped, and what it leaves open is closed.
 */
export function safeProse(markdown: string): string {
  if (markdown === '') return '';
  let fence = '';
  let before = '';
  const lines = markdown
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => {
      const marker = fenceOf(line);
      const isCode = fence !== '' || marker !== '';
      if (fence === '') fence = marker;
      else if (closesFence(marker, fence)) fence = '';
      const safe = isCode ? line : safeLine(line, before);
      before = isCode ? '' : line;
      return safe;
    });
  if (fence !== '') lines.push(fence.trimEnd());
  return withoutOpenComment(lines.join('\n'));
}

function safeLine(line: string, before: string): string {
  const text = line.trimStart();
  const indentation = line.slice(0, line.length - text.length);
  if (/^#{1,2}(?=\s|$)/.test(text)) return `${indentation}###${text.replace(/^#+/, '')}`;
  if (before.trim() !== '' && /^(?:=+|-+)\s*$/.test(text)) return `${indentation}\\${text}`;
  if (text.startsWith('*[')) return `${indentation}\\${text}`;
  const label = labelOf(text);
  const escapedLabel = label === undefined ? text : text.replace(/[:：]/u, '\\$&');
  return indentation + escapedLabel.replace(/(?<!\\)(?:\{\{|\{%|\[\[)/g, '\\$&');
}

/** A comment that nothing closes would go on into the next concept. */
function withoutOpenComment(text: string): string {
  const open = text.lastIndexOf('<!--');
  return open < 0 || text.indexOf('-->', open + 4) >= 0 ? text : `${text.slice(0, open)}<\\!--${text.slice(open + 4)}`;
}
