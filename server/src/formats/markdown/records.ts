import type { Concept, Link } from '../../terminology/concept';
import type { Span } from '../../text/span';
import type { ConceptRecord, LocatedTerm, LocatedText } from '../concepts/conceptRecord';
import type { Leftovers } from '../concepts/leftOut';
import { createSlugs } from '../concepts/slug';
import { isUsableTerm, locatedTerm } from '../concepts/terms';
import { type GlossaryLimits, limitMessage } from '../limits';
import type { Problems } from '../problems';
import { cutText } from './cutText';
import type { ConceptDraft } from './draft';
import { anchorOf } from './headings';
import { plainText } from './inline';
import type { Page } from './mask';
import { listedNames } from './names';
import { isOnWeb, proseOf } from './prose';

/** Make records of drafts: ids first, so that links may lead to them. */
export function recordsOf(
  drafts: readonly ConceptDraft[],
  page: Page,
  source: string,
  limits: GlossaryLimits,
  problems: Problems,
  leftovers: Leftovers,
): readonly ConceptRecord[] {
  const written = new Set(drafts.flatMap(({ id }) => (id === undefined ? [] : [id.text])));
  const slug = createSlugs(written);
  const ids = drafts.map(({ id, terms }): LocatedText => id ?? { text: slug(terms[0].term.text), span: terms[0].span });
  const anchors = anchorsOf(drafts, ids);
  return drafts.map((draft, number) => {
    const id = ids[number] ?? { text: '', span: draft.span };
    return recordOf(draft, id, { page, source, limits, problems, leftovers, anchors });
  });
}

/** The ids of concepts by the anchors that lead to them, in lower case: what is written before what is made. */
function anchorsOf(drafts: readonly ConceptDraft[], ids: readonly LocatedText[]): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  const claim = (anchor: string, id: string) => {
    if (!anchors.has(anchor)) anchors.set(anchor, id);
  };
  for (const { text } of ids) claim(text.toLowerCase(), text);
  const counts = new Map<string, number>();
  for (const [number, { anchors: own }] of drafts.entries()) {
    for (const anchor of own) {
      const count = counts.get(anchor) ?? 0;
      counts.set(anchor, count + 1);
      claim(count === 0 ? anchor : `${anchor}-${count}`, ids[number]?.text ?? '');
    }
  }
  return anchors;
}

interface RecordReading {
  readonly page: Page;
  /** As it was handed over: names in comments are blanked on the page. */
  readonly source: string;
  readonly limits: GlossaryLimits;
  readonly problems: Problems;
  readonly leftovers: Leftovers;
  readonly anchors: ReadonlyMap<string, string>;
}

function recordOf(draft: ConceptDraft, id: LocatedText, reading: RecordReading): ConceptRecord {
  const { page, limits, problems, leftovers, anchors } = reading;
  const related = new Map<string, LocatedText>();
  const relate = (name: string, span: Span) => {
    if (name !== id.text && name !== '' && name.length <= limits.termLength && !related.has(name))
      related.set(name, { text: name, span });
  };
  const prose = {
    references: page.references,
    related(name: string, span: Span) {
      const target = anchors.get(name.toLowerCase()) ?? anchors.get(anchorOf(name));
      relate(target ?? name, span);
      return target === undefined ? undefined : `#${target}`;
    },
    lose: leftovers.add,
    link(address: string, span: Span) {
      if (isOnWeb(address)) return address;
      const target = address.startsWith('#') ? anchors.get(decoded(address.slice(1)).toLowerCase()) : undefined;
      if (target === undefined)
        leftovers.add(address.startsWith('#') ? 'links within the page' : 'links within the site', span);
      else relate(target, span);
      return target === undefined ? undefined : `#${target}`;
    },
  };
  const texts = draft.parts
    .map((part) => ({ part, text: settled(proseOf(page.text, part, prose), part, page, draft) }))
    .filter(({ text }) => text !== '');
  const [definition, ...rest] = texts;
  const end = draft.terms[0].span.end;
  const definitionSpan = definition?.part ?? { start: end, end };
  const description = cutText(
    rest.map(({ text }) => text).join('\n\n'),
    rest[0]?.part ?? definitionSpan,
    limits,
    problems,
  );
  const { others, links, category = draft.disambiguator } = labelledOf(draft, relate, reading);
  if (draft.disambiguator !== undefined && category !== draft.disambiguator)
    leftovers.add('a remark in brackets behind a term', draft.terms[0].span);
  const content: ConceptRecord['content'] = {
    definition: cutText(definition?.text ?? '', definitionSpan, limits, problems),
    ...(description === '' ? {} : { description }),
    ...(category === undefined ? {} : { category }),
    examples: [],
    faq: [],
    links,
  };
  const [first, ...named] = draft.terms;
  return {
    id,
    terms: [first, ...named, ...others],
    related: [...related.values()],
    content,
    definitionSpan,
    span: draft.span,
  };
}

