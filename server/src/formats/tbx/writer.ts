import type { Concept, Term } from '../../terminology/concept';
import { nameConcepts, nameKey } from '../../terminology/conceptNames';
import type { GlossaryContent } from '../../terminology/glossary';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import type { GlossaryWriter, WrittenGlossary } from '../format';
import { writtenKinds, writtenPartsOfSpeech, writtenStatuses } from './dataCategories';
import { isReason } from './reason';
import { xmlIdOf } from './xmlId';
import { writable, xmlAttribute, xmlText } from './xmlText';

/**
 * Writes TBX-Basic, version 3, in the style "data categories as attributes", which most programs read: one language, and the
 * data categories at the levels where TBX-Basic has them.
 */
export const tbxWriter: GlossaryWriter = { write: writeTbx };

function writeTbx({ name, language, owner, concepts }: GlossaryContent): WrittenGlossary {
  const leftovers = createLeftovers();
  const xml = createLines(leftovers);
  if (owner !== undefined) leftovers.add('who keeps the glossary');
  xml.line(0, '<?xml version="1.0" encoding="UTF-8"?>');
  const root = `type="TBX-Basic" style="dca" xml:lang=${xmlAttribute(language)} xmlns="urn:iso:std:iso:30042:ed-2"`;
  xml.line(0, `<tbx ${root}>`);
  xml.line(1, '<tbxHeader>');
  xml.line(2, '<fileDesc>');
  if (name !== '') {
    xml.line(3, '<titleStmt>');
    xml.element(4, 'title', {}, name);
    xml.line(3, '</titleStmt>');
  }
  xml.line(3, '<sourceDesc>');
  xml.element(4, 'p', {}, 'Written by Glossary Lens');
  xml.line(3, '</sourceDesc>');
  xml.line(2, '</fileDesc>');
  xml.line(1, '</tbxHeader>');
  xml.line(1, '<text>');
  xml.line(2, '<body>');
  const names = nameConcepts(concepts);
  const idNamed = (related: string) => concepts[names.get(nameKey(related)) ?? -1]?.id;
  for (const concept of concepts) writeConcept(xml, concept, language, idNamed, leftovers);
  xml.line(2, '</body>');
  xml.line(1, '</text>');
  xml.line(0, '</tbx>');
  return { files: [{ path: `${fileNameOf(name)}.tbx`, text: xml.text() }], leftOut: leftovers.list() };
}

function writeConcept(
  xml: Lines,
  concept: Concept,
  language: string,
  idNamed: (name: string) => string | undefined,
  leftovers: Leftovers,
): void {
  const { id, terms, definition, description, category, related, links, examples } = concept;
  countLeftOut(concept, leftovers);
  xml.line(3, `<conceptEntry id=${xmlAttribute(xmlIdOf(id))}>`);
  if (category !== undefined) xml.element(4, 'descrip', { type: 'subjectField' }, category);
  for (const name of related) {
    const target = idNamed(name);
    const place = target === undefined ? {} : { target: xmlIdOf(target) };
    xml.element(4, 'ref', { type: 'crossReference', ...place }, name);
  }
  for (const { title, url } of links) xml.element(4, 'xref', { type: 'externalCrossReference', target: url }, title);
  xml.line(4, `<langSec xml:lang=${xmlAttribute(language)}>`);
  if (definition !== '') xml.element(5, 'descrip', { type: 'definition' }, definition);
  if (description !== undefined) xml.element(5, 'note', {}, description);
  for (const [index, term] of terms.entries()) {
    xml.line(5, '<termSec>');
    writeTerm(xml, term);
    if (index === 0) for (const { text } of examples) xml.element(6, 'descrip', { type: 'context' }, text);
    if (term.reason !== undefined && isKept(term.reason, term)) xml.element(6, 'note', {}, term.reason);
    xml.line(5, '</termSec>');
  }
  xml.line(4, '</langSec>');
  xml.line(3, '</conceptEntry>');
}

function writeTerm(xml: Lines, { text, status, kind, pos }: Term): void {
  xml.element(6, 'term', {}, text);
  if (pos !== undefined) xml.element(6, 'termNote', { type: 'partOfSpeech' }, writtenPartsOfSpeech[pos]);
  xml.element(6, 'termNote', { type: 'termType' }, writtenKinds[kind]);
  xml.element(6, 'termNote', { type: 'administrativeStatus' }, writtenStatuses[status]);
}

/** Another note would be read as a description. */
function isKept(reason: string, { status }: Pick<Term, 'status'>): boolean {
  return status === 'deprecated' && isReason(reason);
}

/** TBX-Basic has no place for these. */
function countLeftOut(concept: Concept, leftovers: Leftovers): void {
  const { pronunciation, audience, plain, faq, examples, terms } = concept;
  if (pronunciation !== undefined) leftovers.add('`pronunciation`');
  if (audience !== undefined) leftovers.add('`audience`');
  if (plain !== undefined) leftovers.add('`plain`');
  if (concept.extends === true) leftovers.add('`extends`');
  for (const _ of faq) leftovers.add('questions in `faq`');
  for (const { title } of examples) if (title !== undefined) leftovers.add('titles of examples');
  for (const { reason, ...term } of terms) {
    const { caseRule, forms } = term;
    if (reason !== undefined && !isKept(reason, term)) leftovers.add('reasons that are long or hold an address');
    if (caseRule !== 'auto') leftovers.add('`case` of terms');
    if (forms !== undefined) leftovers.add('`forms` of terms');
  }
}

/** An XML text, line by line. */
interface Lines {
  /** Add markup. */
  line(level: number, markup: string): void;
  /** Add an element with any text. One of several lines begins at the margin, so that it reads as its author broke it. */
  element(level: number, name: string, attributes: Readonly<Record<string, string>>, text: string): void;
  text(): string;
}

function createLines(leftovers: Leftovers): Lines {
  const lines: string[] = [];
  const line = (level: number, markup: string) => void lines.push(INDENTATION.repeat(level) + markup);
  return {
    line,
    element(level, name, attributes, given) {
      const { text, replaced } = writable(given);
      for (let count = 0; count < replaced; count++) leftovers.add('characters that XML cannot hold');
      const written = Object.entries(attributes).map(([key, value]) => ` ${key}=${xmlAttribute(writable(value).text)}`);
      line(text.includes('\n') ? 0 : level, `<${name}${written.join('')}>${xmlText(text)}</${name}>`);
    },
    text: () => `${lines.join('\n')}\n`,
  };
}

const INDENTATION = '  ';

/** Name a file for a glossary, whatever it is called. */
function fileNameOf(name: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-').slice(0, LONGEST_FILE_NAME) || 'glossary';
}

/** File systems allow 255 bytes; a character may have four. */
const LONGEST_FILE_NAME = 60;
