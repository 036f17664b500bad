import type { Names, Section } from '../languages/language';
import { type PackedRegions, type RegionKind, regionKinds } from '../languages/regions';
import type { Sense } from '../terminology/concept';
import type { Terminology } from '../terminology/terminology';
import type { Source, SourceReader } from '../text/source';
import type { Span } from '../text/span';
import { mentionsIn } from './abbreviations';
import type { CheckedDocument, DocumentMention, TermUse } from './checkedDocument';
import type { Check, DocumentCheck, UseCheck } from './checks/check';
import { languageOfText } from './documentLanguage';
import type { Draft, Finding, RelatedPlace, Severity } from './finding';
import type { Occurrence, Occurrences } from './occurrences';
import type { Policy } from './policy';
import { regionText } from './regionText';
import { isReplaceable, startsSentence } from './usePlace';

/** What applies to a document, as far as its wording is concerned. */
export interface Wording {
  /** All that the glossaries say which apply. */
  readonly terminology: Terminology;
  readonly policy: Policy;
}

/**
 * Finds what checks have to say of documents. What it read of a section is kept as long as the section is: after an edit, the
 * sections that it left alone are not read again, and the checks of single uses do not run again there.
 */
export class Findings {
  readonly #useChecks: readonly UseCheck[];
  readonly #documentChecks: readonly DocumentCheck[];
  readonly #reader: SourceReader;
  readonly #sections = new WeakMap<Section, ReadSection>();

  constructor(checks: readonly Check[], reader: SourceReader) {
    this.#useChecks = checks.filter((check) => check.scope === 'use');
    this.#documentChecks = checks.filter((check) => check.scope === 'document');
    this.#reader = reader;
  }

  /** Check the document that `occurrences` are of; they are those of the glossaries that have a say in checks. */
  in(occurrences: Occurrences, { terminology, policy }: Wording): readonly Finding[] {
    const { text, language } = occurrences.document;
    if (policy.severities.size === 0 || !isChecked(text, policy)) return [];
    const ground = { language, text, terminology, policy };
    const sections = this.#read(occurrences, ground);
    const found = sections.flatMap(({ read, start }) =>
      read.drafts.map((draft) => findingOf(draft.check, policy, moved(draft.draft, start))),
    );
    const checks = this.#documentChecks.filter(({ name }) => policy.severities.has(name));
    if (checks.length > 0) {
      const document = documentOf(ground, sections, this.#reader);
      for (const check of checks) {
        for (const draft of check.find(document)) found.push(findingOf(check.name, policy, draft));
      }
    }
    return found.sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  }

  #read(occurrences: Occurrences, ground: Ground): readonly PlacedSection[] {
    const { sections, starts, defined } = occurrences.document;
    // All sections that nobody asked about yet are searched in one go.
    if (occurrences.count === 0 && !this.#wantsMentions(ground.policy)) return [];
    return sections.map((section, place) => {
      const start = starts[place] ?? 0;
      const known = this.#sections.get(section);
      if (known !== undefined && isCurrent(known, occurrences, ground, defined)) return { read: known, start };
      const read = this.#readSection(section, place, start, occurrences, ground);
      this.#sections.set(section, read);
      return { read, start };
    });
  }

  #readSection(section: Section, place: number, start: number, occurrences: Occurrences, ground: Ground): ReadSection {
    const { defined } = occurrences.document;
    const { policy } = ground;
    // What lies outside of the section may change without it: nothing that is kept of it may hang on that.
    const inside = { ...ground, text: ground.text.slice(start, start + section.length) };
    const uses = occurrences
      .inSection(place)
      .filter(({ region }) => isRead(region, policy))
      .map((occurrence) => useOf(occurrence, start));
    const checks = this.#useChecks.filter(({ name }) => policy.severities.has(name));
    const drafts: KeptDraft[] = [];
    for (const use of uses) {
      const placed = new PlacedUse(use, 0, inside.text);
      for (const check of checks) {
        const draft = check.judge(placed, inside);
        if (draft !== undefined) drafts.push({ check: check.name, draft });
      }
    }
    const { regions, asked } = occurrences.regionsIn(place);
    const mentions = this.#wantsMentions(policy) ? this.#readMentions(regions, inside) : NO_MENTIONS;
    return {
      vocabulary: occurrences.vocabulary,
      policy,
      terminology: ground.terminology,
      defined: asked ? defined : undefined,
      uses,
      drafts,
      mentions,
      searches: new Map(),
    };
  }

