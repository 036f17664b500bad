import type { Occurrence } from '../../analysis/occurrences';
import type { Concept, Term } from '../../terminology/concept';
import type { Glossary } from '../../terminology/glossary';
import { asWritten } from '../../terminology/mergedConcept';
import { LineCounter } from './lineCounter';
import { isRunningText } from './runningText';
import { sum } from './summary';
import type {
  AbbreviationUsage,
  CategoryUsage,
  ConceptUsage,
  DocumentPlace,
  DocumentUsage,
  ExpansionUsage,
  GlossaryUsage,
  TermUsage,
  UnusedConcept,
  UsageReport,
} from './usageReport';

/** A document as it was read for a report. Spans are offsets into `text`. */
export interface ReadDocument {
  readonly path: string;
  readonly text: string;
  /** Words of running text. */
  readonly words: number;
  /** In order. */
  readonly occurrences: Iterable<Occurrence>;
  /** Abbreviations that neither a glossary nor the document explains, in order. */
  readonly unexplained: readonly MentionAt[];
  /** What the document says that abbreviations stand for, in order. */
  readonly expansions: readonly ExpansionAt[];
  /** Give what stands around an offset of running text, on one line. */
  sentenceAt(offset: number): string;
}

export interface MentionAt {
  readonly abbreviation: string;
  readonly offset: number;
}

export interface ExpansionAt extends MentionAt {
  /** The long form. */
  readonly text: string;
}

/** A glossary of some documents. */
export interface UsedGlossary {
  readonly glossary: Glossary;
  /** Relative to the working directory; undefined for the shipped one. */
  readonly path: string | undefined;
}

/** What documents have in common: concepts, abbreviations and where each is met first. Documents are added in their order. */
export class Usage {
  readonly #documents: DocumentUsage[] = [];
  readonly #concepts = new Map<Concept, ConceptTally>();
  readonly #abbreviations = new Map<string, AbbreviationTally>();
  readonly #expansions = new Map<string, ExpansionUsage>();

