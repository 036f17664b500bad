import { stringify } from 'yaml';
import { isExact, type Term } from '../../terminology/concept';
import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { replacementsOf, type WordReplacement, wordingsOf } from '../concepts/replacements';
import { addUnkeptFields } from '../concepts/unkeptFields';
import type { GlossaryWriter } from '../format';

/** Writes a style and a vocabulary of Vale; the paths are those below its folder `styles`. */
export const valeWriter: GlossaryWriter = {
  write(glossary) {
    const leftOut = createLeftovers();
    addUnkeptFields(glossary, leftOut);
    const name = styleName(glossary.name);
    const pairs = replacementsOf(glossary, leftOut).filter((pair) => canBeWritten(pair, leftOut));
    const folding = pairs.filter((pair) => !pair.isExact);
    const binding = pairs.filter((pair) => pair.isExact);
    const rules = [
      [folding.length === 0 ? undefined : substitution(folding, true), 'Terms'],
      [binding.length === 0 ? undefined : substitution(binding, false), 'TermsExact'],
      [acronyms(glossary), 'Acronyms'],
    ] as const;
    const files = [{ path: `config/vocabularies/${name}/accept.txt`, text: vocabulary(glossary) }];
    for (const [rule, file] of rules) {
      if (rule !== undefined) files.push({ path: `${name}/${file}.yml`, text: stringify(rule, { lineWidth: 0 }) });
    }
    return { files, leftOut: leftOut.list() };
  },
};

/** Name the folders of a glossary: words with a capital, joined, since Vale takes the name out of its configuration. */
function styleName(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const joined = words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .slice(0, LONGEST_NAME);
  return joined === '' || TAKEN_NAMES.has(joined.toLowerCase()) ? 'Glossary' : joined;
}

/** Folders with longer names are a burden on some systems. */
const LONGEST_NAME = 60;

/** Vale has folders of these names, and Windows has none of the others. */
const TAKEN_NAMES: ReadonlySet<string> = new Set(['config', 'vale', 'con', 'prn', 'aux', 'nul']);

/** Vale reads what to write as a list of choices at `|`, and looks for words between ends of words alone. */
function canBeWritten({ avoided, preferred }: WordReplacement, leftOut: Leftovers): boolean {
  if (!startsAndEndsInWord(avoided)) {
    leftOut.add('terms to avoid that begin or end with a sign');
    return false;
  }
  if (!preferred.includes('|')) return true;
  leftOut.add('terms to avoid for one with a `|`');
  return false;
}

function startsAndEndsInWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}_]/u.test(text) && /[\p{L}\p{M}\p{N}_]$/u.test(text);
}

function substitution(pairs: readonly WordReplacement[], ignorecase: boolean): object {
  return {
    extends: 'substitution',
    message: "Use '%s' instead of '%s'.",
    level: 'warning',
    ignorecase,
    action: { name: 'replace' },
    swap: new Map(pairs.map(({ avoided, preferred }) => [escaped(avoided), preferred])),
  };
}

/** Every abbreviation wants an explanation but for those of the glossary; the pattern is the one of the styles of Vale. */
function acronyms({ concepts }: GlossaryContent): object | undefined {
  const texts = concepts
    .flatMap(({ terms }) => terms.filter(({ status }) => status !== 'deprecated'))
    .map(({ text }) => text)
    .filter((text) => /^[A-Z]{3,5}$/.test(text));
  if (texts.length === 0) return undefined;
  return {
    extends: 'conditional',
    message: "'%s' has no explanation.",
    level: 'suggestion',
    ignorecase: false,
    first: '\\b([A-Z]{3,5})\\b',
    second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)',
    exceptions: [...new Set(texts)].sort(),
  };
}

/** List what is spelt right, a pattern on each line. */
function vocabulary({ concepts, language }: GlossaryContent): string {
  const lines = new Set<string>();
  for (const { terms } of concepts) {
    for (const term of terms) {
      if (term.status === 'deprecated') continue;
      for (const wording of wordingsOf(term, language)) lines.add(acceptedAs(term, wording));
    }
  }
  return [...lines].map((line) => `${line}\n`).join('');
}

/** Vale has each line bind its capitals, unless it says otherwise. */
function acceptedAs(term: Term, wording: string): string {
  const binds = term.caseRule !== 'fold' && (isExact(term) || /\p{Lu}/u.test(wording));
  return binds ? escaped(wording) : `(?i)${escaped(wording)}`;
}

/** Write a text as a regular expression that stands for it alone; `#` would begin a comment. */
function escaped(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}#]/g, '\\$&');
}
