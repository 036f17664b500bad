import type { Concept } from '../../terminology/concept';
import type { Glossary } from '../../terminology/glossary';
import { asWritten } from '../../terminology/mergedConcept';
import { quoted } from '../../text/quotation';
import type { Draft, RelatedPlace } from '../finding';
import { definitionSpan, termSpan } from './conceptPlaces';
import { Definitions, type Support } from './definitions';
import type { CheckedGlossary, GlossaryCheck } from './glossaryCheck';

/** Definitions that lean on each other in a circle: who knows none of the terms learns nothing. */
export const circularDefinition: GlossaryCheck = {
  name: 'circular-definition',
  defaultSeverity: 'information',
  summary: 'Definitions that say little but each other’s terms',
  find: (file) => findCircles(file),
};

/**
 * How many concepts of a file are looked at: ten microseconds for each are a second in which an editor's server does nothing
 * else.
 */
const MOST_CONCEPTS = 100_000;

/** Find the circles through the first concepts of a file, each circle once. */
export function* findCircles(file: CheckedGlossary, mostConcepts = MOST_CONCEPTS): Iterable<Draft> {
  const { glossary, terminology } = file;
  if (glossary === undefined) return;
  const definitions = new Definitions(terminology.vocabulary);
  const told = new Set<Concept>();
  const countingOf = countingConcepts(file, glossary);
  let numbers: ReadonlyMap<Concept | undefined, number> | undefined;
  for (const [number, written] of glossary.concepts.entries()) {
    if (number === mostConcepts) {
      const message = `Circles of definitions are looked for in the first ${mostConcepts} concepts of a file, and not from here on`;
      yield { span: termSpan(file, written, number), message };
      return;
    }
    const concept = countingOf(written);
    // What another glossary defines is told of there.
    if (concept === undefined || written.definition === '') continue;
    const circle = told.has(concept) ? undefined : circleFrom(concept, definitions);
    if (circle === undefined) continue;
    for (const { concept } of circle) told.add(concept);
    numbers ??= new Map(glossary.concepts.map((member, number) => [countingOf(member), number]));
    yield draftOf(circle, numbers, file);
  }
}

/** Give what counts for a concept of a file: itself, or what it adds to another; undefined for one that a nearer glossary replaces. */
function countingConcepts(
  { uri, terminology }: CheckedGlossary,
  glossary: Glossary,
): (written: Concept) => Concept | undefined {
  const counting = terminology.glossaries.find((other) => other.uri === uri);
  if (counting === undefined || counting === glossary) return (written) => written;
  const concepts = new Map(counting.concepts.map((concept) => [asWritten(concept)[0], concept]));
  return (written) => concepts.get(written);
}

/** A circle of more concepts is nothing that a reader runs into. */
const LONGEST_CIRCLE = 4;

/** A concept of a circle, and where its definition names the next one; the last names the first. */
interface Step {
  readonly concept: Concept;
  readonly names: Support;
}

type Circle = readonly [Step, ...Step[]];

/** Find the shortest circle through a concept: breadth first, each concept once, so that it ends. */
function circleFrom(start: Concept, definitions: Definitions): Circle | undefined {
  /** What names each concept that was reached. */
  const namedBy = new Map<Concept, Step>();
  let reached: readonly Concept[] = [start];
  for (let length = 1; length <= LONGEST_CIRCLE && reached.length > 0; length++) {
    const next: Concept[] = [];
    for (const concept of reached) {
      for (const names of definitions.supportsOf(concept)) {
        if (names.concept === start) return traced({ concept, names }, start, namedBy);
        if (namedBy.has(names.concept)) continue;
        namedBy.set(names.concept, { concept, names });
        next.push(names.concept);
      }
    }
    reached = next;
  }
  return undefined;
}

/** List the steps that lead from `start` to the last one. */
function traced(last: Step, start: Concept, namedBy: ReadonlyMap<Concept, Step>): Circle {
  let circle: Circle = [last];
  while (circle[0].concept !== start) {
    const before = namedBy.get(circle[0].concept);
    if (before === undefined) break;
    circle = [before, ...circle];
  }
  return circle;
}

function draftOf(circle: Circle, numbers: ReadonlyMap<Concept | undefined, number>, file: CheckedGlossary): Draft {
  const [first, ...others] = circle;
  const related = others.map((step) => relatedPlace(step, numbers, file));
  const span = definitionSpan(file, first.concept, numbers.get(first.concept) ?? 0, first.names.span);
  return { span, message: messageOf(circle), related };
}

function messageOf([first, ...others]: Circle): string {
  const own = nameOf(first.concept);
  if (others.length === 0) return `The definition of ${own} says little but ${own} itself`;
  const chain = [`The definition of ${own} leans on ${nameOf(first.names.concept)}`].concat(
    others.map(({ concept, names }) => `that of ${nameOf(concept)} on ${nameOf(names.concept)}`),
  );
  return `${chain.slice(0, -1).join(', ')}, and ${chain.at(-1)}`;
}

function relatedPlace(
  { concept, names }: Step,
  numbers: ReadonlyMap<Concept | undefined, number>,
  file: CheckedGlossary,
): RelatedPlace {
  const message = `The definition of ${nameOf(concept)}`;
  const number = numbers.get(concept);
  if (number === undefined || file.glossary?.concepts[number]?.definition === '')
    return { message, uri: concept.origin.uri, line: concept.origin.line };
  return { message, span: definitionSpan(file, concept, number, names.span) };
}

function nameOf({ terms }: Concept): string {
  return quoted(terms[0].text);
}
