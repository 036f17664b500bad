import { markdown } from '../../languages/markdown';
import type { Concept } from '../../terminology/concept';
import type { Vocabulary } from '../../terminology/vocabulary';
import { SourceReader } from '../../text/source';
import type { Span } from '../../text/span';
import { isFunctionWord } from '../documentLanguage';
import { findOccurrences } from '../occurrences';

/** A concept that a definition leans on: without the words for it, too little is left of what the definition says. */
export interface Support {
  readonly concept: Concept;
  /** Where the definition names it first; offsets into the definition. */
  readonly span: Span;
}

/** Tells what definitions lean on; each is read when it is first asked for. */
export class Definitions {
  readonly #vocabulary: Vocabulary;
  readonly #reader = new SourceReader();
  readonly #supports = new Map<Concept, readonly Support[]>();

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** List what the definition of a concept leans on, itself included, each concept once: four at most, for shares add up to one. */
  supportsOf(concept: Concept): readonly Support[] {
    const supports = this.#supports.get(concept) ?? this.#read(concept);
    this.#supports.set(concept, supports);
    return supports;
  }

  #read(concept: Concept): readonly Support[] {
    const sentence = firstSentence(concept.definition);
    const named = this.#conceptsIn(sentence);
    if (named.size === 0) return NONE;
    const weights = weightsOf(sentence);
    const own = named.get(concept)?.[0];
    const subjectEnd = own === undefined ? 0 : behindSubject(concept.definition, sentence, own, weights);
    const whole = weights.upTo(sentence.length) - weights.upTo(subjectEnd);
    const supports: Support[] = [];
    for (const [meant, spans] of named) {
      const said = spans.filter((span) => span.start >= subjectEnd && !isIntroduced(sentence, span));
      const weight = said.reduce((sum, { start, end }) => sum + weights.upTo(end) - weights.upTo(start), 0);
      const [span] = said;
      if (span !== undefined && weight > 0 && weight >= LEAST_SHARE * whole) supports.push({ concept: meant, span });
    }
    return supports;
  }

  /** Find the concepts that a sentence names; what may mean two things leads nowhere, and code is no part of the sentence. */
  #conceptsIn(sentence: string): ReadonlyMap<Concept, readonly Span[]> {
    const named = new Map<Concept, Span[]>();
    for (const { span, region, senses } of findOccurrences(sentence, markdown, this.#vocabulary, this.#reader)) {
      const [{ concept }, another] = senses;
      if (another !== undefined || region === 'code') continue;
      const spans = named.get(concept);
      if (spans === undefined) named.set(concept, [span]);
      else spans.push(span);
    }
    return named;
  }
}

/**
 * The share of a sentence, in letters of the words that say something, from which on it leans on what they stand for. Published
 * glossaries of good name have definitions that lean on each other at a quarter, and harmless mutual mention up to a fifth.
 */
const LEAST_SHARE = 1 / 4;

const NONE: readonly never[] = [];

/** Cut a definition behind its first sentence: what follows adds to it. */
function firstSentence(definition: string): string {
  const end = SENTENCE_END.exec(definition);
  return end === null ? definition : definition.slice(0, end.index + 1);
}

/** A full stop behind a word (not `e.g.`) with a beginning behind it, one of a script without spaces, or a blank line. */
const SENTENCE_END = /(?<=\p{L}\p{L}|[^\p{L}\s])[.!?](?=\s+[\p{Lu}\p{Lo}\p{N}])|[。！？।]|\n(?=\s*\n)/u;

/**
 * `A pod is …`, `Pod: …` and `In clusters, a pod is …` name what they define: the definition begins behind that. Where nothing
 * is behind it, the name is all that there is.
 */
function behindSubject(definition: string, sentence: string, own: Span, weights: Weights): number {
  const isAll = definition.length === sentence.length && weights.upTo(own.end) === weights.upTo(sentence.length);
  const isSubject = weights.upTo(own.start) === 0 || COPULAS.has(wordBehind(sentence, own.end));
  return isSubject && !isAll ? own.end : 0;
}

/** `Machines, called nodes` and `an API (application programming interface)` give a name and do without it. */
function isIntroduced(sentence: string, { start }: Span): boolean {
  return /[(（]/u.test(sentence.charAt(start - 1)) || INTRODUCING.has(wordBefore(sentence, start));
}

const COPULAS: ReadonlySet<string> = new Set(
  'is are was were means mean refers denotes describes ist sind est sont es son è sono é são är'.split(' '),
);
const INTRODUCING: ReadonlySet<string> = new Set('called named termed genannt appelé appelée'.split(' '));

/** How far a neighbouring word may reach, in UTF-16 units: none of those that are looked for is half as long. */
const NEIGHBOURHOOD = 30;

function wordBehind(text: string, offset: number): string {
  return /\p{L}+/u.exec(text.slice(offset, offset + NEIGHBOURHOOD))?.[0].toLowerCase() ?? '';
}

function wordBefore(text: string, offset: number): string {
  const words = text.slice(Math.max(0, offset - NEIGHBOURHOOD), offset).match(/\p{L}+/gu);
  return words?.at(-1)?.toLowerCase() ?? '';
}

/** How much a text says: the letters of all words that are no function words. */
interface Weights {
  /** Count those in front of an offset. */
  upTo(offset: number): number;
}

function weightsOf(text: string): Weights {
  const counts = new Uint32Array(text.length + 1);
  let count = 0;
  let passed = 0;
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const weight = isFunctionWord(word.toLowerCase()) ? 0 : 1;
    counts.fill(count, passed, index);
    for (passed = index; passed < index + word.length; passed++) {
      counts[passed] = count;
      count += weight;
    }
  }
  counts.fill(count, passed);
  return { upTo: (offset) => counts[offset] ?? count };
}
