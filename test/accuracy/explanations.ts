import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Outcome } from './outcomes';

/** Who would have to change for a mark to be found. */
export type Party = 'the glossary' | 'the mark' | 'Glossary Lens';

/** Why a mark is not found, in the words of somebody who looked. */
export interface Explanation {
  /** The text of the mark, in lower case. */
  readonly text: string;
  readonly conceptId: string;
  readonly party: Party;
  readonly why: string;
}

const file = path.join(import.meta.dirname, 'explanations.jsonl');

/** Read the explanations and find that of a miss. */
export function readExplanations(): (outcome: Outcome) => Explanation | undefined {
  const explanations = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Explanation);
  const byMark = new Map(explanations.map((explanation) => [keyOf(explanation), explanation]));
  return ({ document, mark }) => {
    const text = document.text.slice(mark.span.start, mark.span.end).toLowerCase();
    return byMark.get(keyOf({ text, conceptId: mark.conceptId }));
  };
}

function keyOf({ text, conceptId }: Pick<Explanation, 'text' | 'conceptId'>): string {
  return `${text}\n${conceptId}`;
}
