import type { Concept } from '../../terminology/concept';
import { createGlossary, type GlossaryContent } from '../../terminology/glossary';
import { columnsOf, countHead, isTitle } from '../columns/conceptColumns';
import { isExpansion, withoutFullStop } from '../columns/expansion';
import { kindOf } from '../columns/rowConcept';
import { createLeftovers, type Leftovers } from '../concepts/leftOut';
import type { WrittenGlossary } from '../format';

/**
 * Write a glossary for the plugin, which refuses a file in which two concepts share a term or an id, a definition is empty, or
 * a related term is not there.
 */
export function writeDocusaurus(glossary: GlossaryContent): WrittenGlossary {
  const leftovers = createLeftovers();
  countHead(glossary, true, leftovers);
  if (glossary.language !== 'en') leftovers.add('the language of the glossary');
  const { find } = createGlossary(glossary);
  const named = nameConcepts(glossary.concepts, leftovers);
  const terms = Array.from(named, ([concept, names]) => {
    const { texts } = columnsOf(concept, leftovers);
    countLeftOut(concept, leftovers);
    const termOf = (name: string) => {
      const other = find(name);
      return other && named.get(other)?.term;
    };
    const related = relatedTerms(concept, termOf, leftovers);
    const caseRule = texts.get('case');
    // The plugin refuses an empty definition: a term stands for one, and is read as none.
    const stand = names.abbreviation ?? names.term;
    const isIdle = concept.terms.some(({ text }) => text === concept.definition);
    if (isIdle) leftovers.add('a definition that says a term alone');
    return {
      ...names,
      definition: concept.definition === '' ? stand : concept.definition,
      ...(related.length === 0 ? {} : { relatedTerms: related }),
      ...(caseRule === 'exact' || caseRule === 'fold' ? { caseSensitive: caseRule === 'exact' } : {}),
    };
  });
  const text = `${JSON.stringify({ title: glossary.name, terms }, null, 2)}\n`;
  return { files: [{ path: 'glossary.json', text }], leftOut: leftovers.list() };
}

/** What the plugin calls a concept. */
interface Names {
  readonly id?: string;
  readonly term: string;
  /** What the term stands for. */
  readonly abbreviation?: string;
  readonly aliases?: readonly string[];
}

/** Name each concept with terms that no other one has: an abbreviation first, with what it stands for. */
function nameConcepts(concepts: readonly Concept[], leftovers: Leftovers): ReadonlyMap<Concept, Names> {
  const used = new Set<string>();
  const ids = new Set<string>();
  const named = new Map<Concept, Names>();
  const isFree = (term: string) => !used.has(term.toLowerCase());
  for (const concept of concepts) {
    const [{ text: preferred }, ...others] = concept.terms;
    const abbreviation = others.find(({ kind, status }) => kind === 'abbreviation' && status !== 'deprecated')?.text;
    const isPair = abbreviation !== undefined && isFree(abbreviation) && readsBack(abbreviation, preferred);
    const term = isPair ? abbreviation : preferred;
    if (!isFree(term)) {
      leftovers.add('a concept whose term another one has');
      continue;
    }
    if (isTitle(term, concept.id)) leftovers.add('a term with another name in it, or with a hyphen behind it');
    used.add(term.toLowerCase());
    const aliases = [preferred, ...others.filter(({ status }) => status !== 'deprecated').map(({ text }) => text)]
      .filter((alias) => alias !== term)
      .filter((alias) => {
        const isOwn = isFree(alias);
        if (!isOwn) leftovers.add('a term that another concept has');
        used.add(alias.toLowerCase());
        return isOwn;
      });
    const id = idOf(concept.id, term, ids, leftovers);
    for (const alias of aliases) {
      const kind = others.find(({ text }) => text === alias)?.kind;
      if (kind !== undefined && kind !== kindOf(alias, isPair ? preferred : term))
        leftovers.add('whether an alias is an abbreviation');
    }
    named.set(concept, {
      ...(id === undefined ? {} : { id }),
      term,
      ...(isPair ? { abbreviation: preferred } : {}),
      ...(aliases.length === 0 ? {} : { aliases }),
    });
  }
  return named;
}

/** Whether a reader takes the longer one for the term again. */
function readsBack(abbreviation: string, preferred: string): boolean {
  return isExpansion(abbreviation, preferred) && !isTitle(preferred) && withoutFullStop(preferred) === preferred;
}

/** The plugin makes an id of the term where none is given; two may not be alike in any capitals. */
function idOf(id: string, term: string, ids: Set<string>, leftovers: Leftovers): string | undefined {
  const isKept = /^[A-Za-z][A-Za-z0-9_.:-]*$/.test(id) && !ids.has(id.toLowerCase());
  if (!isKept) leftovers.add('an id of other characters than the plugin takes');
  ids.add(isKept ? id.toLowerCase() : term.toLowerCase().replace(/\s+/gu, '-'));
  return isKept ? id : undefined;
}

function relatedTerms(
  { related }: Concept,
  termOf: (name: string) => string | undefined,
  leftovers: Leftovers,
): readonly string[] {
  const terms = new Set<string>();
  for (const name of related) {
    const term = termOf(name);
    if (term === undefined) leftovers.add('a related concept that is not in the glossary');
    else terms.add(term);
  }
  return [...terms];
}

function countLeftOut(concept: Concept, leftovers: Leftovers): void {
  for (const { status } of concept.terms) if (status === 'deprecated') leftovers.add('a term to avoid');
  if (concept.terms.some(({ pos }) => pos !== undefined)) leftovers.add('the part of speech of a concept');
  if (concept.description !== undefined) leftovers.add('a description');
  if (concept.pronunciation !== undefined) leftovers.add('a pronunciation');
  if (concept.category !== undefined) leftovers.add('a category');
  if (concept.audience !== undefined) leftovers.add('an audience');
  if (concept.plain !== undefined) leftovers.add('what to say in plain language');
  for (let example = 0; example < concept.examples.length; example++) leftovers.add('an example');
  for (let link = 0; link < concept.links.length; link++) leftovers.add('a link');
}
