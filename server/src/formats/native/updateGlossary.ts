import type { Concept } from '../../terminology/concept';
import { createLeftovers } from '../concepts/leftOut';
import { additionEdits, applyEdits, fieldEdits, saysSame } from './glossaryEdits';
import { isTermAlone, keptConcept } from './keptConcept';
import type { TextEdit } from './lineEdits';
import { findField, type OpenGlossary, openGlossary } from './openGlossary';
import { readUsage, type Usage } from './termRecord';
import { type WrittenField, writtenConcept } from './written';

/** A glossary with what others say put into it. */
export interface UpdatedGlossary {
  readonly text: string;
  /** The ids of the concepts that it did not have. */
  readonly added: readonly string[];
  /** The ids of those that say something else now. */
  readonly changed: readonly string[];
  /** The ids of those that the text has no place for; it was left as it is there. */
  readonly unplaced: readonly string[];
}

/**
 * Put concepts into a glossary in our format: those whose id is not there come to its end, and of others the fields are set
 * that differ. What they do not say stays, and so does every other character. Undefined where the text does not parse, or
 * uses aliases.
 */
export function updateGlossary(text: string, concepts: readonly Concept[]): UpdatedGlossary | undefined {
  const file = openGlossary(text);
  if (file === undefined) return undefined;
  const numbers = new Map(file.concepts.map(({ id }, number) => [id, number]));
  const incoming = new Map(
    concepts
      .map((concept) => keptConcept(concept, createLeftovers()))
      .filter((concept) => concept !== undefined)
      .map((concept) => [concept.id, concept]),
  );
  const unplaced = new Set(concepts.map(({ id }) => id).filter((id) => !incoming.has(id)));
  // What does not read as it should is left out, and the others are tried again without it.
  for (let round = 0; round < ROUNDS; round++) {
    const plan = planFor(file, numbers, incoming, unplaced);
    const changed = plan && applyEdits(text, plan.edits);
    const after = changed === undefined ? undefined : openGlossary(changed);
    if (plan === undefined || changed === undefined || after === undefined) return undefined;
    const wrong = wrongIn(file, after, plan, incoming);
    if (wrong === undefined) return undefined;
    if (wrong.length === 0) return { text: changed, added: plan.added, changed: plan.changed, unplaced: [...unplaced] };
    for (const id of wrong) unplaced.add(id);
  }
  return undefined;
}

const ROUNDS = 3;

interface Plan {
  readonly edits: readonly TextEdit[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

function planFor(
  file: OpenGlossary,
  numbers: ReadonlyMap<string, number>,
  incoming: ReadonlyMap<string, Concept>,
  unplaced: Set<string>,
): Plan | undefined {
  const edits: TextEdit[] = [];
  const changed: string[] = [];
  const added: Concept[] = [];
  for (const [id, concept] of incoming) {
    if (unplaced.has(id)) continue;
    const number = numbers.get(id);
    if (number === undefined) {
      // What reads ours leaves such a one out.
      if (isTermAlone(concept)) unplaced.add(id);
      else added.push(concept);
      continue;
    }
    const differing = differences(file, number, concept).map((field) => fieldEdits(file, number, field));
    if (differing.some((found) => found === undefined)) unplaced.add(id);
    else if (differing.length > 0) {
      changed.push(id);
      for (const found of differing) edits.push(...(found ?? []));
    }
  }
  const additions = additionEdits(file, added);
  if (additions === undefined) {
    for (const { id } of added) unplaced.add(id);
    return { edits, added: [], changed };
  }
  return { edits: [...edits, ...additions], added: added.map(({ id }) => id), changed };
}

/** List the fields that a concept says and the glossary does not, or says otherwise. */
function differences(file: OpenGlossary, number: number, concept: Concept): readonly WrittenField[] {
  const [old, usage] = [file.concepts[number], usageAt(file, number)];
  if (old === undefined) return [];
  const said = new Map(writtenConcept(old, usage).map(({ name, value }) => [name, JSON.stringify(value)]));
  return writtenConcept(concept, usage).filter(({ name, value }) => said.get(name) !== JSON.stringify(value));
}

/** Read what the record of a concept says of all its terms. */
function usageAt(file: OpenGlossary, number: number): Usage {
  const record = file.records[number];
  const fields = new Map(
    (['case', 'pos'] as const).flatMap((name) => {
      const found = record && findField(file, record, name);
      return found === undefined || found.value.kind === 'empty'
        ? []
        : [[name, { name, nameSpan: found.name, value: found.value }] as const];
    }),
  );
  return readUsage(file.reading, fields);
}

/** List what does not read as it should; undefined where it is something that nobody asked for. */
function wrongIn(
  before: OpenGlossary,
  after: OpenGlossary,
  { added, changed }: Plan,
  incoming: ReadonlyMap<string, Concept>,
): readonly string[] | undefined {
  const touched = new Set([...added, ...changed]);
  const found = new Map(after.concepts.map((concept, number) => [concept.id, { concept, number }]));
  const spoilt = before.concepts.some(
    (concept) => !touched.has(concept.id) && !saysSame(concept, found.get(concept.id)?.concept),
  );
  if (spoilt && touched.size === 0) return undefined;
  const wrong = [...touched].filter((id) => {
    const [now, wanted] = [found.get(id), incoming.get(id)];
    return now === undefined || wanted === undefined || differences(after, now.number, wanted).length > 0;
  });
  // Nobody knows which of them did it.
  return spoilt && wrong.length === 0 ? [...touched] : wrong;
}
