import type { Concept, Term } from '../../terminology/concept';
import type { Leftovers } from '../concepts/leftOut';
import { titleTerms } from '../concepts/terms';
import type { FileLimits } from '../limits';
import { aliasKind, withoutEmphasis } from './aliases';
import { joinDefinition, splitDefinition } from './definitionText';
import { META_NAMES, type Meta, type MetaContent, readMetas } from './meta';

/** A term of Contextive as it is written. */
export interface WrittenTerm {
  readonly name: string;
  readonly definition?: string;
  readonly examples?: readonly string[];
  readonly aliases?: readonly string[];
  readonly meta?: ReadonlyMap<string, string>;
}

/**
 * Write a concept as a term of Contextive. What that has no field for goes into `meta` where the reader finds it again, and
 * is left out otherwise. `nameOf` gives the name to write for a related one.
 */
export function writtenTerm(
  concept: Concept,
  nameOf: (related: string) => string,
  leftovers: Leftovers,
  limits: FileLimits,
): WrittenTerm {
  const [preferred, ...others] = concept.terms;
  const name = oneLine(preferred.text);
  if (titleTerms(name, { start: 0, end: 0 }).terms[0].term.text !== name)
    leftovers.add('a `term` with another name in it');
  for (const term of concept.terms) leaveOutUsage(term, leftovers);
  if (concept.extends !== undefined) leftovers.add('`extends`');
  const aliases = others.filter(({ status }) => status !== 'deprecated').map((term) => aliasOf(term, name, leftovers));
  const definition = definitionOf(concept, leftovers, limits);
  const examples = examplesOf(concept, leftovers, limits);
  const meta = metaOf(concept, nameOf, leftovers, limits);
  return {
    name,
    ...(definition === '' ? {} : { definition }),
    ...(examples.length === 0 ? {} : { examples }),
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(meta.size === 0 ? {} : { meta }),
  };
}

/** Write a text on one line, as readers take names. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Contextive knows no rule of how a term is written. */
function leaveOutUsage({ caseRule, pos, forms }: Term, leftovers: Leftovers): void {
  if (caseRule !== 'auto') leftovers.add('`case` of a term');
  if (pos !== undefined) leftovers.add('`pos` of a term');
  if (forms !== undefined) leftovers.add('`forms` of a term');
}

function aliasOf({ text, kind }: Term, name: string, leftovers: Leftovers): string {
  const alias = oneLine(text);
  const read = withoutEmphasis(alias);
  if (read !== alias) leftovers.add('the underscores or stars around an alias');
  else if (aliasKind(read, name) !== kind) leftovers.add('whether an alias is an abbreviation');
  return alias;
}

/** One text is read up to the limit, and so at most what two fields may hold. */
function definitionOf({ definition, description }: Concept, leftovers: Leftovers, limits: FileLimits): string {
  const parts = { definition: definition.trim(), description: (description ?? '').trim() };
  const text = joinDefinition(parts);
  if (text.length > limits.textLength) {
    leftovers.add('a `description` that is too long beside its definition');
    return parts.definition.slice(0, limits.textLength);
  }
  const read = splitDefinition(text);
  if (read.definition !== parts.definition || (read.description ?? '') !== parts.description)
    leftovers.add('where a `definition` ends and its `description` begins');
  return text;
}

function examplesOf({ examples }: Concept, leftovers: Leftovers, limits: FileLimits): readonly string[] {
  const written: string[] = [];
  for (const { title, text } of examples) {
    if (title !== undefined) leftovers.add('the `title` of an example');
    const example = text.trim();
    if (example.length > limits.textLength) leftovers.add('an example that is too long');
    else if (example !== '') written.push(example);
  }
  return written;
}

function metaOf(
  concept: Concept,
  nameOf: (related: string) => string,
  leftovers: Leftovers,
  { termLength, textLength }: FileLimits,
): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  const related = concept.related.map((name) => oneLine(nameOf(name)));
  const avoided = concept.terms.filter(({ status }) => status === 'deprecated');
  const { pronunciation = '', plain = '', audience = [], links, faq } = concept;

  /** Keep what the reader gives back as it was. */
  function keep(what: string, written: Meta, isKept: (read: MetaContent) => boolean): void {
    const fits = !meta.has(written.name) && written.text !== '' && written.text.length <= textLength;
    const isText = written.name === oneLine(written.name) && written.text === written.text.trim();
    if (fits && isText && isKept(readMetas([written], termLength))) meta.set(written.name, written.text);
    else leftovers.add(what);
  }

  if (related.length > 0)
    keep('`related`', { name: META_NAMES.related, text: related.join(', ') }, (read) =>
      areEqual(textsOf(read.related), related),
    );
  if (avoided.length > 0) {
    const names = avoided.map(({ text, reason }) => oneLine(reason === undefined ? text : `${text} (${reason})`));
    keep('`avoid`', { name: META_NAMES.avoided, text: names.join(', ') }, (read) =>
      areEqual(read.avoided.flatMap(avoidedTexts), avoided.flatMap(avoidedTexts)),
    );
  }
  if (audience.length > 0)
    keep('`audience`', { name: META_NAMES.audience, text: audience.join(', ') }, (read) =>
      areEqual(read.audience, audience),
    );
  if (pronunciation !== '')
    keep(
      '`pronunciation`',
      { name: META_NAMES.pronunciation, text: pronunciation },
      (read) => read.pronunciation === pronunciation,
    );
  if (plain !== '') keep('`plain`', { name: META_NAMES.plain, text: plain }, (read) => read.plain === plain);
  if (links.length > 0) {
    const text = links.map(({ title, url }) => `[${title}](${url})`).join(', ');
    keep('`links`', { name: META_NAMES.links, text }, (read) =>
      areEqual(read.links.flatMap(linkTexts), links.flatMap(linkTexts)),
    );
  }
  for (const { question, answer } of faq)
    keep('a question of `faq`', { name: question, text: answer }, (read) => read.faq.length > 0);
  return meta;
}

function textsOf(parts: MetaContent['related']): readonly string[] {
  return parts.map(({ text }) => text);
}

function avoidedTexts({ text, reason = '' }: { readonly text: string; readonly reason?: string }): readonly string[] {
  return [text, reason];
}

function linkTexts({ title, url }: Concept['links'][number]): readonly string[] {
  return [title, url];
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
