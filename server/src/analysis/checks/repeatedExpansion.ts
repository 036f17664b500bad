import type { CheckedDocument, DocumentMention } from '../checkedDocument';
import { mentionsByAbbreviation, runningTextOf } from '../documentAbbreviations';
import type { Fix } from '../finding';
import { replaceFix } from '../replacement';
import { isReplaceable } from '../usePlace';
import type { DocumentCheck } from './check';

/** A long form with its abbreviation that was introduced before. Headings are read by themselves, and so may say it again. */
export const repeatedExpansion: DocumentCheck = {
  name: 'repeated-expansion',
  scope: 'document',
  readsMentions: true,
  defaultSeverity: 'information',
  summary: 'An abbreviation that is introduced a second time',
  *find(document) {
    const isInRunningText = runningTextOf(document);
    for (const [abbreviation, mentions] of mentionsByAbbreviation(document)) {
      let first: Introduced | undefined;
      for (const mention of mentions) {
        const introduced = isInRunningText(mention) ? introducedBy(mention, document) : undefined;
        if (introduced === undefined) continue;
        first ??= introduced;
        // What stands for something else here has to be told apart.
        if (first === introduced || !isSameForm(first.longForm, introduced.longForm)) continue;
        yield {
          span: introduced.whole,
          message: `"${abbreviation}" is introduced already: use it alone`,
          fixes: fixesOf(introduced, first, document),
          related: [{ message: `Introduced here as "${first.longForm}"`, span: first.whole }],
        };
      }
    }
  },
};

interface Introduced {
  readonly longForm: string;
  /** As it is written, endings included. */
  readonly short: string;
  readonly whole: DocumentMention['span'];
}

function introducedBy(mention: DocumentMention, document: CheckedDocument): Introduced | undefined {
  const { expansion, span } = mention;
  if (expansion === undefined) return undefined;
  return {
    longForm: expansion.text.replace(/\s+/gu, ' '),
    short: document.text.slice(span.start, span.end),
    whole: expansion.whole,
  };
}

function isSameForm(one: string, other: string): boolean {
  return singularOf(one) === singularOf(other);
}

function singularOf(longForm: string): string {
  return longForm
    .toLowerCase()
    .replace(/[\s-]+/gu, ' ')
    .replace(/s$/u, '');
}

function fixesOf({ longForm, short, whole }: Introduced, first: Introduced, { text }: CheckedDocument): readonly Fix[] {
  const written = text.slice(whole.start, whole.end);
  // Whatever else stands in the brackets, or markup around one of the two, a person has to keep.
  const isBare = written === `${longForm} (${short})` || written === `${short} (${longForm})`;
  if (!isBare || !isReplaceable(text, whole)) return [];
  return [replaceFix({ span: whole, text: written }, inNumberOf(longForm, short, first.longForm), text, true)];
}

/** Where the long form is in the plural and the abbreviation behind it is not, it has to take over: `leases (L)`. */
function inNumberOf(longForm: string, short: string, firstForm: string): string {
  const isPlural = longForm.toLowerCase() === `${firstForm.toLowerCase()}s`;
  return isPlural && /[A-Z0-9]$/u.test(short) ? `${short}s` : short;
}
