import type { Span } from '../../text/span';
import type { LocatedTerm } from '../concepts/conceptRecord';
import { locatedTerm } from '../concepts/terms';
import type { Block } from './blocks';
import { type ConceptDraft, type Labelled, writtenTerms } from './draft';
import { labelOf } from './labels';
import { expansion, type StructureReading, termsAt } from './structureReading';
import { tableRows } from './tables';

/** Find the concepts in a block whose form says what is a term and what its definition; none in any other. */
export function conceptsIn(block: Block, reading: StructureReading): readonly ConceptDraft[] {
  switch (block.kind) {
    case 'abbreviation':
      return expansion(block.short, block.long, block.span, reading);
    case 'definitions':
      return definitions(block, reading);
    case 'table':
      return tableRows(block, reading);
    case 'list':
      return listItems(block, reading);
    case 'paragraph':
      return boldTerm(block.span, reading);
    default:
      return [];
  }
}

function definitions(
  block: Extract<Block, { kind: 'definitions' }>,
  reading: StructureReading,
): readonly ConceptDraft[] {
  const { text } = reading;
  let id: ConceptDraft['id'];
  const terms: LocatedTerm[] = [];
  let disambiguator: string | undefined;
  for (const line of block.terms) {
    const anchor = /^\$\$\$([^$\s]{1,200})\$\$\$\s*/.exec(text.slice(line.start, line.end));
    const span = { start: line.start + (anchor?.[0].length ?? 0), end: line.end };
    if (anchor !== null) id ??= { text: anchor[1] ?? '', span: { start: line.start, end: span.start } };
    const written = termsAt(span, id?.text, reading);
    if (written === undefined) continue;
    disambiguator ??= written.disambiguator;
    for (const located of written.terms) {
      const { term } = located;
      terms.push(terms.length === 0 || term.status !== 'preferred' ? located : asOther(located));
    }
  }
  const [first, ...others] = terms;
  if (first === undefined) return [];
  const { parts, labelled } = withoutLabels(text, block.details);
  return [
    {
      terms: [first, ...others],
      ...(disambiguator === undefined ? {} : { disambiguator }),
      ...(id === undefined ? {} : { id }),
      anchors: [],
      parts,
      labelled,
      span: block.span,
    },
  ];
}

function asOther({ term, span }: LocatedTerm): LocatedTerm {
  return locatedTerm(term.text, span, 'admitted', 'variant');
}

/** A list is one of terms where two items are, and most. */
function listItems({ items }: Extract<Block, { kind: 'list' }>, reading: StructureReading): readonly ConceptDraft[] {
  const found = items.flatMap((item) => boldTerm(item, reading));
  return found.length >= 2 && 3 * found.length >= 2 * items.length ? found : [];
}

/** `**Term**: definition`, `**Term** – definition`, `**Term (ABBR):** definition`. */
function boldTerm(span: Span, reading: StructureReading): readonly ConceptDraft[] {
  const { text, longest } = reading;
  const head = text.slice(span.start, Math.min(span.end, span.start + 2 * longest + 50));
  const [mark, , title = '', ending = ''] = BOLD.exec(head) ?? [];
  if (mark === undefined || (!title.endsWith(':') && !title.endsWith('：') && ending.trim() === '')) return [];
  if (labelOf(head) !== undefined || REMARKS.test(title)) return [];
  const group = /^\s*\([^()]{1,200}\)/.exec(ending)?.[0] ?? '';
  const separator = ending.slice(group.length).trim();
  if (separator === '' && !/[:：]$/.test(title)) return [];
  const place = { start: span.start + 2, end: span.start + 2 + title.length };
  const written = writtenTerms(`${title.replace(/[:：]$/, '')} ${group}`.trim(), place, undefined, longest);
  const rest = { start: span.start + mark.length, end: span.end };
  if (written === undefined) return [];
  const { parts, labelled } = withoutLabels(text, [rest]);
  return parts.length === 0 ? [] : [{ ...written, anchors: [], parts, labelled, span }];
}

const BOLD = /^(\*\*|__)(?=\S)((?:(?!\1)[^\n]){1,220}?)\1((?:\s*\([^()\n]{1,200}\))?\s*(?:[:：]|[-–—]{1,2}(?=\s))?)\s*/;
/** What stands in bold before a remark. */
const REMARKS =
  /^(?:attention|caution|danger|example|examples|hint|important|info|note|notes|spelling|tip|todo|warning)[:.]?$/i;

/** Part stretches from the lines in them that begin with a label. */
export function withoutLabels(
  text: string,
  stretches: readonly Span[],
): { readonly parts: readonly Span[]; readonly labelled: readonly Labelled[] } {
  const parts: Span[] = [];
  const labelled: Labelled[] = [];
  for (const { start, end } of stretches) {
    let from = start;
    for (let lineStart = start; lineStart < end; ) {
      const lineBreak = text.indexOf('\n', lineStart);
      const lineEnd = lineBreak < 0 || lineBreak > end ? end : lineBreak;
      let at = lineStart;
      while (at < lineEnd && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
      const mark = labelOf(text.slice(at, Math.min(lineEnd, at + 60)));
      if (mark !== undefined) {
        push(from, lineStart);
        labelled.push({ label: mark.label, value: { start: Math.min(at + mark.length, lineEnd), end: lineEnd } });
        from = Math.min(lineEnd + 1, end);
      }
      lineStart = lineEnd + 1;
    }
    push(from, end);
  }
  return { parts, labelled };

  function push(from: number, to: number) {
    let [start, end] = [from, to];
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    if (start < end) parts.push({ start, end });
  }
}
