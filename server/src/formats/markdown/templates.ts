/** What a template of a site stands for, in plain Markdown. */
export interface Template {
  /** How long it is in the text. */
  readonly length: number;
  readonly text: string;
  /** The id of another concept that it leads to. */
  readonly target?: string;
  /** An address that it links to. */
  readonly url?: string;
  /** What is lost with it, as the site calls it: "the shortcode `feature-state`". */
  readonly lost?: string;
}

/**
 * Read the template at an offset, where `{{` or `{%` stands: a shortcode of Hugo, a macro of MDN, a tag of Liquid. Undefined
 * where none is. Looks at a bounded stretch of text.
 */
export function templateAt(text: string, at: number): Template | undefined {
  const stretch = text.slice(at, at + LONGEST);
  const opening = /^(?:\{\{[<%]|\{\{|\{%)/.exec(stretch)?.[0];
  if (opening === undefined) return undefined;
  const closing = opening === '{{<' ? '>}}' : opening === '{{%' ? '%}}' : opening === '{{' ? '}}' : '%}';
  const end = stretch.indexOf(closing, opening.length);
  if (end < 0) return undefined;
  const length = end + closing.length;
  const content = stretch.slice(opening.length, end).trim();
  if (opening === '{%') return { length, text: '', lost: `the tag \`${nameIn(content)}\`` };
  return { length, ...(opening === '{{' ? macro(content) : shortcode(content)) };
}

/** Longer templates, in UTF-16 units, are no words in a sentence. */
const LONGEST = 600;

type Meaning = Omit<Template, 'length'>;

/** `glossary_tooltip text="Pods" term_id="pod"`. Those that come in pairs stand around text, which stays. */
function shortcode(content: string): Meaning {
  if (content.startsWith('/') || PAIRS.has(nameIn(content))) return { text: '' };
  const name = nameIn(content);
  const fields = fieldsIn(content);
  const target = fields.get('term_id')?.trim() || undefined;
  const shown = fields.get('text') ?? (name === 'glossary_tooltip' ? target?.replace(/-/g, ' ') : undefined);
  const url = fields.get('url') ?? fields.get('href');
  return {
    text: shown ?? '',
    ...(target === undefined ? {} : { target }),
    ...(url === undefined || shown === undefined ? {} : { url }),
    ...(shown === undefined && target === undefined ? { lost: `the shortcode \`${name}\`` } : {}),
  };
}

/** What stands around text, by the names that themes of Hugo give it. */
const PAIRS = new Set([
  'note',
  'caution',
  'warning',
  'alert',
  'tip',
  'info',
  'important',
  'details',
  'pageinfo',
  'comment',
]);

/** `domxref("Element.click()", "click()")`: what it shows is its second word, or else its first. */
function macro(content: string): Meaning {
  const name = /^([A-Za-z]+)\s*\(/.exec(content)?.[1]?.toLowerCase();
  if (name === undefined) return { text: '', lost: `the macro \`${nameIn(content)}\`` };
  const words = Array.from(
    content.matchAll(/"([^"]*)"|'([^']*)'|(?<=[(,]\s?)(\d+)/g),
    ([, one, two, three]) => one ?? two ?? three ?? '',
  );
  const [first = '', second = ''] = words;
  if (name === 'glossary') return { text: second || first, target: first.trim().toLowerCase().replace(/\s+/g, '_') };
  if (name === 'rfc') return { text: `RFC ${first}` };
  if (name.endsWith('xref') || REFERENCES.has(name)) return { text: second || first };
  return { text: '', lost: `the macro \`${nameIn(content)}\`` };
}

/** Macros that write a name, besides those that end with `xref`. */
const REFERENCES = new Set([
  'htmlelement',
  'svgelement',
  'svgattr',
  'mathmlelement',
  'httpheader',
  'httpstatus',
  'httpmethod',
]);

function nameIn(content: string): string {
  return /^[^\s("]{1,60}/.exec(content)?.[0] ?? '';
}

function fieldsIn(content: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(
      content.matchAll(/\b(\w{1,40})\s?=\s?(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/g),
      ([, name = '', one, two, three]) => [name, one ?? two ?? three ?? ''],
    ),
  );
}
