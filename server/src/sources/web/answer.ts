import { decodeText } from './standards';

/** What an answer of status 200 holds. */
export type AnswerContent =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` reads after a colon. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Take the text out of an answer, where it can be that of a glossary. */
export function contentOf(headers: ReadonlyMap<string, string>, body: Uint8Array): AnswerContent {
  const { type, charset } = readContentType(headers.get('content-type') ?? '');
  if (PAGES.has(type)) return failed(`it answers with a page (${type}), not a glossary: a login page?`);
  if (charset !== undefined && !READABLE.has(charset)) {
    return failed(`it answers in the encoding ${charset}; serve it as UTF-8`);
  }
  if (body.length === 0) return failed('it answers with nothing');
  const text = decodeText(body);
  if (text === undefined) return failed('it is not UTF-8 text; save it as UTF-8');
  // Some servers call everything text.
  if (STARTS_AS_PAGE.test(text.slice(0, START))) {
    return failed('it answers with a page of HTML, not a glossary: a login page?');
  }
  return { kind: 'text', text };
}

/** Say what a status other than 200 and 304 means for a glossary. */
export function statusFailure(status: number): string {
  if (status === 401 || status === 403) return `it answers ${status}: it wants an access token, or another one`;
  if (status === 404 || status === 410) return `it answers ${status}: there is nothing at that address`;
  if (status === 429) return 'it answers 429: it is asked too often';
  if (status >= 500) return `it answers ${status}: the server has a fault`;
  return `it answers ${status}, which is no glossary`;
}

/** What a server says of how long an answer holds, in seconds, within what is sensible; undefined where it says nothing. */
export function maxAgeOf(headers: ReadonlyMap<string, string>): number | undefined {
  const directives = (headers.get('cache-control') ?? '').toLowerCase().split(',', MOST_DIRECTIVES);
  const trimmed = directives.map((directive) => directive.trim());
  if (trimmed.includes('no-cache') || trimmed.includes('no-store')) return SHORTEST_AGE;
  const written = trimmed.find((directive) => directive.startsWith('max-age='))?.slice('max-age='.length);
  if (written === undefined || !/^"?\d{1,10}"?$/.test(written)) return undefined;
  return Math.min(LONGEST_AGE, Math.max(SHORTEST_AGE, Number(written.replaceAll('"', ''))));
}

/** Nobody is asked again sooner, in seconds, whatever a configuration or a server says. */
export const SHORTEST_AGE = 60;
/** What a server says counts up to a day, in seconds: it may say a year of what changes in an hour. */
const LONGEST_AGE = 86_400;
const MOST_DIRECTIVES = 20;

/** Give the value of a header that is sent back later; undefined where it could be more than one header then. */
export function headerToKeep(value: string | undefined): string | undefined {
  return value !== undefined && /^[\x21-\x7e][\x20-\x7e]{0,511}$/.test(value) ? value : undefined;
}

const PAGES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml']);
const READABLE: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);
/** Characters of a text that tell whether it is a page. */
const START = 200;
const STARTS_AS_PAGE = /^\s*<(?:!doctype\s+html|html)\b/i;

function readContentType(value: string): { readonly type: string; readonly charset: string | undefined } {
  const [type = '', ...parameters] = value.toLowerCase().slice(0, LONGEST_TYPE).split(';');
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='));
  const named = charset?.slice('charset='.length).replaceAll('"', '').trim();
  return { type: inert(type.trim()), charset: named === undefined ? undefined : inert(named) };
}

const LONGEST_TYPE = 200;

/** What a server sends is shown to people. */
function inert(text: string): string {
  return text.replace(/[^\w.+/-]/g, '').slice(0, 60);
}

function failed(reason: string): AnswerContent {
  return { kind: 'failed', reason };
}
