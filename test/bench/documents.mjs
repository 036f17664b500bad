/** Documents to measure with, made of the shipped glossary's own words, so that they are the same on every machine. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const folder = path.join(import.meta.dirname, '../../glossary');

/** The text of every concept as a Markdown page of its own. */
const pages = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) => parse(readFileSync(path.join(folder, name), 'utf8')).concepts)
  .map(({ term, definition, description }) => `## ${term.term ?? term}\n\n${definition}\n\n${description}\n`);

/** Make a Markdown document of about `length` UTF-16 units; each section ends with a line that asks for a hover. */
export function makeDocument(length) {
  const sections = [];
  for (let size = 0, index = 0; size < length; index++) {
    const section = `${pages[index % pages.length]}\n${PROBE}\n`;
    sections.push(section);
    size += section.length;
  }
  return { uri: `file:///bench/${length}.md`, languageId: 'markdown', text: sections.join('\n') };
}

/** Choose `count` places with a term, spread evenly over a document of `makeDocument`. */
export function hoverPositions({ text }, count) {
  const lines = text.split('\n').flatMap((line, number) => (line === PROBE ? [number] : []));
  return Array.from({ length: count }, (_, index) => ({
    line: lines[Math.floor((index * lines.length) / count)],
    character: PROBE.indexOf('K8s') + 1,
  }));
}

const PROBE = 'A cluster runs K8s pods behind a load balancer.';
