/** Documents and glossaries to measure with, made of the shipped glossary's own words, so that they are the same everywhere. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const folder = path.join(import.meta.dirname, '../../glossary');

const concepts = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((name) => parse(readFileSync(path.join(folder, name), 'utf8')).concepts);

/** The text of every concept as a Markdown page of its own. */
const pages = concepts.map(
  ({ term, definition, description }) => `## ${term.term ?? term}\n\n${definition}\n\n${description}\n`,
);

/** A section of a document ends with a line that asks for a hover on one of `terms`. */
const probe = (term) => `${PROBE_START}${term} behind a load balancer.`;
const PROBE_START = 'A cluster runs ';

/** Make a Markdown document of about `length` UTF-16 units that uses `terms` in turns. */
export function makeDocument(length, terms = ['K8s']) {
  const sections = [];
  for (let size = 0, index = 0; size < length; index++) {
    const section = `${pages[index % pages.length]}\n${probe(terms[(index * STEP) % terms.length])}\n`;
    sections.push(section);
    size += section.length;
  }
  return { uri: `file:///bench/${length}.md`, languageId: 'markdown', text: sections.join('\n') };
}

/** Takes the terms of a list in an order that meets the near and the far. */
const STEP = 7919;

/** Choose `count` places with a term, spread evenly over a document of `makeDocument`. */
export function hoverPositions({ text }, count) {
  const lines = text.split('\n').flatMap((line, number) => (line.startsWith(PROBE_START) ? [number] : []));
  return Array.from({ length: count }, (_, index) => ({
    line: lines[Math.floor((index * lines.length) / count)],
    character: PROBE_START.length + 1,
  }));
}

/** Write the concepts of the shipped glossary as one glossary file. */
export function shippedGlossary() {
  return JSON.stringify({ name: 'Shipped', concepts });
}

/** Make a glossary file of `count` terms, two for each concept; the terms are pairs and triples of words. */
export function makeGlossary(count) {
  const words = [...new Set(pages.join(' ').match(/[a-z]{4,}/g))].sort();
  const next = randomNumbers(20_261_122);
  const word = () => words[next(words.length)];
  const terms = new Set();
  while (terms.size < count) terms.add(next(2) === 0 ? `${word()} ${word()}` : `${word()} ${word()} ${word()}`);
  const list = [...terms];
  const records = Array.from({ length: count / 2 }, (_, number) => {
    const { definition, description } = concepts[number % concepts.length];
    const related = [list[(number * 2 + 2) % count], list[(number * 2 + 40) % count]];
    return { term: list[number * 2], also: [list[number * 2 + 1]], definition, description, related };
  });
  return { terms: list, text: JSON.stringify({ name: 'Terms', concepts: records }) };
}

/** Numbers that look random and are the same in each run: a linear congruential generator. */
export function randomNumbers(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