function labelledOf(
  { labelled }: ConceptDraft,
  relate: (name: string, span: Span) => void,
  { page, source, limits, problems, anchors }: RecordReading,
): {
  readonly others: readonly LocatedTerm[];
  readonly links: readonly Link[];
  readonly category: Concept['category'];
} {
  const others: LocatedTerm[] = [];
  const links: Link[] = [];
  let category: string | undefined;

  function addTerm(text: string, span: Span, make: () => LocatedTerm) {
    if (text.length > limits.termLength) {
      problems.report(
        'too-long',
        span,
        limitMessage('This term has too many characters', text.length, limits.termLength, 'it is left out'),
      );
    } else if (isUsableTerm(text)) others.push(make());
  }

  for (const { label, value } of labelled) {
    if (label === 'category') {
      const text = plainText(page.text.slice(value.start, Math.min(value.end, value.start + 500))).text;
      if (text !== '') category ??= text;
    } else if (label === 'links') {
      for (const match of page.text
        .slice(value.start, value.end)
        .matchAll(/\[((?:[^[\]\\]|\\.){1,300})\]\((https?:\/\/[^\s()<>]{1,2000})\)/g)) {
        links.push({ title: plainText(match[1] ?? '').text, url: match[2] ?? '' });
      }
    } else if (label === 'related') {
      for (const { text, span } of listedNames(page.text, value, false)) {
        const address = /\]\(#([^\s()]{1,400})\)/.exec(page.text.slice(span.start, span.end))?.[1];
        relate((address === undefined ? undefined : anchors.get(decoded(address).toLowerCase())) ?? text, span);
      }
    } else {
      for (const { text, span, reason } of listedNames(source, value, label === 'avoid')) {
        addTerm(text, span, () => {
          if (label !== 'avoid')
            return locatedTerm(text, span, 'admitted', label === 'also' ? 'variant' : 'abbreviation');
          const { term } = locatedTerm(text, span, 'deprecated', 'variant');
          return { term: reason === undefined ? term : { ...term, reason }, span };
        });
      }
    }
  }
  return { others, links, category };
}

/** Take out of a text what the place that it stood in asked for: indentation in a list, escaped bars in a table. */
function settled(text: string, { start }: Span, page: Page, { isRow }: ConceptDraft): string {
  if (isRow === true) return text.replaceAll('\\|', '|');
  let before = start;
  while (before > 0 && ' \t'.includes(page.text.charAt(before - 1))) before--;
  return before === 0 || page.text.charAt(before - 1) === '\n' ? text : dedented(text);
}

/** Take off the indentation that all lines but the first share: of an item of a list. */
function dedented(text: string): string {
  const [first = '', ...lines] = text.split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line !== '') shared = Math.min(shared, line.length - line.trimStart().length);
  return shared === 0 || lines.length === 0 ? text : [first, ...lines.map((line) => line.slice(shared))].join('\n');
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
