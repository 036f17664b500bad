import type { Link, Question } from '../../terminology/concept';

/** What the `meta` of a term says for the fields of a concept; all that says something else is lines of its description. */
export interface MetaContent {
  readonly avoided: readonly AvoidedName[];
  readonly related: readonly Part[];
  readonly links: readonly Link[];
  readonly faq: readonly Question[];
  readonly audience: readonly string[];
  readonly pronunciation?: string;
  readonly plain?: string;
  readonly lines: readonly string[];
}

/** A name and a text below `meta`. */
export interface Meta {
  readonly name: string;
  readonly text: string;
}

/** A part of the text of a meta and where it begins there. */
export interface Part {
  readonly text: string;
  readonly offset: number;
  /** Which of the metas it is in. */
  readonly meta: number;
}

/** A name that is not to be used, and why. */
export interface AvoidedName extends Part {
  readonly reason?: string;
}

/** The names under which what Contextive has no field for is written; others are read as well. */
export const META_NAMES = {
  related: 'Related:',
  avoided: 'Avoid:',
  links: 'Links:',
  audience: 'Audience:',
  pronunciation: 'Pronunciation:',
  plain: 'In plain words:',
} as const;

/** Read the metas of a term, each as a field where its name and its text are of one, and as a line otherwise. */
export function readMetas(metas: readonly Meta[], longestName: number): MetaContent {
  const content = {
    avoided: [] as AvoidedName[],
    related: [] as Part[],
    links: [] as Link[],
    faq: [] as Question[],
    audience: [] as string[],
    lines: [] as string[],
  };
  const single: { pronunciation?: string; plain?: string } = {};
  for (const [number, meta] of metas.entries()) {
    const parts = partsOf(meta.text, number);
    const field = metaField(meta.name);
    const areNames = parts.length > 0 && parts.every(({ text }) => isName(text, longestName));
    const links = field === 'links' ? linksIn(parts) : undefined;
    const isLine = !/[\r\n]/.test(meta.text);
    if (links !== undefined) for (const link of links) content.links.push(link);
    else if (field === 'related' && areNames) for (const part of parts) content.related.push(part);
    else if (field === 'avoided' && areNames) for (const part of parts) content.avoided.push(avoidedName(part));
    else if (field === 'audience' && areNames) for (const { text } of parts) content.audience.push(text);
    else if ((field === 'pronunciation' || field === 'plain') && isLine && single[field] === undefined)
      single[field] = meta.text;
    else if (isQuestion(meta.name)) content.faq.push({ question: meta.name, answer: meta.text });
    else content.lines.push(lineOfMeta(meta));
  }
  return { ...content, ...single };
}

/** Tell which field the name of a meta stands for, whatever signs and capitals it is written with: `🌐 Ref:`. */
export function metaField(name: string): string | undefined {
  const words = name
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, ' ')
    .trim()
    .replace(/\s+/gu, ' ')
    .toLowerCase();
  return FIELDS.get(words);
}

/** Read a text that is one link of Markdown to a web address; undefined for any other. */
export function linkIn(text: string): Link | undefined {
  const found = /^\[([^[\]]+)\]\((https?:\/\/[^\s<>[\]\\/?#][^\s<>[\]\p{Cc}]*)\)$/iu.exec(text);
  const [, title = '', url = ''] = found ?? [];
  return found === null || title.trim() === '' ? undefined : { title: title.trim(), url };
}

const FIELDS = new Map([
  ['related', 'related'],
  ['related terms', 'related'],
  ['see also', 'related'],
  ['avoid', 'avoided'],
  ['links', 'links'],
  ['link', 'links'],
  ['ref', 'links'],
  ['refs', 'links'],
  ['reference', 'links'],
  ['references', 'links'],
  ['source', 'links'],
  ['wiki', 'links'],
  ['docs', 'links'],
  ['audience', 'audience'],
  ['pronunciation', 'pronunciation'],
  ['in plain words', 'plain'],
  ['owner', 'owner'],
  ['owners', 'owner'],
  ['owned by', 'owner'],
  ['team', 'owner'],
]);

/** Part a text at its commas, but for those in brackets. */
function partsOf(text: string, meta: number): readonly Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text.charAt(index);
    if (character === '(' || character === '[') depth++;
    else if (character === ')' || character === ']') depth--;
    if (index < text.length && (character !== ',' || depth > 0)) continue;
    const written = text.slice(start, index);
    const part = written.trim();
    if (part !== '') parts.push({ text: part, offset: start + written.length - written.trimStart().length, meta });
    start = index + 1;
  }
  return parts;
}

/** Whether a part can be a name: what is marked up or goes over lines is meant to be read. */
function isName(text: string, longest: number): boolean {
  return text.length <= longest && !/[\r\n]|\]\(/.test(text);
}

/** A reason stands in brackets: `kubernates (a misspelling)`. */
function avoidedName({ text, ...place }: Part): AvoidedName {
  const open = text.indexOf(' (');
  if (open <= 0 || !text.endsWith(')')) return { text, ...place };
  const reason = text.slice(open + 2, -1).trim();
  const name = text.slice(0, open).trim();
  return reason === '' || name === '' ? { text, ...place } : { text: name, reason, ...place };
}

function linksIn(parts: readonly Part[]): readonly Link[] | undefined {
  const links = parts.map(({ text }) => linkIn(text)).filter((link) => link !== undefined);
  return links.length > 0 && links.length === parts.length ? links : undefined;
}

function isQuestion(name: string): boolean {
  return /[?？؟]$/u.test(name) && /\p{L}/u.test(name);
}

/** A name that is marked up already stays as it is. */
function lineOfMeta({ name, text }: Meta): string {
  return /[*_`[\]]/.test(name) ? `${name} ${text}` : `**${name}** ${text}`;
}
