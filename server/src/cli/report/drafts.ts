import { inertMessage, inertPath } from '../formats/inertText';
import { jsonText } from '../formats/jsonText';
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
    `${inertPath(placeText(first))}: ${inertMessage(sentence)}`,
    ...(uses > 1 ? [`Used ${uses} times in ${documents === 1 ? 'one document' : `${documents} documents`}.`] : []),
    ...(expansion === undefined ? [] : [`${inertPath(placeText(expansion.place))} says what it stands for.`]),
  ];
  const fields =
    expansion === undefined
      ? [`- term: ${scalar(abbreviation)}`, '  definition:']
      : [`- term: ${scalar(expansion.text)}`, `  abbreviations: [${scalar(abbreviation)}]`, '  definition:'];
  return [...comments.map((comment) => `# ${comment}`), ...fields].map((line) => `  ${line}\n`).join('');
}

/** Words that are no more than words need no quotes: YAML reads nothing else into them. */
const PLAIN = /^[A-Za-z][A-Za-z0-9]*(?:[ -][A-Za-z0-9]+)*$/;

/** A string of JSON is one of YAML, too. Elsewhere nothing is quoted, and a comment ends with its line. */
function scalar(text: string): string {
  return PLAIN.test(text) && !RESERVED.has(text.toLowerCase()) ? text : jsonText(text);
}

const RESERVED = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);