  /** Take a document into account. */
  add(document: ReadDocument): void {
    const usage = { path: document.path, words: document.words, ...this.#addOccurrences(document) };
    this.#documents.push({ ...usage, unexplained: this.#addMentions(document) });
    this.#addExpansions(document);
  }

  /** Put together what is known; `glossaries` are those that apply to some document, the shipped one last. */
  report(glossaries: readonly UsedGlossary[]): Omit<UsageReport, 'title' | 'date' | 'version' | 'unreadable'> {
    const used = [...this.#concepts.values()].sort(
      (one, other) => other.uses - one.uses || other.usesInCode - one.usesInCode || compare(nameOf(one), nameOf(other)),
    );
    return {
      documents: this.#documents,
      glossaries: glossaries.map((glossary) => glossaryUsage(glossary, used)),
      concepts: used.map(conceptUsage),
      unused: glossaries.flatMap((glossary) => this.#unusedIn(glossary)),
      categories: categoryUsages(used),
      abbreviations: [...this.#abbreviations.values()]
        .sort(neediestFirst)
        .map((tally) => this.#abbreviationUsage(tally)),
    };
  }

  #addOccurrences({ path, text, occurrences }: ReadDocument): Pick<DocumentUsage, 'uses' | 'concepts' | 'avoided'> {
    const lines = new LineCounter(text);
    const document = this.#documents.length;
    const concepts = new Set<Concept>();
    const avoided = new Set<string>();
    let uses = 0;
    for (const { span, region, senses } of occurrences) {
      // Of homonyms the one of the nearest glossary is meant, as far as anybody can tell.
      const [{ concept, term, glossary }] = senses;
      const tally = this.#tallyOf(concept, glossary);
      if (tally.lastDocument !== document) {
        tally.lastDocument = document;
        tally.documents++;
      }
      const isRunning = isRunningText(region);
      if (isRunning ? tally.uses === 0 : tally.first === undefined) {
        tally.first = { path, line: lines.lineAt(span.start) };
      }
      if (!isRunning) {
        tally.usesInCode++;
        continue;
      }
      uses++;
      tally.uses++;
      const ofTerm = tally.terms.get(term);
      if (ofTerm === undefined) tally.terms.set(term, { uses: 1, first: { path, line: lines.lineAt(span.start) } });
      else ofTerm.uses++;
      concepts.add(concept);
      if (term.status === 'deprecated') avoided.add(term.text);
    }
    return { uses, concepts: concepts.size, avoided: [...avoided] };
  }

  #tallyOf(concept: Concept, glossary: string): ConceptTally {
    // One that adds to others is another value in each folder where it adds to something else.
    const [written] = asWritten(concept);
    const known = this.#concepts.get(written);
    if (known !== undefined) return known;
    const tally: ConceptTally = {
      concept,
      glossary,
      uses: 0,
      usesInCode: 0,
      documents: 0,
      lastDocument: -1,
      first: undefined,
      terms: new Map(),
    };
    this.#concepts.set(written, tally);
    return tally;
  }

  #addMentions({ path, text, unexplained, sentenceAt }: ReadDocument): readonly string[] {
    const lines = new LineCounter(text);
    const document = this.#documents.length;
    const names = new Set<string>();
    for (const { abbreviation, offset } of unexplained) {
      names.add(abbreviation);
      let tally = this.#abbreviations.get(abbreviation);
      if (tally === undefined) {
        const first = { path, line: lines.lineAt(offset) };
        tally = { abbreviation, first, sentence: sentenceAt(offset), uses: 0, documents: 0, lastDocument: -1 };
        this.#abbreviations.set(abbreviation, tally);
      }
      tally.uses++;
      if (tally.lastDocument === document) continue;
      tally.lastDocument = document;
      tally.documents++;
    }
    return [...names];
  }

  #addExpansions({ path, text, expansions }: ReadDocument): void {
    const lines = new LineCounter(text);
    for (const { abbreviation, offset, text: expansion } of expansions) {
      if (this.#expansions.has(abbreviation)) continue;
      this.#expansions.set(abbreviation, { text: expansion, place: { path, line: lines.lineAt(offset) } });
    }
  }

  #abbreviationUsage({ abbreviation, uses, documents, first, sentence }: AbbreviationTally): AbbreviationUsage {
    return { abbreviation, uses, documents, first, sentence, expansion: this.#expansions.get(abbreviation) };
  }

  #unusedIn({ glossary, path }: UsedGlossary): readonly UnusedConcept[] {
    // The shipped glossary is about everything: what nobody uses of it says nothing about a team.
    if (path === undefined) return [];
    const used = new Set([...this.#concepts.values()].flatMap(({ concept }) => asWritten(concept)));
    return glossary.concepts
      .filter((concept) => !used.has(concept))
      .map((concept) => ({
        term: concept.terms[0].text,
        category: concept.category ?? '',
        glossary: glossary.name,
        place: { path, line: concept.origin.line + 1 },
      }));
  }
}

/** What is counted of a concept while documents are read. */
interface ConceptTally {
  readonly concept: Concept;
  readonly glossary: string;
  uses: number;
  usesInCode: number;
  documents: number;
  /** The number of the document that was counted last. */
  lastDocument: number;
  first: DocumentPlace | undefined;
  readonly terms: Map<Term, { uses: number; readonly first: DocumentPlace }>;
}

/** What is counted of an abbreviation while documents are read. */
interface AbbreviationTally {
  readonly abbreviation: string;
  readonly first: DocumentPlace;
  readonly sentence: string;
  uses: number;
  documents: number;
  /** The number of the document that was counted last. */
  lastDocument: number;
}

function nameOf({ concept }: ConceptTally): string {
  return concept.terms[0].text;
}

function conceptUsage({ concept, glossary, uses, usesInCode, documents, first, terms }: ConceptTally): ConceptUsage {
  return {
    term: concept.terms[0].text,
    category: concept.category ?? '',
    glossary,
    uses,
    usesInCode,
    documents,
    first: first ?? NOWHERE,
    terms: [...terms].map(termUsage).sort((one, other) => other.uses - one.uses || compare(one.text, other.text)),
  };
}

/** A tally is made where a term is met, so that every one has a first place. */
const NOWHERE: DocumentPlace = { path: '', line: 1 };

function termUsage([{ text, status }, { uses, first }]: readonly [Term, Pick<TermUsage, 'uses' | 'first'>]): TermUsage {
  return { text, status, uses, first };
}

function glossaryUsage({ glossary, path }: UsedGlossary, used: readonly ConceptTally[]): GlossaryUsage {
  const own = used.filter(({ concept }) => glossary.holds(asWritten(concept)[0]));
  return {
    name: glossary.name,
    path,
    concepts: glossary.size,
    usedConcepts: own.length,
    uses: sum(own.map((tally) => tally.uses)),
  };
}

function categoryUsages(used: readonly ConceptTally[]): readonly CategoryUsage[] {
  const categories = new Map<string, { concepts: number; uses: number }>();
  for (const { concept, uses } of used) {
    if (uses === 0) continue;
    const name = concept.category ?? '';
    const category = categories.get(name) ?? { concepts: 0, uses: 0 };
    category.concepts++;
    category.uses += uses;
    categories.set(name, category);
  }
  return [...categories]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((one, other) => other.uses - one.uses || compare(one.name, other.name));
}

/** First what most documents leave their readers alone with, then what is used most. */
function neediestFirst(one: AbbreviationTally, other: AbbreviationTally): number {
  return other.documents - one.documents || other.uses - one.uses || compare(one.abbreviation, other.abbreviation);
}

/** By UTF-16 units: the same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
