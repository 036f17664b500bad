import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findOccurrences } from '../../server/src/analysis/occurrences';
import { conceptOf, vocabularyOf } from '../support/concepts';
import { plain } from '../support/plain';
import { sphinxNames } from './sphinx';

/** Names that break a careless index: keys that every object has, signs, alternatives, hosts and versions. */
const HOSTILE = [
  '>>>',
  '...',
  '2to3',
  '__slots__',
  'constructor',
  'prototype',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '@mention',
  'C/C++',
  'executable / binary',
  'following (users)',
  '.arpa',
  'HTTP/1.1',
];

/** As many entries as a big glossary has. */
const SIZE = 600;

/** What became of the names of a glossary when each was looked for in a sentence of its own. */
export interface NamesFound {
  readonly names: number;
  /** In the sentence there was nothing, or something else. */
  readonly lost: readonly string[];
}

/** Look for each name of a glossary of 600 real and hostile names in a sentence that holds it. */
export function findHostileNames(glossaries: string): NamesFound | undefined {
  const solana = path.join(glossaries, 'json-solana/packages/glossary/data/terms');
  const python = path.join(glossaries, 'sphinx-cpython-en/glossary.rst');
  if (!existsSync(solana) || !existsSync(python)) return undefined;
  const names = [...new Set([...HOSTILE, ...sphinxNames(python), ...solanaNames(solana)])].slice(0, SIZE);
  const vocabulary = vocabularyOf(names.map((name) => conceptOf(name)));
  const lost = names.filter((name) => {
    const text = `In this sentence ${name} is a term.`;
    return ![...findOccurrences(text, plain, vocabulary)].some(
      ({ span, senses }) => text.slice(span.start, span.end) === name && senses.some(({ term }) => term.text === name),
    );
  });
  return { names: names.length, lost };
}

function solanaNames(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => {
    const entries = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as readonly { readonly term: string }[];
    return entries.map(({ term }) => term);
  });
}
