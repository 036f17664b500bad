import { stringify } from 'yaml';
import type { Concept } from '../../terminology/concept';
import { nameConcepts, nameKey } from '../../terminology/conceptNames';
import type { Owner } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import { createSlugs } from '../concepts/slug';
import type { GlossaryWriter } from '../format';
import { glossaryLimits } from '../limits';
import { linkIn } from './meta';
import { oneLine, writtenTerm } from './writtenTerm';

/** Writes glossaries for Contextive: a context for each category, in the order in which they first come. */
export const contextiveWriter: GlossaryWriter = {
  write({ name, language, owner, concepts }) {
    const leftovers = createLeftovers();
    const contexts = contextsOf(concepts, oneLine(name));
    const isNameKept = contexts.size === 1 && contexts.has(oneLine(name));
    if (!isNameKept) leftovers.add('the name of the glossary');
    if (language !== 'en') leftovers.add('the language of the glossary');
    const meta = owner === undefined ? undefined : ownerMeta(owner, leftovers);
    const nameOf = createNaming(concepts);
    const slug = createSlugs(new Set());
    const pieces = contexts.size === 0 ? ['contexts: []\n'] : ['contexts:\n'];
    for (const [context, members] of contexts) {
      const head = { ...(context === '' ? {} : { name: context }), ...(meta === undefined ? {} : { meta }) };
      pieces.push(contextHead(head));
      for (const concept of members) {
        if (slug(concept.terms[0].text) !== concept.id) leftovers.add('`id`');
        pieces.push(indented(yamlOf([writtenTerm(concept, nameOf, leftovers, glossaryLimits)]), '      '));
      }
    }
    return { files: [{ path: 'definitions.glossary.yml', text: pieces.join('') }], leftOut: leftovers.list() };
  },
};

/** Put concepts into contexts by their category; those without one are in that of the glossary's name. */
function contextsOf(concepts: readonly Concept[], name: string): ReadonlyMap<string, readonly Concept[]> {
  const contexts = new Map<string, Concept[]>();
  for (const concept of concepts) {
    const context = oneLine(concept.category ?? '') || name;
    const members = contexts.get(context) ?? [];
    members.push(concept);
    contexts.set(context, members);
  }
  return contexts;
}

/** Give the name to write for a related one: that of the concept, where it leads there, since ids are not written. */
function createNaming(concepts: readonly Concept[]): (related: string) => string {
  const numbers = nameConcepts(concepts);
  return (related) => {
    const number = numbers.get(nameKey(related));
    const term = number === undefined ? undefined : concepts[number]?.terms[0].text;
    return term !== undefined && numbers.get(nameKey(term)) === number ? term : related;
  };
}

/** Contextive shows the meta of a context with each of its terms. */
function ownerMeta({ name, url, contact }: Owner, leftovers: Leftovers): Readonly<Record<string, string>> {
  if (contact !== undefined) leftovers.add('how to reach the owner');
  const link = `[${name}](${url})`;
  const read = linkIn(link);
  if (read?.title === name && read.url === url) return { 'Owner:': link };
  if (url !== undefined) leftovers.add('the page of the owner');
  return { 'Owner:': oneLine(name) };
}

function contextHead(head: Readonly<Record<string, unknown>>): string {
  const isEmpty = Object.keys(head).length === 0;
  return isEmpty ? '  - terms:\n' : `${indented(yamlOf([head]), '  ')}    terms:\n`;
}

function yamlOf(value: unknown): string {
  return stringify(value, {
    lineWidth: 0,
    // What YAML 1.1 takes for a date or a boolean is in quotes.
    compat: 'yaml-1.1',
    blockQuote: 'literal',
    aliasDuplicateObjects: false,
    // Over several lines, the package writes a line of white space so that it does not read back.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
}

/** A block of YAML keeps its meaning when all its lines move; concepts are written one by one, so that a million take no tree. */
function indented(yaml: string, indentation: string): string {
  const lines = yaml.split('\n');
  return lines.map((line) => (line === '' ? line : indentation + line)).join('\n');
}