  /** Where all checks that ask for mentions are off, nobody looks for abbreviations. */
  #wantsMentions({ severities }: Policy): boolean {
    return this.#documentChecks.some(({ name, readsMentions }) => readsMentions === true && severities.has(name));
  }

  #readMentions(regions: PackedRegions, { text, policy }: Ground): readonly DocumentMention[] {
    const source = this.#reader.read(text);
    const mentions: DocumentMention[] = [];
    for (let at = 0; at < regions.length; ) {
      const kind = regionKinds[regions[at] ?? 0] ?? 'prose';
      const first = at + 2;
      at = first + 2 * (regions[at + 1] ?? 0);
      if (isRead(kind, policy) && hasAbbreviation(source, regions, first, at))
        collectMentions(source, regions, first, at, kind, mentions);
    }
    return mentions.length === 0 ? NO_MENTIONS : mentions;
  }
}

/** What stays the same for all sections of a document. */
type Ground = Omit<CheckedDocument, 'uses' | 'mentions' | 'searchSections'>;

/** A section as it was read for checks; all spans count from its start. */
interface ReadSection {
  readonly vocabulary: unknown;
  readonly policy: Policy;
  readonly terminology: Terminology;
  /** What the document defined, where the regions hang on that. */
  readonly defined: Names | undefined;
  readonly uses: readonly FoundUse[];
  readonly drafts: readonly KeptDraft[];
  readonly mentions: readonly DocumentMention[];
  /** What document checks searched for in its text, by the names of their searches. */
  readonly searches: Map<string, KeptSearch>;
}

interface KeptSearch {
  readonly key: string;
  readonly found: unknown;
}

interface PlacedSection {
  readonly read: ReadSection;
  readonly start: number;
}

interface KeptDraft {
  readonly check: string;
  readonly draft: Draft;
}

interface FoundUse extends Span {
  readonly region: RegionKind;
  readonly senses: readonly [Sense, ...Sense[]];
}

/**
 * A use at its place in a text: sections keep no part of a text, which would keep the whole of it in memory. What is around it
 * is looked at when a check asks for that: most uses are as they should be.
 */
class PlacedUse implements TermUse {
  readonly #use: FoundUse;
  readonly #start: number;
  readonly #document: string;

  constructor(use: FoundUse, start: number, document: string) {
    this.#use = use;
    this.#start = start;
    this.#document = document;
  }

