import { oneLine, visible } from '../../terminology/card/escape';
import { type AbbreviationUsage, placeText } from './usageReport';

/**
 * Write records for abbreviations in the format of glossaries, to be pasted into one. What only a person can tell is left
 * empty, so that editors point at it and nobody reads a definition that is none. Where each is met first is a comment.
 */
export function draftRecords(abbreviations: readonly AbbreviationUsage[]): string {
  if (abbreviations.length === 0) return '';
  return `concepts:\n${abbreviations.map(draftRecord).join('\n')}`;
}

function draftRecord({ abbreviation, uses, documents, first, sentence, expansion }: AbbreviationUsage): string {
  const comments = [
    `${placeText(first)}: ${sentence}`,
    ...(uses > 1 ? [`Used ${uses} times in ${documents === 1 ? 'one document' : `${documents} documents`}.`] : []),
    ...(expansion === undefined ? [] : [`${placeText(expansion.place)} says what it stands for.`]),
  ];
  const fields =
    expansion === undefined
      ? [`- term: ${scalar(abbreviation)}`, '  definition:']
      : [`- term: ${scalar(expansion.text)}`, `  abbreviations: [${scalar(abbreviation)}]`, '  definition:'];
  return [...comments.map((comment) => `# ${onOneLine(comment)}`), ...fields].map((line) => `  ${line}\n`).join('');
}

/** A comment ends with its line, whatever YAML takes for the end of one. */
function onOneLine(text: string): string {
  return visible(oneLine(text));
}

/** Words that are no more than words need no quotes: YAML reads nothing else into them. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/;

/** A string of JSON is one of YAML, too. */
function scalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.has(text.toLowerCase()) ? text : JSON.stringify(visible(text));
}

const RESERVED = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