  get span(): Span {
    return { start: this.#start + this.#use.start, end: this.#start + this.#use.end };
  }

  get text(): string {
    return this.#document.slice(this.#start + this.#use.start, this.#start + this.#use.end);
  }

  get region(): RegionKind {
    return this.#use.region;
  }

  get senses(): readonly [Sense, ...Sense[]] {
    return this.#use.senses;
  }

  get startsSentence(): boolean {
    return startsSentence(this.#document, this.#start + this.#use.start);
  }

  get isReplaceable(): boolean {
    return isReplaceable(this.#document, this.span);
  }
}

const NO_MENTIONS: readonly DocumentMention[] = [];

function isChecked(text: string, { languages }: Policy): boolean {
  if (languages.length === 0) return true;
  const language = languageOfText(text, new Set(languages));
  return language === undefined || languages.includes(language);
}

/** Checks are of wording: not of code, of keys, or of what machines read. */
function isRead(kind: RegionKind, { checksQuotations }: Policy): boolean {
  return kind === 'prose' || kind === 'heading' || kind === 'comment' || (kind === 'quotation' && checksQuotations);
}

function isCurrent(
  known: ReadSection,
  { vocabulary }: Occurrences,
  { policy, terminology }: Ground,
  defined: Names,
): boolean {
  return (
    known.vocabulary === vocabulary &&
    known.policy === policy &&
    known.terminology === terminology &&
    (known.defined === undefined || known.defined === defined)
  );
}

/** Place an occurrence in its section, which starts at `start` of the document. */
function useOf({ span, region, senses }: Occurrence, start: number): FoundUse {
  return { start: span.start - start, end: span.end - start, region, senses };
}

/** Tell whether some word of a region has a capital and another capital or a digit: nothing else is an abbreviation. */
function hasAbbreviation({ units }: Source, cells: Int32Array, first: number, last: number): boolean {
  for (let cell = first; cell < last; cell += 2) {
    const end = cells[cell + 1] as number;
    let signs = 0;
    let capitals = 0;
    for (let at = cells[cell] as number; at < end; at++) {
      const unit = units[at] as number;
      if ((unit >= 0x61 && unit <= 0x7a) || unit > 0x7f) continue;
      if (unit >= 0x41 && unit <= 0x5a) capitals++;
      else if (unit < 0x30 || unit > 0x39) {
        signs = 0;
        capitals = 0;
        continue;
      }
      if (++signs > 1 && capitals > 0) return true;
    }
  }
  return false;
}

function collectMentions(
  source: Source,
  cells: Int32Array,
  first: number,
  last: number,
  region: RegionKind,
  mentions: DocumentMention[],
): void {
  const { text, spanOf } = regionText(source.text, cells, first, last);
  for (const { abbreviation, span, expansion } of mentionsIn(text)) {
    const mention = { abbreviation, span: spanOf(span), region };
    if (expansion === undefined) {
      mentions.push(mention);
    } else {
      const { text: long, span: own, whole } = expansion;
      mentions.push({ ...mention, expansion: { text: long, span: spanOf(own), whole: spanOf(whole) } });
    }
  }
}

function documentOf(ground: Ground, sections: readonly PlacedSection[], reader: SourceReader): CheckedDocument {
  const uses = sections.flatMap(({ read, start }) => read.uses.map((use) => new PlacedUse(use, start, ground.text)));
  const mentions = sections.flatMap(({ read, start }) => read.mentions.map((mention) => movedMention(mention, start)));
  function searchSections<T>(name: string, key: string, prepare: () => (source: Source) => T): readonly T[] {
    let search: ((source: Source) => T) | undefined;
    return sections.map(({ read, start }, place) => {
      const known = read.searches.get(name);
      // A search of one name finds one kind of thing.
      if (known?.key === key) return known.found as T;
      search ??= prepare();
      const found = search(reader.read(ground.text.slice(start, sections[place + 1]?.start)));
      read.searches.set(name, { key, found });
      return found;
    });
  }

  return { ...ground, uses, mentions, searchSections };
}

function findingOf(check: string, { severities }: Policy, draft: Draft): Finding {
  const severity = severities.get(check) ?? FALLBACK;
  return { check, severity, fixes: [], related: [], isDeprecated: false, ...draft };
}

/** A check that runs has a severity. */
const FALLBACK: Severity = 'information';

function moved(draft: Draft, by: number): Draft {
  if (by === 0) return draft;
  const { fixes = [], related = [] } = draft;
  return {
    ...draft,
    span: movedSpan(draft.span, by),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map(({ span, text }) => ({ span: movedSpan(span, by), text })),
    })),
    related: related.map((place) => movedPlace(place, by)),
  };
}

function movedPlace(place: RelatedPlace, by: number): RelatedPlace {
  return 'span' in place ? { ...place, span: movedSpan(place.span, by) } : place;
}

function movedMention(mention: DocumentMention, by: number): DocumentMention {
  const { expansion } = mention;
  const span = movedSpan(mention.span, by);
  if (expansion === undefined) return { ...mention, span };
  const { text, span: own, whole } = expansion;
  return { ...mention, span, expansion: { text, span: movedSpan(own, by), whole: movedSpan(whole, by) } };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
